/**
 * Files that are saved as tables and are none: workbooks, archives, databases, pages. What tells them, and what makes a table of
 * one, belongs here; how text tables are written does not.
 */
@NullMarked
package org.converge4j.table.foreign;

import org.jspecify.annotations.NullMarked;
