package org.converge4j.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.Experiments;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.DecideBy;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Target;
import org.converge4j.report.Samples;
import org.converge4j.report.file.SummaryCsv;
import org.converge4j.report.page.Page;
import org.junit.jupiter.api.Test;

/** The plain reports against golden files, whose numbers are those of the geometric curves that {@link Samples} draws. */
class MarkdownTest {
    private static final Catalog CATALOG = Catalog.load(MarkdownTest.class.getClassLoader());

    @Test
    void the_report_reads_as_the_golden_file() throws IOException {
        Catalog none = new Catalog(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of()); // so that its words can change freely
        assertThat(Markdown.of(Samples.grid("Which <b>one</b> | of *these*?"), none))
                .isEqualTo(golden("report.md"));
    }

    @Test
    void the_summary_reads_as_the_golden_file() throws IOException {
        StringWriter summary = new StringWriter();
        SummaryCsv.write(Samples.grid(""), summary);

        assertThat(summary).hasToString(golden("summary.csv"));
    }

    @Test
    void each_updater_stands_beside_the_article_with_its_measured_distance() {
        assertThat(Markdown.of(Samples.grid(""), CATALOG))
                .contains("- the article: `v ← β v + (1−β) g`, `θ ← θ − η v`")
                .contains("- measured distance: momentum η = 0.1: 0.5 in a parameter, at step 3, over 8 seeds");
    }

    @Test
    void a_partial_experiment_gives_a_report_that_says_what_is_missing() {
        Comparison partial =
                new Samples("", 8, 10).updater("sgd", 1, 0.5).without(3).comparison();

        assertThat(Markdown.of(partial, CATALOG)).contains("3 runs of 8 are not recorded yet");
        assertThat(Page.of(partial, CATALOG)).contains("3 runs of 8 are not recorded yet");
    }

    @Test
    void an_experiment_without_a_single_run_gives_a_report() {
        Comparison empty =
                new Samples("", 8, 10).updater("sgd", 1, 0.5).without(8).comparison();

        assertThat(Markdown.of(empty, CATALOG)).contains("8 runs of 8 are not recorded yet");
        assertThat(Page.of(empty, CATALOG)).contains("8 runs of 8 are not recorded yet");
        assertThat(new TerminalReport(empty).parts(80, text -> text).get(0).table())
                .contains("sgd");
    }

    @Test
    void what_decides_is_the_first_picture_also_where_it_is_reached_on_the_test_part() {
        DecideBy soonest = DecideBy.to(DecideBy.Kind.STEPS, Target.of(Metric.TEST_ACCURACY, 0.1));
        String report = Markdown.of(
                new Samples("", 8, 60)
                        .deciding(soonest)
                        .tested()
                        .updater("sgd", 1, 0.5)
                        .comparison(),
                CATALOG);

        assertThat(report.indexOf("](plots/test-")).isBetween(1, report.indexOf("](plots/convergence-"));
    }

    @Test
    void a_command_is_code() {
        Comparison comparison = new Experiments()
                .trial("sgd", .01, new double[] {1, .3})
                .trial("sgd", .1, new double[] {1, .1})
                .comparison(1, 0);

        assertThat(Markdown.of(comparison, CATALOG))
                .contains(" `./converge run results/e/experiment.yaml --out results/e --rates 1` trains");
    }

    @Test
    void targets_that_cannot_be_told_have_no_table() {
        double[] curve = {1, .5, .1, .05};
        Comparison known = new Experiments().trial("sgd", .1, curve).comparison(1, 0, .2);
        Comparison unknown = new Experiments()
                .on(Experiments.PROBLEM, Experiments.over(Optional.empty())) // a fraction of no excess
                .trial("sgd", .1, curve)
                .comparison(1, 0, .2);

        assertThat(Markdown.of(known, CATALOG)).contains("Median steps to each target");
        assertThat(Markdown.of(unknown, CATALOG))
                .doesNotContain("Median steps to each target", "Expected running time");
    }

    @Test
    void the_same_records_give_the_same_page() {
        assertThat(Page.of(Samples.grid(""), CATALOG)).isEqualTo(Page.of(Samples.grid(""), CATALOG));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = MarkdownTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
