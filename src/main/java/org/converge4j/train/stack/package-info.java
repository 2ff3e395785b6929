/**
 * Trainers that advance all replicas at once, in lockstep over one array, of small dense networks and of functions. Their
 * arithmetic is in dense; networks that do not stack are trained in network.
 */
@NullMarked
package org.converge4j.train.stack;

import org.jspecify.annotations.NullMarked;
