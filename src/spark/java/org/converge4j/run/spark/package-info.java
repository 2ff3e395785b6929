/**
 * The engine of an Apache Spark cluster; in builds with the profile {@code spark} only. The driver is the command that the user
 * started: it cuts the plan, stores records and decides about failures; executors hand batches to workers that they fork.
 */
@NullMarked
package org.converge4j.run.spark;

import org.jspecify.annotations.NullMarked;
