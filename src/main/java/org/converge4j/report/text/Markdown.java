package org.converge4j.report.text;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.message.Printable;
import org.converge4j.report.content.DetailTables;
import org.converge4j.report.content.MetricTables;
import org.converge4j.report.content.PageData.TableData;
import org.converge4j.report.content.PageData.UpdaterData;
import org.converge4j.report.content.ProblemWords;
import org.converge4j.report.content.ReportFiles;
import org.converge4j.report.content.ResultTable;
import org.converge4j.report.content.Sentences;
import org.converge4j.report.content.StrideNotes;
import org.converge4j.report.content.TargetTables;
import org.converge4j.report.content.TheoryNotes;
import org.converge4j.report.content.UpdaterNotes;
import org.converge4j.report.content.WinnerData;
import org.converge4j.report.content.Words;
import org.converge4j.report.plot.ConvergencePlot;
import org.converge4j.report.plot.SensitivityPlot;

/** The report as Markdown, for a code-hosting page or a terminal. */
public final class Markdown {
    private static final int FENCE = 3;

    private final Comparison comparison;
    private final Sentences sentences;
    private final StringBuilder text = new StringBuilder();

    private Markdown(Comparison comparison) {
        this.comparison = comparison;
        this.sentences = new Sentences(comparison);
    }

    public static String of(Comparison comparison, Catalog catalog) {
        Markdown report = new Markdown(comparison);
        report.head();
        report.problem(comparison.problems().get(0));
        comparison.problems().stream().skip(1).forEach(report::other);
        report.sentences.across().forEach(sentence -> report.line("\n" + escape(sentence)));
        report.folded("What each updater computes", () -> report.updaters(new UpdaterNotes(comparison, catalog).all()));
        report.folded("How it was run", report::background);
        report.again();
        return report.text.toString();
    }

    private void head() {
        line("# " + escape(comparison.experiment().title()));
        line("");
        line("**" + escape(sentences.answer()) + "**\n");
        caveats(sentences.cautions());
        line(escape(Words.size(comparison)));
    }

    private void problem(ProblemComparison problem) {
        heading(problem.problem().name() + Words.facts(problem, ": "));
        findings(problem);
    }

    /** The problems after the first are folded, that the report stays within two screens. */
    private void other(ProblemComparison problem) {
        folded(problem.problem().name() + Words.facts(problem, ": "), () -> {
            line("");
            findings(problem);
        });
    }

    private void findings(ProblemComparison problem) {
        String answer = sentences.answer(problem.problem().name());
        if (!answer.isEmpty()) {
            line(escape(answer) + "\n");
        }
        caveats(sentences.cautions(problem.problem().name()));
        table(ResultTable.of(problem));
        line("");
        line("![Loss of every updater by step](" + ReportFiles.convergence(problem) + ")");
        if (ConvergencePlot.showsTest(problem)) {
            line("\n![The test part under every updater by step](" + ReportFiles.tested(problem) + ")");
        }
        folded("All else on " + problem.problem().name(), () -> details(problem));
        WinnerData.of(comparison, problem).ifPresent(winner -> winner(problem, winner));
    }

    private void details(ProblemComparison problem) {
        if (SensitivityPlot.shows(problem)) {
            line("\n![Final loss of every updater by learning rate](" + ReportFiles.sensitivity(problem) + ")");
        }
        sentences.more(problem.problem().name()).forEach(sentence -> line("\n" + escape(sentence)));
        titled(
                "Median " + problem.deciding().unit()
                        + "s to each target, and how many seeds reached it; % is of the first excess:",
                TargetTables.ladder(problem));
        titled(
                "Expected running time: all " + problem.deciding().unit()
                        + "s taken, misses included, over the successes:",
                TargetTables.expected(problem));
        titled("How good the networks are at the end, medians over the seeds:", MetricTables.of(problem));
        titled("What smaller budgets would have bought, at the same settings:", TargetTables.budgets(problem));
        titled(
                "What theory says, beside what was measured (× is what a step multiplies the excess by in the long run):",
                TheoryNotes.table(problem));
        titled(
                "How far a step moves a parameter (root mean square, median over steps of the first seed's run), and at which"
                        + " rate a known updater moves as far:",
                StrideNotes.table(problem));
        titled("Diverged:", DetailTables.diverged(problem));
    }

