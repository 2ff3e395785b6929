/**
 * A user's table as data: what each column is for, its numbers and levels, what is missing, and what was understood of it all.
 * How a file of rows is written, its separators and spellings, is found in the hall table.
 */
@NullMarked
package org.converge4j.problem.table;

import org.jspecify.annotations.NullMarked;
