package org.converge4j.analysis.verdict;

import java.util.List;
import java.util.Optional;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.statistics.Pair;
import org.converge4j.wording.Text;

/**
 * What trying showed, of a problem or of the whole experiment.
 *
 * @param problem its name; empty for the whole experiment
 * @param kind what is shown
 * @param leaders the best updater; the updaters that are alike; or those of which it cannot be told, the most favoured first
 * @param pair the two that decide: the best and the next, or two leaders; nothing for several problems, or without a rival
 * @param measure what decides, in words
 * @param claim in a few sentences, without statistics
 * @param sentence the claim with its evidence: interval, seeds and p
 */
public record Answer(
        String problem, Kind kind, List<String> leaders, Optional<Pair> pair, Text measure, Text claim, Text sentence) {
    /** What is shown. */
    public enum Kind {
        /** One updater is better than all others. */
        BEST,
        /** The leaders are alike. */
        ALIKE,
        /** It cannot be told which of the leaders is best. */
        CANNOT_TELL,
        /** No updater succeeds. */
        NONE,
        /** Of several problems, not all have the same answer. */
        MIXED,
        /** The experiment does not rank, or has nothing to rank yet. */
        NOT_RANKED
    }

    /** Of a whole experiment. */
    public static Answer of(Comparison comparison) {
        return new ExperimentAnswer(comparison).answer();
    }

    /** Of one of its problems. */
    public static Answer of(Comparison comparison, ProblemComparison problem) {
        return new ProblemAnswer(problem, comparison.problems().size(), true).answer();
    }
}
