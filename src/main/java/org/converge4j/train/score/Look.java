package org.converge4j.train.score;

import java.util.Map;
import java.util.OptionalDouble;
import org.converge4j.experiment.training.Metric;

/**
 * What a look at a network shows.
 *
 * @param loss of the rows that it is at, if it was asked for
 * @param error the standard error of that loss as one of all rows, where the rows are a sample with losses of their own
 * @param metrics those of the rows that are finite
 */
public record Look(OptionalDouble loss, OptionalDouble error, Map<Metric, Double> metrics) {}
