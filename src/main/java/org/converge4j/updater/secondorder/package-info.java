/**
 * Rules that look at the curvature of the loss: by probes, or from the steps they took. The products with the Hessian that
 * they ask for are the trainers' business.
 */
@NullMarked
package org.converge4j.updater.secondorder;

import org.jspecify.annotations.NullMarked;
