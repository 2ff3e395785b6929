package org.converge4j.run.plan;

import java.util.List;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.training.Target;
import org.converge4j.run.message.Runs;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Runs that a worker is given together: one problem, one training, one updater variant with the same common
 * settings, so that they can be stacked.
 *
 * @param base the folder that the problem's files are relative to, absolute
 * @param runs at least one
 * @param targets whose first crossing is to be noticed
 * @param attempt 1, or 2 for a run that is tried again alone after its worker died
 */
public record Batch(
        String base,

        @JsonSerialize(converter = Runs.Packed.class) @JsonDeserialize(converter = Runs.Unpacked.class)
        List<RunSpec> runs,

        List<Target> targets,
        int attempt) {
    public Batch {
        runs = List.copyOf(runs);
        targets = List.copyOf(targets);
    }

    /** Some of its runs, tried as often as they then have been. */
    public Batch of(List<RunSpec> some, int attempts) {
        return new Batch(base, some, targets, attempts);
    }
}
