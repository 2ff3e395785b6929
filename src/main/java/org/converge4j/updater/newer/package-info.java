/**
 * Rules that neither the article, DL4J nor torch.optim has, each after its paper. One record a rule; what several share belongs
 * to the package above.
 */
@NullMarked
package org.converge4j.updater.newer;

import org.jspecify.annotations.NullMarked;
