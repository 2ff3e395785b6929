/**
 * Training: a trainer advances replicas of one problem under one updater, step by step, and everything else that watches them
 * (curves, divergence, the distance from the article's equations, time per step) is written once over that.
 */
@NullMarked
package org.converge4j.train;

import org.jspecify.annotations.NullMarked;
