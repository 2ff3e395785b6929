package org.converge4j.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.Findings;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.catalog.Catalog;
import org.converge4j.report.PageData.UpdaterData;

/** The report as Markdown, for a code-hosting page or a terminal. */
final class Markdown {
    private final Comparison comparison;
    private final StringBuilder text = new StringBuilder();

    private Markdown(Comparison comparison) {
        this.comparison = comparison;
    }

    static String of(Comparison comparison, Catalog catalog) {
        Markdown report = new Markdown(comparison);
        report.head();
        comparison.problems().forEach(report::problem);
        report.updaters(new UpdaterNotes(comparison, catalog).all());
        report.background();
        return report.text.toString();
    }

    private void head() {
        line("# " + escape(Words.question(comparison)));
        line("");
        Words.caveats(comparison).forEach(caveat -> line("> **Note.** " + escape(caveat) + "\n"));
        line(escape(Words.size(comparison)));
        line("");
        Findings.of(comparison).forEach(finding -> line("- " + escape(finding.sentence())));
    }

    private void problem(ProblemComparison problem) {
        heading(problem.problem().name() + Words.facts(problem, ": "));
        row(RankingTable.headings());
        row(RankingTable.headings().stream().map(heading -> "---").toList());
        RankingTable.rows(problem)
                .forEach(cells -> row(cells.stream().map(Markdown::escape).toList()));
        line("");
        List<ResultTable.Column> columns = ResultTable.columns(problem);
        row(columns.stream().map(ResultTable.Column::heading).toList());
        row(columns.stream().map(c -> c.numeric() ? "---:" : "---").toList());
        problem.trials()
                .forEach(trial -> row(columns.stream()
                        .map(column -> escape(column.cell().apply(trial)))
                        .toList()));
        line("");
        line("![Loss of every updater by step](" + Reports.plot(problem) + ")");
    }

    private void updaters(List<UpdaterData> updaters) {
        heading("What each updater computes");
        line(
                "θ parameters, g gradient, η learning rate, t = 1, 2, … The distance is the largest difference of any parameter at"
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
            item("source", escape(updater.source()));
        }
    }

    private void background() {
        heading("How it was run");
        facts(Words.training(comparison));
        comparison.environments().forEach(environment -> {
            line("");
            facts(Words.environment(environment));
        });
        heading("Run it again");
        Words.commands(comparison)
                .forEach((command, purpose) -> line("    " + command + "\n\n" + escape(purpose) + ".\n"));
        line(
                "Excess is loss − floor. Quartiles are over the seeds; a diverged run counts as ∞. `curves.csv` beside this file"
                        + " holds every recorded loss, `summary.csv` the table at full precision.");
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

    /** Names are text: nothing in them becomes markup. */
    private static String escape(String text) {
        return text.replace("\n", " ").replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
    }
}
