package org.converge4j.run.message;

import org.converge4j.experiment.Problem;
import org.converge4j.experiment.training.Precision;

/**
 * A problem whose rows all workers of a machine are to read from one file.
 *
 * @param base the folder that the problem's files are relative to, absolute
 * @param seed of a run
 * @param precision in which it is trained
 * @param file absolute; empty until the first worker has written the rows to it
 */
public record ShareRequest(Problem problem, String base, long seed, Precision precision, String file) {}
