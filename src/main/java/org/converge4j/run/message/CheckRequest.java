package org.converge4j.run.message;

import java.util.List;
import org.converge4j.experiment.Trial;

/**
 * Trials that are to be trained: whose problem lacks what its updater reads, and whose learning rate or schedule changes nothing?
 *
 * @param base the folder that the problems' files are relative to, absolute
 * @param seed of a run, for the problem as that has it
 */
public record CheckRequest(String base, List<Trial> trials, long seed) {
    public CheckRequest {
        trials = List.copyOf(trials);
    }
}
