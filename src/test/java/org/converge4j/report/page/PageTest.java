package org.converge4j.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.converge4j.analysis.Comparison;
import org.converge4j.browser.Browser;
import org.converge4j.browser.InBrowser;
import org.converge4j.browser.Screen;
import org.converge4j.browser.Tab;
import org.converge4j.catalog.Catalog;
import org.converge4j.report.Samples;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page does in a real browser. */
@InBrowser
class PageTest {
    private static final Catalog CATALOG = Catalog.load(PageTest.class.getClassLoader());
    private static final String ATTACK = "</script><img src=x onerror=\"window.pwned=1\"> {{data}}?";
    private static final String SHOWN = "document.body?.innerText ?? ''";
    private static final String LINES = "document.querySelectorAll('#convergence-plot .line').length";
    private static final String MARKS = "document.querySelectorAll('#%s [data-name]').length";
    private static final String NAMES =
            "[...document.querySelectorAll('#%s [data-name]')].map(mark => mark.dataset.name).join()";
    private static final String TICKS =
            "[...document.querySelectorAll('#convergence-plot .tick.y')].map(tick => tick.textContent).join(' ')";

    @TempDir
    static Path folder;

    @AutoClose
    private static Tab tab;

    @BeforeAll
    static void start(Browser browser) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("grid.html"), Page.of(Samples.grid(ATTACK), CATALOG));
        tab = browser.tab(Screen.DESKTOP);
    }

    @BeforeEach
    void open() throws InterruptedException {
        tab.open(folder.resolve("grid.html").toUri().toString());
    }

    @Test
    void it_asks_for_nothing_but_itself_and_the_console_stays_empty() throws InterruptedException {
        assertThat(tab.number(LINES)).isEqualTo(3); // a median for each of three updaters
        assertThat(tab.requests()).singleElement().asString().endsWith("grid.html");
        assertThat(tab.console()).isEmpty();
    }

    @Test
    void what_a_question_contains_is_shown_as_text_and_never_runs() throws InterruptedException {
        assertThat(tab.text("document.querySelector('h1').textContent")).isEqualTo(ATTACK);
        assertThat(tab.text("document.title")).isEqualTo(ATTACK);
        assertThat(tab.text("String(window.pwned)")).isEqualTo("undefined");
        assertThat(tab.number("document.images.length")).isZero();
    }

    @Test
    void a_legend_entry_switches_an_updater_off_in_every_chart() throws InterruptedException {
        String marks = MARKS.formatted("sensitivity-plot");
        assertThat(tab.number(marks)).isEqualTo(12); // a line, its points, their bars and the ring of the chosen rate

        tab.click("#legend button");

        assertThat(tab.number(LINES)).isEqualTo(2);
        assertThat(tab.number(marks)).isEqualTo(8);
        assertThat(tab.text("document.querySelector('#legend button').getAttribute('aria-pressed')"))
                .isEqualTo("false");
    }

    @Test
    void the_axis_switch_changes_the_axis() throws InterruptedException {
        assertThat(tab.text(TICKS)).contains("10⁻");

        tab.click("[aria-label='Loss axis'] [data-value=linear]");

        assertThat(tab.text(TICKS)).startsWith("0 1 2").doesNotContain("10⁻");
    }

    @Test
    void a_row_of_the_table_shows_the_runs_of_its_trial() throws InterruptedException {
        tab.evaluate("document.getElementById('trials').open = true");
        tab.click("#trial-table tbody tr");

        assertThat(tab.number(LINES)).isEqualTo(3 + 8 + 1); // the others, eight seeds and their median
        assertThat(tab.text("document.getElementById('picked').textContent")).startsWith("sgd η = 0.01");
    }

    @Test
    void the_table_sorts_by_number_and_filters_by_word() throws InterruptedException {
        tab.evaluate("document.getElementById('trials').open = true");
        tab.click("#trial-table thead th:nth-child(2) button");
        assertThat(tab.text("document.querySelector('#trial-table tbody td').textContent"))
                .isEqualTo("0.01");

        tab.evaluate("(field => { field.value = 'adam'; field.dispatchEvent(new Event('input')); })"
                + "(document.querySelector('#trial-table input'))");
        assertThat(tab.number("document.querySelectorAll('#trial-table tbody tr').length"))
                .isEqualTo(3);
    }

    @Test
    void the_address_keeps_the_view() throws InterruptedException {
        tab.click("[aria-label='Loss axis'] [data-value=linear]");
        tab.click("#legend button");
        String address = tab.text("location.href");

        tab.open(address);

        assertThat(tab.number(LINES)).isEqualTo(2);
        assertThat(tab.text(TICKS)).startsWith("0 ");
    }

    @Test
    void theory_is_drawn_in_both_charts() throws IOException, InterruptedException {
        Path page = folder.resolve("theory.html");
        Files.writeString(
                page,
                Page.of(
                        new Samples("", 8, 60)
                                .curved(1)
                                .updater("sgd", 1, 0.1, 0.5, 2.5)
                                .comparison(),
                        CATALOG));
        tab.open(page.toUri().toString());

        assertThat(tab.text(NAMES.formatted("convergence-plot"))).contains("sgd, theory");
        assertThat(tab.text(NAMES.formatted("sensitivity-plot"))).contains("sgd, critical rate");
        assertThat(tab.text("document.querySelector('#sensitivity-plot .upright').dataset.at"))
                .isEqualTo("2"); // 2 / λ
        assertThat(tab.text("document.getElementById('theory-table').textContent"))
                .contains("critical rate");
        assertThat(tab.console()).isEmpty();
    }

    @Test
    void what_decides_is_drawn_and_on_demand_another_measure() throws IOException, InterruptedException {
        openTested();
        String said = "document.getElementById('convergence-plot').getAttribute('aria-label')";
        assertThat(tab.text(said)).isEqualTo("test loss by step, median of 8 seeds. At the end: sgd 48, adam 48.");

        tab.click("[aria-label=Measure] [data-value=training]");

        assertThat(tab.text(said)).startsWith("excess loss by step, median of 8 seeds.");
        tab.click("[aria-label=Measure] [data-value='test accuracy']");

        String accuracy = "test accuracy by step, median of 8 seeds. At the end: sgd 0.645, adam 0.645.";
        assertThat(tab.text(said)).isEqualTo(accuracy);
        assertThat(tab.text(TICKS)).contains("0.2 0.3 0.4 0.5 0.6"); // it may be 0, of which there is no logarithm
        tab.open(tab.text("location.href"));
        assertThat(tab.text(said)).isEqualTo(accuracy);
        assertThat(tab.console()).isEmpty();
    }

    @Test
    void each_seed_has_its_curve_of_the_test_part() throws IOException, InterruptedException {
        openTested();
        String drawn = "new Set([...document.querySelectorAll('#convergence-plot .line')]"
                + ".map(line => line.getAttribute('d'))).size";
        tab.click("[aria-label=Measure] [data-value='test loss']");
        assertThat(tab.number(drawn)).isEqualTo(1); // both have one median

        tab.click("[aria-label='What is drawn'] [data-value=seeds]");

        assertThat(tab.number(LINES)).isEqualTo(2 * (8 + 1)); // of two updaters the seeds and the median
        assertThat(tab.number(drawn)).isEqualTo(8 + 1);
        tab.click("[aria-label='What is drawn'] [data-value=medians]");
        tab.evaluate("document.getElementById('trials').open = true");
        tab.click("#trial-table tbody tr");
        assertThat(tab.number(LINES)).isEqualTo(1 + 8 + 1); // the other's median, eight seeds, theirs
        assertThat(tab.text(NAMES.formatted("convergence-plot"))).contains("sgd, seed 8");
        assertThat(tab.console()).isEmpty();
    }

    @Test
    void without_a_test_part_there_is_no_choice_of_what_is_drawn() throws InterruptedException {
        assertThat(tab.number("document.querySelectorAll('#convergence [aria-label=Measure]').length"))
                .isZero();
    }

    /** The excess falls by (1 − 0.1 c)² a step at 0.1: to 1 % in ln 0.01 / ln 0.81 = 21.9 steps for c = 1, in 44.9 for 0.5; at 0.01 in none of 60. */
    @Test
    void the_chart_of_rates_shows_what_is_ranked_and_on_demand_the_end() throws InterruptedException {
        String label = "document.getElementById('sensitivity-plot').getAttribute('aria-label')";
        assertThat(tab.text(label)).startsWith("steps to 1 % of the initial excess by learning rate");
        tab.evaluate("document.querySelector('#sensitivity .numbers').open = true");
        tab.await("document.querySelectorAll('#sensitivity .numbers table').length === 1");
        assertThat(tab.text("document.querySelector('#sensitivity .numbers').innerText"))
                .contains("22", "45", "not reached on 100 %");

        tab.click("#sensitivity [data-value=final]");
        assertThat(tab.text(label)).startsWith("final excess loss by learning rate");
        assertThat(tab.text("location.hash")).contains("by=final");
    }

    private void openTested() throws IOException, InterruptedException {
        Path page = folder.resolve("tested.html");
        Comparison comparison = new Samples("", 8, 60)
                .tested()
                .updater("sgd", 1, 0.5)
                .updater("adam", 0.5, 0.5)
                .comparison();
        Files.writeString(page, Page.of(comparison, CATALOG));
        tab.open(page.toUri().toString());
    }

    @Test
    void a_baseline_lies_under_its_namesake_and_imported_curves_stand_in_the_table()
            throws IOException, InterruptedException {
        for (String trainer : new String[] {"baseline", "imported"}) {
            Path page = folder.resolve(trainer + ".html");
            Comparison comparison = new Samples("", 8, 60)
                    .updater("sgd", 1, 0.5)
                    .updater("adam", 0.5, 0.5)
                    .besides(trainer)
                    .comparison();
            Files.writeString(page, Page.of(comparison, CATALOG));
            tab.open(page.toUri().toString());

            assertThat(tab.text(NAMES.formatted("convergence-plot"))).contains("sgd (" + trainer + ")");
            assertThat(tab.text("document.getElementById('ranking').textContent")
                            .contains("(imported)"))
                    .isEqualTo(trainer.equals("imported"));
            assertThat(tab.console()).isEmpty();
        }
    }

    /** What a reader needs first stands in the markup, too. */
    @Test
    void without_scripts_it_says_question_and_answer_and_shows_nothing_empty() throws InterruptedException {
        tab.call("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            tab.call("Page.reload", Map.of());
            while (!tab.text(SHOWN).contains("report.md")) { // the page itself cannot be asked to wait
                Thread.sleep(5);
            }
            assertThat(tab.text(SHOWN))
                    .contains(ATTACK, "Gradient descent. It takes 1 step")
                    .doesNotContain("Convergence", "Everything");
        } finally {
            tab.call("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    @Test
    void three_thousand_runs_stay_under_eight_megabytes_and_open_within_two_seconds()
            throws IOException, InterruptedException {
        Samples many = new Samples("many", 10, 1000);
        for (int i = 0; i < 10; i++) {
            double[] rates = new double[30];
            Arrays.setAll(rates, r -> 0.001 * Math.pow(1.3, r));
            many.updater("updater" + i, 0.3 + 0.1 * i, rates);
        }
        Comparison comparison = many.comparison();
        Path page = folder.resolve("many.html");
        Files.writeString(page, Page.of(comparison, CATALOG));
        assertThat(Files.size(page)).isLessThan(8_000_000);

        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 3 && !(least < 2); i++) { // what else the machine does only ever adds
            double before = tab.busySeconds();
            tab.open(page.toUri().toString());
            least = Math.min(least, tab.busySeconds() - before);
        }

        assertThat(least).isLessThan(2);
        assertThat(tab.number(LINES)).isPositive();
        assertThat(tab.console()).isEmpty();
    }
}
