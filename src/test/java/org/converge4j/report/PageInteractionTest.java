package org.converge4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.converge4j.catalog.Catalog;
import org.converge4j.report.page.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader does with the page, below its first screen above all. */
class PageInteractionTest {
    private static final Catalog CATALOG = Catalog.load(PageInteractionTest.class.getClassLoader());
    private static final String SURFACE = "document.getElementById('landscape-plot')";
    private static final String POINTS = SURFACE + ".data[1].x.length"; // of the best updater's path
    private static final String SLIDE = "(slider => { slider.value = %d; slider.dispatchEvent(new Event('input'));"
            + " slider.dispatchEvent(new Event('change')); })(document.getElementById('landscape-slider'))";

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("descent.html"),
                Page.of(
                        new Samples("", 8, 60)
                                .followed()
                                .updater("sgd", 1.0, 0.01, 0.1)
                                .updater("momentum", 2.5, 0.01, 0.1)
                                .updater("adam", 0.5, 0.01, 0.1)
                                .comparison(),
                        CATALOG));
        browser = new Browser(1440, 900);
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @BeforeEach
    void open() throws InterruptedException {
        browser.open(folder.resolve("descent.html").toUri().toString());
    }

    @AfterEach
    void the_console_stays_empty() {
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void the_descent_shows_contours_and_a_path_and_a_head_for_each_updater() throws InterruptedException {
        assertThat(browser.text(SURFACE + ".data[0].type")).isEqualTo("contour");
        assertThat(browser.number(SURFACE + ".data.length")).isEqualTo(1 + 3 + 2 + 3); // with start and minimum
        assertThat(browser.number(POINTS)).isEqualTo(61);
        assertThat(browser.text("document.getElementById('landscape-notes').textContent"))
                .contains("2 learning rates")
                .contains("Pictures do not rank");
    }

    @Test
    void the_slider_moves_the_paths_and_the_address_keeps_its_step() throws InterruptedException {
        browser.evaluate(SLIDE.formatted(10));

        assertThat(browser.number(POINTS)).isEqualTo(11);
        assertThat(browser.text("document.getElementById('landscape-step').textContent"))
                .isEqualTo("step 10");
        String address = browser.text("location.href");
        assertThat(address).contains("step=10");

        browser.open(address);
        assertThat(browser.number(POINTS)).isEqualTo(11);
    }

    @Test
    void play_runs_from_the_start_and_pauses() throws InterruptedException {
        browser.evaluate("document.getElementById('landscape-play').click()");
        assertThat(browser.number(POINTS)).isLessThan(40);
        browser.evaluate("new Promise(done => { const look = () => " + POINTS
                + " > 5 ? done() : setTimeout(look, 10); look(); })");
        browser.evaluate("document.getElementById('landscape-play').click()");

        assertThat(browser.text("document.getElementById('landscape-play').textContent"))
                .isEqualTo("Play");
        assertThat(browser.text("location.hash")).contains("step=");
    }

    @Test
    void the_legend_acts_on_the_descent_too() throws InterruptedException {
        browser.click("#legend button");

        assertThat(browser.number(SURFACE + ".data.length")).isEqualTo(1 + 2 + 2 + 2);
    }

    @Test
    void the_time_axis_is_steps_times_what_one_costs() throws InterruptedException {
        browser.click("[aria-label='Step axis'] [data-value=time]");

        assertThat(browser.number("document.getElementById('convergence-plot').data[1].x.at(-1)"))
                .isEqualTo(18); // ms: 60 steps of 300 µs
        assertThat(browser.text("location.hash")).contains("x=time");
    }

    @Test
    void enter_on_a_row_picks_its_trial() throws InterruptedException {
        browser.evaluate("document.querySelector('#trial-table tbody tr').dispatchEvent("
                + "new KeyboardEvent('keydown', {key: 'Enter'}))");
        browser.settle();

        assertThat(browser.text("document.getElementById('picked').textContent"))
                .startsWith("sgd learningRate=0.01");
    }

    @Test
    void the_zoom_button_narrows_the_axis() throws InterruptedException {
        String width = "Math.round(1e6 * (r => r[1] - r[0])(document.getElementById('convergence-plot')"
                + "._fullLayout.xaxis.range))";
        int before = browser.number(width);

        browser.evaluate("document.querySelector('#convergence-plot [data-title=\"Zoom in\"]').click()");

        assertThat(browser.number(width)).isLessThan(before);
    }

    @Test
    void charts_tables_and_the_winner_are_handed_over_as_files() throws InterruptedException {
        browser.evaluate(
                "window.saved = []; HTMLAnchorElement.prototype.click = function () { saved.push(this.download); }");
        for (String name : new String[] {
            "convergence chart as SVG", "convergence chart as PNG", "ranking table as CSV", "Download Winner.java"
        }) {
            browser.evaluate("document.querySelector('[aria-label=\"" + name + "\"]').click()");
        }
        browser.evaluate(
                "new Promise(done => { const look = () => saved.length === 4 ? done() : setTimeout(look, 10); look(); })");

        assertThat(browser.text("saved.sort().join()"))
                .isEqualTo("sample-Winner.java,sample-convergence.png,sample-convergence.svg,sample-ranking.csv");
    }

    @Test
    void equations_are_typeset_with_their_text_as_the_alternative() throws InterruptedException {
        assertThat(browser.text("[...document.querySelectorAll('math')].at(-1).getAttribute('alttext')"))
                .isEqualTo("θ ← θ − η √(1−β₂ᵗ)/(1−β₁ᵗ) · m/(√v + ε)");
        assertThat(browser.text(
                        "(math => math.outerHTML.replace(/ xmlns=\"[^\"]*\"| (alttext|displaystyle)=\"[^\"]*\"/g, ''))"
                                + "([...document.querySelectorAll('math')].at(-1))"))
                .isEqualTo(
                        "<math><mi>θ</mi><mo>←</mo><mi>θ</mi><mo>−</mo><mi>η</mi><mfrac>"
                                + "<msqrt><mrow><mn>1</mn><mo>−</mo><msubsup><mi>β</mi><mn>2</mn><mi>t</mi></msubsup></mrow></msqrt>"
                                + "<mrow><mn>1</mn><mo>−</mo><msubsup><mi>β</mi><mn>1</mn><mi>t</mi></msubsup></mrow></mfrac>"
                                + "<mo>·</mo><mfrac><mi>m</mi><mrow><msqrt><mi>v</mi></msqrt><mo>+</mo><mi>ε</mi></mrow></mfrac></math>");
    }

    @Test
    void on_paper_there_are_no_switches() throws InterruptedException {
        browser.show("print");

        assertThat(browser.number(
                        "[...document.querySelectorAll('.switches, .player')].filter(e => e.offsetParent).length"))
                .isZero();
        browser.show("");
    }
}
