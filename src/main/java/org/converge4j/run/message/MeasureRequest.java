package org.converge4j.run.message;

import java.util.List;
import org.converge4j.experiment.RunSpec;

/**
 * Trials to measure.
 *
 * @param base the folder that the problem's files are relative to, absolute
 * @param runs of trials that differ in their learning rate alone, at least one
 */
public record MeasureRequest(String base, List<RunSpec> runs) {
    public MeasureRequest {
        runs = List.copyOf(runs);
    }
}
