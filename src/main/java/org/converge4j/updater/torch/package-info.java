/**
 * PyTorch's torch.optim to the letter: the same settings, the same numbers. Rules that torch.optim does not have are in the
 * other rooms.
 */
@NullMarked
package org.converge4j.updater.torch;

import org.jspecify.annotations.NullMarked;
