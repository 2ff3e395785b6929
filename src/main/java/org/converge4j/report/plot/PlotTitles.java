package org.converge4j.report.plot;

import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.verdict.Answer;
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

    /** Above a chart of a problem, and what that shows. */
    Titles of(ProblemComparison problem, Text shown) {
        Answer answer = comparison.problems().size() == 1 ? Answer.of(comparison) : Answer.of(comparison, problem);
        return new Titles(comparison.experiment().title(), say(answer.claim()), say(shown));
    }

    /** What stands in a chart. */
    String say(Text text) {
        return Letters.said(text, language);
    }
}
