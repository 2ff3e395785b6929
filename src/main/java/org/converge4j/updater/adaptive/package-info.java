/** Rules that treat each parameter on its own, with means of gradients and squares. */
@NullMarked
package org.converge4j.updater.adaptive;

import org.jspecify.annotations.NullMarked;
