package org.converge4j.run.message;

import java.util.List;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.training.Training;

/**
 * A problem to write down.
 *
 * @param base the folder its files are relative to
 * @param folder to write to, absolute
 * @param arrays whether to write arrays for NumPy, too
 */
public record ExportRequest(
        Problem problem, String base, Training training, List<Long> seeds, String folder, boolean arrays) {
    public ExportRequest {
        seeds = List.copyOf(seeds);
    }
}
