/**
 * Engines: they take batches to workers, here or on a cluster, decide what becomes of failures, and hand records on as they
 * arrive. What is to be trained, and what happens afterwards, is decided in the package above.
 */
@NullMarked
package org.converge4j.run.engine;

import org.jspecify.annotations.NullMarked;
