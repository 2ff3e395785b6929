/** Rules that treat a layer's weights as a matrix, or scale each layer on its own. */
@NullMarked
package org.converge4j.updater.matrix;

import org.jspecify.annotations.NullMarked;
