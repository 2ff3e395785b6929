package org.converge4j.run.message;

import java.util.List;
import org.converge4j.experiment.RunSpec;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Trials to measure.
 *
 * @param base the folder that the problem's files are relative to, absolute
 * @param runs of trials that differ in their learning rate alone, at least one
 */
public record MeasureRequest(
        String base,

        @JsonSerialize(converter = Runs.Packed.class) @JsonDeserialize(converter = Runs.Unpacked.class)
        List<RunSpec> runs) {
    public MeasureRequest {
        runs = List.copyOf(runs);
    }
}
