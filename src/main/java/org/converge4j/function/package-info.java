/**
 * Functions of two variables that optimizers are shown on: value, gradient, minima and usual start in closed form. They need no
 * data, no network and no DL4J, so that training and reports evaluate the very same code.
 */
@NullMarked
package org.converge4j.function;

import org.jspecify.annotations.NullMarked;
