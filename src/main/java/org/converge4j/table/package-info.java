/**
 * Files of rows and columns, whoever wrote them: how a file is written is found by looking, and its cells are read without being
 * held. What the columns mean is for the packages above.
 */
@NullMarked
package org.converge4j.table;

import org.jspecify.annotations.NullMarked;
