/**
 * From gradient to change of parameters: rate, clipping, decay and the updater itself, for one replica or a whole stack. Where
 * gradients come from is the trainers' business.
 */
@NullMarked
package org.converge4j.train.update;

import org.jspecify.annotations.NullMarked;
