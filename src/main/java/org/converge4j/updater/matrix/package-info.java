/**
 * Rules that treat a layer's weights as a matrix, or scale each layer on its own. Their sums and products are in algebra.
 */
@NullMarked
package org.converge4j.updater.matrix;

import org.jspecify.annotations.NullMarked;
