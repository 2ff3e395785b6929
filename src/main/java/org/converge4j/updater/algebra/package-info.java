/**
 * Sums, products and roots of vectors and matrices that lie in flat arrays, for rules that look across components. What only
 * one rule needs stays with it.
 */
@NullMarked
package org.converge4j.updater.algebra;

import org.jspecify.annotations.NullMarked;
