package org.converge4j.run.message;

import java.util.List;
import org.converge4j.experiment.Trial;

/** Trials of which somebody wants to know whose learning rate or schedule changes nothing. */
public record RatesRequest(List<Trial> trials) {
    public RatesRequest {
        trials = List.copyOf(trials);
    }
}
