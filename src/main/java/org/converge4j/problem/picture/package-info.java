/**
 * Pictures as rows: where they are read from or drawn. What is done with rows of any kind is in data.
 */
@NullMarked
package org.converge4j.problem.picture;

import org.jspecify.annotations.NullMarked;
