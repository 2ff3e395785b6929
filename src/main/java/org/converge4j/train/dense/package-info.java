/**
 * Many replicas of one small dense network at once, in plain Java: forward pass, loss and gradient. The replicas lie across
 * the lanes of every loop, so that no number of a replica depends on how many others there are.
 */
@NullMarked
package org.converge4j.train.dense;

import org.jspecify.annotations.NullMarked;
