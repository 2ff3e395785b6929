package org.converge4j.experiment;

import java.util.List;

/**
 * What is to be solved: data, a network, and where it starts.
 *
 * @param name as the experiment calls it
 * @param data where rows come from
 * @param network what is fitted to them
 * @param start the starting parameters in DL4J's flat order, or empty to draw them from the run's seed
 */
public record Problem(String name, Choice data, Choice network, List<Double> start) {
    public Problem {
        start = List.copyOf(start);
    }
}
