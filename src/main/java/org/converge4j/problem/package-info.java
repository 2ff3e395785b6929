/**
 * Problems made ready to train: rows and network brought together, the starting point, and what is known of the problem
 * exactly, its floor, curvature and axes. Where rows come from is in data, what networks compute in network, the models that
 * people bring in model.
 */
@NullMarked
package org.converge4j.problem;

import org.jspecify.annotations.NullMarked;
