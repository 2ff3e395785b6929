package org.converge4j.analysis.verdict;

import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;

/** What trying showed. */
public final class Answers {
    private Answers() {}

    /** Of the whole experiment. */
    public static Answer of(Comparison comparison) {
        return new ExperimentAnswer(comparison).answer();
    }

    /** Of one of its problems. */
    public static Answer of(Comparison comparison, ProblemComparison problem) {
        return new ProblemAnswer(problem, comparison.problems().size(), true).answer();
    }
}
