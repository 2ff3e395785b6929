/** A user's table as data: what each column is for, its numbers and levels, what is missing, and what was understood of it all. */
@NullMarked
package org.converge4j.problem.table;

import org.jspecify.annotations.NullMarked;
