package org.converge4j.run;

import java.util.List;
import org.converge4j.experiment.RunSpec;

/**
 * A trial to measure.
 *
 * @param base the folder that the problem's files are relative to, absolute
 * @param runs the trial's, at least one
 * @param seconds that its steps may be timed
 */
record MeasureRequest(String base, List<RunSpec> runs, double seconds) {
    MeasureRequest {
        runs = List.copyOf(runs);
    }
}
