package org.converge4j.analysis;

import java.util.List;
import java.util.Optional;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.analysis.statistics.Sensitivity;

/**
 * One updater on one problem, over all the learning rates it was tried at, and all values of what else is chosen.
 *
 * @param name its trials' label without the learning rate and what else is chosen
 * @param trials by ascending learning rate
 * @param chosen the trial that did best on the tuning seeds, or on the reporting seeds where there are no others; nothing
 *     before any has an answer
 * @param edge whether the chosen learning rate is at an end of its grid, so that the best may lie beyond
 * @param sensitivity of the end to the learning rate, all else as chosen; nothing for a single one
 * @param reaching the same of what decides, such as when a target is reached or the test loss; nothing where that is the end, or not drawn so
 * @param bestOf what tuning with fewer trials would have given: entry k−1 for k trials drawn from the grid
 * @param theory of its rates, where the problem is a quadratic and theory knows the rule
 */
public record UpdaterSummary(
        String name,
        List<TrialSummary> trials,
        Optional<TrialSummary> chosen,
        Edge edge,
        Optional<Sensitivity> sensitivity,
        Optional<Sensitivity> reaching,
        List<Quartiles> bestOf,
        Optional<Theory> theory) {

    /** Where on its grid a learning rate lies. */
    public enum Edge {
        /** Inside, or there is no grid. */
        NONE,
        /** At the least rate of the grid. */
        LOWEST,
        /** At the greatest rate of the grid. */
        HIGHEST
    }

    /** The trials that differ from the chosen one in their learning rate alone, by ascending rate; all before one is chosen. */
    public List<TrialSummary> slice() {
        return slice(trials, chosen);
    }

    static List<TrialSummary> slice(List<TrialSummary> trials, Optional<TrialSummary> chosen) {
        return chosen.map(best -> trials.stream()
                        .filter(trial -> trial.trial().isSiblingOf(best.trial()))
                        .toList())
                .orElse(trials);
    }

    /** Whether every run of it diverged, at every learning rate. */
    public boolean isLost() {
        return trials.stream().allMatch(trial -> trial.diverged() == trial.answers());
    }

    /** Whether its settings were chosen among several learning rates, and the best of them is not at the grid's edge. */
    public boolean isTuned() {
        return trials.size() > 1 && edge == Edge.NONE;
    }
}
