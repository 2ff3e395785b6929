/**
 * What all trainers have in common: the contract of a trainer, the replicas it advances, the order of their batches, the two
 * precisions. How a gradient becomes a change of parameters is in update.
 */
@NullMarked
package org.converge4j.train.step;

import org.jspecify.annotations.NullMarked;