    /** The best trial as DL4J code, folded away. */
    private void winner(ProblemComparison problem, WinnerData winner) {
        folded(winner.label() + " in DL4J, " + winner.standing(), () -> {
            line("\nThe same as JSON: [configuration.json](" + ReportFiles.winner(problem, "configuration.json")
                    + ")\n");
            String code = winner.java().strip();
            line(fence(code) + "java\n" + code + "\n" + fence(code));
        });
    }

    /** A part that a click unfolds; nothing of one that would be empty. */
    private void folded(String title, Runnable part) {
        int before = text.length();
        part.run();
        if (text.length() > before) {
            text.insert(before, "\n<details><summary>" + html(title) + "</summary>\n");
            line("\n</details>");
        }
    }

    /** A table with a line above; nothing where it would say nothing. */
    private void titled(String title, TableData table) {
        if (table.columns().size() > 1 && !table.rows().isEmpty()) {
            line("\n" + title + "\n");
            table(table);
        }
    }

    private void caveats(List<String> caveats) {
        caveats.forEach(caveat -> line("> " + escape(caveat) + "\n"));
    }

    private void table(TableData table) {
        row(table.columns());
        row(table.numeric().stream().map(n -> n ? "---:" : "---").toList());
        table.rows().forEach(cells -> row(cells.stream().map(Markdown::escape).toList()));
    }

    private void updaters(List<UpdaterData> updaters) {
        line(
                "\nθ parameters, g gradient, η learning rate, t = 1, 2, … The distance is the largest difference of any parameter at"
                        + " any step between the two trajectories, from the same starting points on the same batches.");
        for (UpdaterData updater : updaters) {
            line("");
            line("**" + escape(updater.name()) + "**: " + escape(updater.about()) + ".");
            line("");
            item("the article", code(updater.article()));
            item(updater.article().isEmpty() ? "computes" : "DL4J computes", code(updater.equation()));
            item(
                    "measured distance",
                    updater.distances().stream().map(Markdown::escape).collect(Collectors.joining("; ")));
            updater.differs().forEach(text -> item("differs", escape(text)));
            item("source", escape(updater.source()));
        }
    }

    private void background() {
        line("");
        facts(Words.training(comparison));
        comparison.problems().forEach(problem -> {
            line("\nProblem " + escape(problem.problem().name()) + ":\n");
            facts(ProblemWords.of(problem));
        });
        comparison.environments().forEach(environment -> {
            line("");
            facts(Words.environment(environment));
        });
    }

    private void again() {
        heading("Run it again");
        Words.commands(comparison)
                .forEach((command, purpose) -> line("    " + command + "\n\n" + escape(purpose) + ".\n"));
        line(
                "Excess is loss − floor. Quartiles are over the seeds; a diverged run counts as ∞. `curves.csv` beside this file"
                        + " holds every recorded loss, `metrics.csv` every other metric, `summary.csv` the table at full precision. Solved is what"
                        + " lies no further over the floor than rounding can tell.");
    }

    private void facts(Map<String, String> facts) {
        facts.forEach((name, value) -> item(name, escape(value)));
    }

    private void item(String name, String value) {
        if (!value.isEmpty()) {
            line("- " + name + ": " + value);
        }
    }

    private void heading(String heading) {
        line("\n## " + escape(heading) + "\n");
    }

    private void row(List<String> cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String code(List<String> equations) {
        return equations.stream().map(line -> "`" + line + "`").collect(Collectors.joining(", "));
    }

    /** Names are text: nothing in them becomes markup, a link or a line of its own. */
    private static String escape(String text) {
        return Printable.line(text)
                .replaceAll("([\\\\`*_\\[\\]>|#&~!])", "\\\\$1")
                .replace("<", "&lt;") // also where a block of HTML has begun, in which a backslash means nothing
                .replace("://", ":\\/\\/")
                .replaceAll("(?i)\\b(www)\\.", "$1\\\\.");
    }

    /** The same within an element of HTML, where Markdown's signs mean nothing. */
    private static String html(String text) {
        return Printable.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("[", "&#91;")
                .replace("://", "&#58;//")
                .replace("www.", "www&#46;");
    }

    /** A fence that nothing within ends: longer than every row of backquotes there. */
    private static String fence(String code) {
        int longest = Pattern.compile("`+")
                .matcher(code)
                .results()
                .mapToInt(row -> row.group().length())
                .max()
                .orElse(0);
        return "`".repeat(Math.max(FENCE, longest + 1));
    }
}
