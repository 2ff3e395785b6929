package org.converge4j.run.plan;

import java.util.List;
import org.converge4j.experiment.RunSpec;

/**
 * Runs that a worker is given together: one problem, one training, one updater variant with the same common
 * settings, so that they can be stacked.
 *
 * @param base the folder that the problem's files are relative to, absolute
 * @param runs at least one
 * @param attempt 1, or 2 for a run that is tried again alone after its worker died
 */
public record Batch(String base, List<RunSpec> runs, int attempt) {
    public Batch {
        runs = List.copyOf(runs);
    }
}
