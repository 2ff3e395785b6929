package org.converge4j.report.text;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.message.Printable;
import org.converge4j.report.content.DetailTables;
import org.converge4j.report.content.MetricTables;
import org.converge4j.report.content.PageData.FactData;
import org.converge4j.report.content.PageData.TableData;
import org.converge4j.report.content.PageData.UpdaterData;
import org.converge4j.report.content.ProblemWords;
import org.converge4j.report.content.ResultTable;
import org.converge4j.report.content.Sentences;
import org.converge4j.report.content.StrideNotes;
import org.converge4j.report.content.TargetTables;
import org.converge4j.report.content.TheoryNotes;
import org.converge4j.report.content.UpdaterNotes;
import org.converge4j.report.content.WinnerData;
import org.converge4j.report.content.Words;
import org.converge4j.report.plot.ConvergencePlot;
import org.converge4j.report.plot.ReportFiles;
import org.converge4j.report.plot.SensitivityPlot;
import org.converge4j.wording.Commands;
import org.converge4j.wording.Language;
import org.converge4j.wording.Text;

/** The report as Markdown, for a code-hosting page or a terminal. */
public final class Markdown {
    /** A command of ours, which is shown as code; within a block of HTML or a table it could not hold these signs. */
    private static final Pattern COMMAND = Pattern.compile("`" + Pattern.quote(Commands.launcher()) + " [^`<&|]*`");

    private static final int FENCE = 3;

    private final Comparison comparison;
    private final Catalog catalog;
    private final Sentences sentences;
    private final Language language;
    private final StringBuilder text = new StringBuilder();

    private Markdown(Comparison comparison, Catalog catalog, Language language) {
        this.comparison = comparison;
        this.catalog = catalog;
        this.sentences = new Sentences(comparison);
        this.language = language;
    }

    /** In English. */
    public static String of(Comparison comparison, Catalog catalog) {
        return of(comparison, catalog, Language.EN);
    }

    /** In a language. */
    public static String of(Comparison comparison, Catalog catalog, Language language) {
        Markdown report = new Markdown(comparison, catalog, language);
        report.head();
        report.problem(comparison.problems().get(0));
        comparison.problems().stream().skip(1).forEach(report::other);
        report.sentences.across().forEach(sentence -> report.line("\n" + report.escaped(sentence)));
        report.folded(Text.of("page.updaters"), report::updaters);
        report.folded(Text.of("page.setting"), report::background);
        report.folded(Text.of("page.again"), report::again);
        report.line("\n" + Text.of("md.end").in(language));
        return report.text.toString();
    }

    private void head() {
        line("# " + escape(comparison.experiment().title()));
        line("");
        line("**" + escaped(sentences.answer()) + "**\n");
        caveats(sentences.cautions());
        line(escaped(Words.size(comparison)));
    }

    private void problem(ProblemComparison problem) {
        heading(Words.heading(problem));
        findings(problem);
    }

    /** The problems after the first are folded, that the report stays within two screens. */
    private void other(ProblemComparison problem) {
        folded(Words.heading(problem), () -> {
            line("");
            findings(problem);
        });
    }

    private void findings(ProblemComparison problem) {
        Text answer = sentences.answer(problem.problem().name());
        if (answer.says()) {
            line(escaped(answer) + "\n");
        }
        caveats(sentences.cautions(problem.problem().name()));
        table(ResultTable.of(problem));
        line("");
        if (isDecidedByTest(problem)) {
            tested(problem);
        } else {
            convergence(problem);
        }
        folded(Text.of("md.else", problem.problem().name()), () -> details(problem));
        WinnerData.of(comparison, problem, catalog).ifPresent(winner -> winner(problem, winner));
    }

    private static boolean isDecidedByTest(ProblemComparison problem) {
        return problem.deciding().measure().isOfTest() && ConvergencePlot.showsTest(problem);
    }

    private void convergence(ProblemComparison problem) {
        picture("md.convergence", ReportFiles.convergence(problem));
    }

    private void tested(ProblemComparison problem) {
        picture("md.tested", ReportFiles.tested(problem));
    }

    private void picture(String what, String file) {
        line("![" + escaped(Text.of(what)) + "](" + file + ")");
    }

    /** What is folded away, the pictures that do not decide first. */
    private void details(ProblemComparison problem) {
        if (isDecidedByTest(problem)) {
            line("");
            convergence(problem);
        } else if (ConvergencePlot.showsTest(problem)) {
            line("");
            tested(problem);
        }
        if (SensitivityPlot.shows(problem)) {
            line("");
            picture("md.sensitivity", ReportFiles.sensitivity(problem));
        }
        sentences.more(problem.problem().name()).forEach(sentence -> line("\n" + escaped(sentence)));
        String counted = problem.deciding().unit();
        titled("md.ladder." + counted, TargetTables.ladder(problem));
        titled("md.expected." + counted, TargetTables.expected(problem));
        OptionalInt gradients = problem.deciding().gradients();
        titled(
                gradients.isPresent() ? Text.of("md.metrics.gradients", gradients.getAsInt()) : Text.of("md.metrics"),
                MetricTables.of(problem));
        titled("md.budgets", TargetTables.budgets(problem));
        titled("md.theory", TheoryNotes.table(problem));
        titled("md.strides", StrideNotes.table(problem));
        titled("md.diverged", DetailTables.diverged(problem));
    }

