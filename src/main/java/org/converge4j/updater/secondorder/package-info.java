/** Rules that look at the curvature of the loss: by probes, or from the steps they took. */
@NullMarked
package org.converge4j.updater.secondorder;

import org.jspecify.annotations.NullMarked;
