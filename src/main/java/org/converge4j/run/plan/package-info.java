/**
 * How work is cut before anyone does it: batches, shards, where and how patiently they are trained, and how long that will
 * take. Nothing here starts a process or trains.
 */
@NullMarked
package org.converge4j.run.plan;

import org.jspecify.annotations.NullMarked;
