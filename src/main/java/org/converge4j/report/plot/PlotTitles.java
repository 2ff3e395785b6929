package org.converge4j.report.plot;

import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.verdict.Answer;
import org.converge4j.analysis.verdict.Answers;

/** What stands above the pictures of a comparison: its question, and the answer of the problem. */
public final class PlotTitles {
    private final Comparison comparison;

    public PlotTitles(Comparison comparison) {
        this.comparison = comparison;
    }

    Titles of(ProblemComparison problem, String shown) {
        Answer answer = comparison.problems().size() == 1 ? Answers.of(comparison) : Answers.of(comparison, problem);
        return new Titles(
                comparison.experiment().title(),
                answer.claim(),
                problem.problem().name() + ": " + shown);
    }
}
