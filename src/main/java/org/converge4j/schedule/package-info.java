/**
 * Learning-rate schedules: how the rate of any updater changes from step to step. Each is a factor on the updater's own rate,
 * a pure function of the steps taken, so one schedule serves updaters of very different rates.
 */
@NullMarked
package org.converge4j.schedule;

import org.jspecify.annotations.NullMarked;
