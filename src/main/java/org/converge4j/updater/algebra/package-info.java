/** Sums, products and roots of vectors and matrices that lie in flat arrays, for rules that look across components. */
@NullMarked
package org.converge4j.updater.algebra;

import org.jspecify.annotations.NullMarked;
