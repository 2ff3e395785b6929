/**
 * Training: a loop advances replicas of one problem under one updater, step by step, and curves, divergence and stopping are
 * written once over any trainer. How a step is made is in step and update, the trainers in stack and network, metrics in score,
 * and what is measured apart from runs in measure.
 */
@NullMarked
package org.converge4j.train;

import org.jspecify.annotations.NullMarked;
