package org.converge4j.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.report.content.Sentences;
import org.converge4j.report.content.Words;
import org.converge4j.wording.Language;
import org.converge4j.wording.Text;

/** What a terminal shows of a comparison: the answer, the table of each problem, then what one must know before believing them. */
public final class TerminalReport {
    private final Comparison comparison;
    private final Sentences sentences;
    private final Language language;

    /** In English. */
    public TerminalReport(Comparison comparison) {
        this(comparison, Language.EN);
    }

    /** In a language. */
    public TerminalReport(Comparison comparison, Language language) {
        this.comparison = comparison;
        this.language = language;
        this.sentences = new Sentences(comparison);
    }

    /** What was found, of the whole experiment; empty before its first run. */
    public String answer() {
        return sentences.answer().in(language);
    }

    /**
     * What there is to say of each problem.
     *
     * @param columns that a table may fill
     * @param spelling how signs are written that not every terminal knows
     */
    public List<Part> parts(int columns, UnaryOperator<String> spelling) {
        List<Part> parts = new ArrayList<>();
        for (ProblemComparison problem : comparison.problems()) {
            String name = problem.problem().name();
            List<Text> notes = new ArrayList<>(sentences.trial(name));
            if (comparison.problems().size() == 1) {
                notes.remove(sentences.answer(name)); // the same in more words
            }
            notes.addAll(sentences.cautions(name));
            parts.add(new Part(
                    Words.heading(problem).in(language),
                    TerminalTable.of(problem, columns, cell -> spelling.apply(cell.in(language))),
                    said(notes)));
        }
        return parts;
    }

    /** What must be known of the whole before believing any of it, and what holds over all problems. */
    public List<String> notes() {
        List<Text> notes = new ArrayList<>(sentences.across());
        notes.addAll(sentences.cautions());
        return said(notes);
    }

    private List<String> said(List<Text> texts) {
        return texts.stream().map(text -> text.in(language)).toList();
    }

    /**
     * What is said of a problem.
     *
     * @param heading its name and size
     * @param table of its updaters
     * @param notes what trying showed on it, and what to beware of
     */
    public record Part(String heading, String table, List<String> notes) {
        public Part {
            notes = List.copyOf(notes);
        }
    }
}
