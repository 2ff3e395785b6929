/**
 * Rows: one file a data source, and what reads, scales, imputes and checks tables. Nothing here knows networks, or DL4J.
 */
@NullMarked
package org.converge4j.problem.data;

import org.jspecify.annotations.NullMarked;
