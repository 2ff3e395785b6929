package org.converge4j.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.converge4j.browser.Browser;
import org.converge4j.browser.InBrowser;
import org.converge4j.browser.Screen;
import org.converge4j.browser.Tab;
import org.converge4j.catalog.Catalog;
import org.converge4j.report.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page of updaters whose steps are not one gradient each, one of which is measured elsewhere than it steps from. */
@InBrowser
class PageAxesTest {
    private static final int STEPS = 60;
    private static final String CHART = "document.getElementById('convergence-plot')";
    private static final String PRESSED =
            "document.querySelector('[aria-label=\"Step axis\"] [aria-pressed=true]').textContent";
    private static final String LAST_TICK =
            "Number([...document.querySelectorAll('#convergence-plot .tick.x')].at(-1).textContent)";

    @TempDir
    static Path folder;

    @AutoClose
    private static Tab tab;

    @BeforeAll
    static void start(Browser browser) throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("uneven.html"),
                Page.of(
                        new Samples("", 8, STEPS)
                                .updater("sgd", 1.0, 0.1)
                                .taking(2)
                                .updater("sharp", 2.5, 0.1)
                                .averaged()
                                .updater("mean", 0.5, 0.1)
                                .comparison(),
                        Catalog.load(PageAxesTest.class.getClassLoader())));
        tab = browser.tab(Screen.DESKTOP);
    }

    @BeforeEach
    void open() throws InterruptedException {
        tab.open(folder.resolve("uneven.html").toUri().toString());
    }

    @AfterEach
    void the_console_stays_empty() {
        assertThat(tab.console()).isEmpty();
    }

    @Test
    void gradients_are_the_axis_unless_one_chooses_steps() throws InterruptedException {
        assertThat(tab.text(PRESSED)).isEqualTo("gradients");
        assertThat(tab.text(CHART + ".textContent")).contains("gradients taken");
        assertThat(tab.number(LAST_TICK)).isEqualTo(2 * STEPS);
        assertThat(tab.text("document.body.textContent"))
                .contains("sharp 2.0, mean 2.0; all are compared after as many gradients, " + STEPS + " each");

        tab.evaluate("document.querySelector('[aria-label=\"Step axis\"] [data-value=linear]').click()");
        assertThat(tab.text(PRESSED)).isEqualTo("steps");
        assertThat(tab.number(LAST_TICK)).isEqualTo(STEPS);
        assertThat(tab.text("location.href")).contains("x=linear");
    }

    /** Its line may leave the picture upwards, where a name would stand beside nothing. */
    @Test
    void an_updater_that_diverged_has_a_note_in_the_picture_of_the_test_loss_too() throws Exception {
        Files.writeString(
                folder.resolve("lost.html"),
                Page.of(
                        new Samples("", 8, STEPS)
                                .tested()
                                .updater("sgd", 1.0, 0.1)
                                .updater("wild", 2.5, 1.0)
                                .comparison(),
                        Catalog.load(PageAxesTest.class.getClassLoader())));
        tab.open(folder.resolve("lost.html").toUri().toString());
        assertThat(tab.text(CHART + ".textContent")).contains("test loss", "✕ wild diverged, step");
        tab.evaluate("document.querySelector('[data-value=\"test accuracy\"]').click()");
        assertThat(tab.text(CHART + ".textContent"))
                .contains("test accuracy", "wild")
                .doesNotContain("✕");
    }

    /** There is no number that its points could stand at. */
    @Test
    void where_every_rate_diverges_there_is_no_chart_of_rates_or_pairs() throws Exception {
        Files.writeString(
                folder.resolve("gone.html"),
                Page.of(
                        new Samples("", 8, STEPS)
                                .updater("sgd", 2.5, 1.0, 2.0)
                                .updater("wild", 2.5, 1.0, 3.0)
                                .comparison(),
                        Catalog.load(PageAxesTest.class.getClassLoader())));
        tab.open(folder.resolve("gone.html").toUri().toString());
        assertThat(tab.text("document.getElementById('question').parentNode.textContent"))
                .contains("Every updater diverges on every seed.");
        assertThat(tab.text("String(document.getElementById('sensitivity').hidden)"))
                .isEqualTo("true");
        assertThat(tab.text("String(document.getElementById('pairs').hidden)")).isEqualTo("true");
    }

    @Test
    void of_one_seed_no_line_is_called_a_median() throws Exception {
        Files.writeString(
                folder.resolve("one.html"),
                Page.of(
                        new Samples("", 1, STEPS).updater("sgd", 1.0, 0.1).comparison(),
                        Catalog.load(PageAxesTest.class.getClassLoader())));
        tab.open(folder.resolve("one.html").toUri().toString());
        assertThat(tab.text("document.getElementById('convergence-caption').textContent"))
                .startsWith("Each line is the one seed.");
        assertThat(tab.text(CHART + ".getAttribute('aria-label')")).startsWith("excess loss by step. At the end: sgd");
    }

    @Test
    void an_updater_that_is_measured_elsewhere_has_two_curves() throws InterruptedException {
        assertThat(tab.number("document.querySelectorAll('#convergence-plot .line').length"))
                .isEqualTo(3 + 1);
        assertThat(tab.text(CHART + ".textContent")).contains("mean", "where it steps from");
    }
}
