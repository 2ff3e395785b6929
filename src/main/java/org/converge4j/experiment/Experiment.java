package org.converge4j.experiment;

import java.util.List;

/**
 * One question, as one file describes it: every problem is solved by every updater from the same seeds.
 *
 * @param name names the folder under {@code results/}
 * @param question what the experiment is to find out, empty if its author did not say
 * @param trials problems times updaters times the points of their grids, in the order of the file
 * @param seeds the same for every trial, so that runs pair up
 * @param targets the ladder of losses whose first crossing is reported
 */
public record Experiment(String name, String question, List<Trial> trials, List<Long> seeds, List<Target> targets) {
    public Experiment {
        trials = List.copyOf(trials);
        seeds = List.copyOf(seeds);
        targets = List.copyOf(targets);
    }

    /** Every run, seed-major: an experiment that is stopped half-way has done the same seeds of every trial. */
    public List<RunSpec> runs() {
        return seeds.stream()
                .flatMap(seed -> trials.stream().map(trial -> new RunSpec(trial, seed)))
                .toList();
    }

    /** The problems of the trials, each once, in the order of the file. */
    public List<Problem> problems() {
        return trials.stream().map(Trial::problem).distinct().toList();
    }
}
