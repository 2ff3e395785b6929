/**
 * Rules that treat each parameter on its own, with means, signs and squares of its gradients, each after its paper. Those that
 * the article, DL4J or torch.optim have are in the rooms of these names.
 */
@NullMarked
package org.converge4j.updater.adaptive;

import org.jspecify.annotations.NullMarked;
