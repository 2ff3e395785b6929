/**
 * Rows: one file a data source, and what is done to rows of any source, such as scaling, imputing and dividing. Nothing here
 * knows networks, DL4J or how a user's table is written.
 */
@NullMarked
package org.converge4j.problem.data;

import org.jspecify.annotations.NullMarked;