    /** The best trial as DL4J code, folded away. */
    private void winner(ProblemComparison problem, WinnerData winner) {
        folded(Text.of("md.winner", winner.label(), winner.standing()), () -> {
            line("\n" + escaped(winner.note()));
            if (winner.json().isEmpty()) {
                return;
            }
            String file = ReportFiles.winner(problem, "configuration.json");
            line("\n" + escaped(Text.of("md.json")) + " [configuration.json](" + file + ")\n");
            String code = winner.java().strip();
            line(fence(code) + "java\n" + code + "\n" + fence(code));
        });
    }

    /** A part that a click unfolds; nothing of one that would be empty. */
    private void folded(Text title, Runnable part) {
        int before = text.length();
        part.run();
        if (text.length() > before) {
            text.insert(before, "\n<details><summary>" + html(title.in(language)) + "</summary>\n");
            line("\n</details>");
        }
    }

    /** A table with a line above; nothing where it would say nothing. */
    private void titled(String title, TableData table) {
        titled(Text.of(title), table);
    }

    private void titled(Text title, TableData table) {
        if (table.columns().size() > 1 && !table.rows().isEmpty()) {
            line("\n" + escaped(title) + "\n");
            table(table);
        }
    }

    private void caveats(List<Text> caveats) {
        caveats.forEach(caveat -> line("> " + escaped(caveat) + "\n"));
    }

    private void table(TableData table) {
        row(table.columns());
        line("| "
                + String.join(
                        " | ",
                        table.numeric().stream().map(n -> n ? "---:" : "---").toList()) + " |");
        table.rows().forEach(this::row);
    }

    private void updaters() {
        line("\n" + escaped(Text.of("page.updaters.lead")));
        for (UpdaterData updater : new UpdaterNotes(comparison, catalog).all()) {
            line("");
            Text about = Text.of("pair.verdict", "**" + escape(updater.name()) + "**", escaped(updater.about()));
            line(Text.of("sentence", about).in(language));
            line("");
            item("updater.article", code(updater.article()));
            item(updater.article().isEmpty() ? "updater.computes" : "updater.dl4j", code(updater.equation()));
            item("updater.distance", escaped(Text.semicolons(updater.distances())));
            updater.differs().forEach(text -> item("updater.differs", escaped(text)));
            item("updater.source", escaped(updater.source()));
        }
    }

    private void background() {
        line("");
        facts(Words.training(comparison));
        comparison.problems().forEach(problem -> {
            line("\n" + escaped(Text.of("page.problem.named", problem.problem().name())) + "\n");
            facts(ProblemWords.of(problem));
        });
        comparison.environments().forEach(environment -> {
            line("");
            facts(Words.environment(environment));
        });
    }

    private void again() {
        line("");
        Words.commands(comparison)
                .forEach(command -> line("    " + command.name().in(language) + "\n\n"
                        + escaped(Text.of("sentence", command.value())) + "\n"));
    }

    private void facts(List<FactData> facts) {
        facts.forEach(fact -> item(fact.name(), escaped(fact.value())));
    }

    private void item(String name, String value) {
        item(Text.of(name), value);
    }

    private void item(Text name, String value) {
        if (!value.isEmpty()) {
            line("- " + Text.of("pair.verdict", name, value).in(language));
        }
    }

    private void heading(Text heading) {
        line("\n## " + escaped(heading) + "\n");
    }

    private void row(List<Text> cells) {
        line("| " + String.join(" | ", cells.stream().map(this::escaped).toList()) + " |");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private String escaped(Text said) {
        return escape(said.in(language));
    }

    private static String code(List<String> equations) {
        return equations.stream().map(line -> "`" + line + "`").collect(Collectors.joining(", "));
    }

    /** Names are text: nothing in them becomes markup, a link or a line of its own. */
    private static String escape(String text) {
        String line = Printable.line(text);
        StringBuilder escaped = new StringBuilder();
        int from = 0;
        for (Matcher command = COMMAND.matcher(line); command.find(); from = command.end()) {
            escaped.append(plain(line.substring(from, command.start()))).append(command.group());
        }
        return escaped.append(plain(line.substring(from))).toString();
    }

    private static String plain(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]>|#&~!])", "\\\\$1")
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
