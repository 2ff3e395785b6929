package org.converge4j.report.plot;

import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.verdict.Answer;
import org.converge4j.analysis.verdict.Answers;
import org.converge4j.wording.Language;
import org.converge4j.wording.Text;

/** What stands above the pictures of a comparison: its question, and the answer of the problem. */
public final class PlotTitles {
    private final Comparison comparison;
    private final Language language;

    public PlotTitles(Comparison comparison, Language language) {
        this.comparison = comparison;
        this.language = language;
    }

    /** Above a chart of a problem that shows what a key says. */
    Titles of(ProblemComparison problem, String shown) {
        Answer answer = comparison.problems().size() == 1 ? Answers.of(comparison) : Answers.of(comparison, problem);
        return new Titles(
                comparison.experiment().title(),
                say(answer.claim()),
                say(Text.of(shown, problem.problem().name())));
    }

    /** What stands in a chart. */
    String say(Text text) {
        return Letters.said(text, language);
    }
}
