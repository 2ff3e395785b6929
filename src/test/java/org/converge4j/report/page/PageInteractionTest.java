package org.converge4j.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
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

/** What a reader does with the page, below its first screen above all. */
@InBrowser
class PageInteractionTest {
    private static final Catalog CATALOG = Catalog.load(PageInteractionTest.class.getClassLoader());
    private static final String SURFACE = "document.getElementById('landscape-plot')";
    private static final String POINTS =
            "Number(" + SURFACE + ".querySelector('.line').dataset.points)"; // of the best updater's path
    private static final String CONTOURS = SURFACE + ".querySelectorAll('.contours path').length";
    private static final String PATHS = SURFACE + ".querySelectorAll('.line, .head').length";
    private static final String READING = "document.querySelector('#convergence-plot .reading').innerText";
    private static final String FOCUS = "document.getElementById('convergence-plot').focus()";
    private static final String SLIDE = "(slider => { slider.value = %d; slider.dispatchEvent(new Event('input'));"
            + " slider.dispatchEvent(new Event('change')); })(document.getElementById('landscape-slider'))";

    @TempDir
    static Path folder;

    @AutoClose
    private static Tab tab;

    @BeforeAll
    static void start(Browser browser) throws IOException, InterruptedException {
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
        tab = browser.tab(Screen.DESKTOP);
    }

    @BeforeEach
    void open() throws InterruptedException {
        tab.open(folder.resolve("descent.html").toUri().toString());
    }

    @AfterEach
    void the_console_stays_empty() {
        assertThat(tab.console()).isEmpty();
    }

    @Test
    void the_descent_shows_contours_and_a_path_and_a_head_for_each_updater() throws InterruptedException {
        assertThat(tab.number(CONTOURS)).isEqualTo(24);
        assertThat(tab.number(PATHS)).isEqualTo(3 + 3);
        assertThat(tab.number(POINTS)).isEqualTo(61);
        assertThat(tab.text("document.getElementById('landscape-notes').textContent"))
                .contains("2 learning rates")
                .contains("Pictures do not rank");
    }

    @Test
    void the_slider_moves_the_paths_and_the_address_keeps_its_step() throws InterruptedException {
        tab.evaluate(SLIDE.formatted(10));

        assertThat(tab.number(POINTS)).isEqualTo(11);
        assertThat(tab.text("document.getElementById('landscape-step').textContent"))
                .isEqualTo("step 10");
        String address = tab.text("location.href");
        assertThat(address).contains("step=10");

        tab.open(address);
        assertThat(tab.number(POINTS)).isEqualTo(11);
    }

    @Test
    void the_contours_stay_after_every_movement() throws InterruptedException {
        int contours = tab.number(CONTOURS);
        assertThat(contours).isPositive();

        tab.evaluate("document.getElementById('landscape-slider').focus()");
        tab.press("ArrowLeft");
        tab.settle();
        assertThat(tab.number(CONTOURS)).isEqualTo(contours);
        tab.evaluate(SLIDE.formatted(3));
        tab.settle();
        assertThat(tab.number(CONTOURS)).isEqualTo(contours);
        tab.evaluate("document.getElementById('landscape-play').click()");
        tab.await("Number(document.getElementById('landscape-slider').value) > 8");
        assertThat(tab.number(CONTOURS)).isEqualTo(contours);
    }

    @Test
    void moving_the_slider_ends_the_play() throws InterruptedException {
        tab.evaluate(
                "document.getElementById('landscape-slider').value = 0; document.getElementById('landscape-play').click()");
        tab.evaluate(SLIDE.formatted(3));

        assertThat(tab.text("document.getElementById('landscape-play').textContent"))
                .isEqualTo("Play");
        assertThat(tab.number("Number(document.getElementById('landscape-slider').value)"))
                .isEqualTo(3);
    }

    @Test
    void play_runs_from_the_start_and_pauses() throws InterruptedException {
        tab.evaluate("document.getElementById('landscape-play').click()");
        assertThat(tab.number(POINTS)).isLessThan(40);
        tab.evaluate("new Promise(done => { const look = () => " + POINTS
                + " > 5 ? done() : setTimeout(look, 10); look(); })");
        tab.evaluate("document.getElementById('landscape-play').click()");

        assertThat(tab.text("document.getElementById('landscape-play').textContent"))
                .isEqualTo("Play");
        assertThat(tab.text("location.hash")).contains("step=");
    }

    @Test
    void the_legend_acts_on_the_descent_too() throws InterruptedException {
        tab.click("#legend button");

        assertThat(tab.number(PATHS)).isEqualTo(2 + 2);
    }

    @Test
    void the_time_axis_is_steps_times_what_one_costs() throws InterruptedException {
        tab.click("[aria-label='Step axis'] [data-value=time]");

        tab.evaluate(FOCUS);
        tab.press("ArrowLeft");

        assertThat(tab.text(READING)).startsWith("ms 18\n"); // 60 steps of 300 µs
        assertThat(tab.text("location.hash")).contains("x=time");
    }

    @Test
    void the_language_switch_says_everything_in_chinese_with_the_same_numbers() throws InterruptedException {
        String numbers =
                "[...document.querySelector('#ranking').innerText.matchAll(/[\\d⁻⁰¹²³⁴-⁹]+([.]\\d+)?/g)].map(String).sort().join()";
        String english = tab.text(numbers);

        tab.click("#languages button[data-value=zh]");

        assertThat(tab.text("document.documentElement.lang")).isEqualTo("zh");
        assertThat(tab.text("document.querySelector('.answer').textContent")).containsPattern("\\p{IsHan}");
        assertThat(tab.text("document.querySelector('#convergence h2').textContent"))
                .isEqualTo("收敛");
        assertThat(tab.text("document.querySelector('#ranking th').textContent"))
                .isEqualTo("名次");
        assertThat(tab.text(numbers)).isEqualTo(english);
        assertThat(tab.text("location.hash")).isEqualTo("#language=zh");
    }

    @Test
    void enter_on_a_row_picks_its_trial() throws InterruptedException {
        tab.evaluate("document.querySelector('#trial-table tbody tr').dispatchEvent("
                + "new KeyboardEvent('keydown', {key: 'Enter'}))");
        tab.settle();

        assertThat(tab.text("document.getElementById('picked').textContent")).startsWith("sgd η = 0.01");
    }

    @Test
    void the_crosshair_tells_all_updaters_at_a_step_and_moves_the_descent_there() throws InterruptedException {
        tab.evaluate(FOCUS);
        tab.press("ArrowRight");
        tab.press("ArrowRight");

        assertThat(tab.text(READING)).startsWith("step 1\n").contains("sgd", "momentum", "adam");
        assertThat(tab.number("document.querySelectorAll('#convergence-plot .cross circle').length"))
                .isEqualTo(3);
        assertThat(tab.number(POINTS)).isEqualTo(2);

        tab.press("Escape");
        assertThat(tab.number("document.querySelectorAll('#convergence-plot .cross *').length"))
                .isZero();
        assertThat(tab.number(POINTS)).isEqualTo(61);
    }

    @Test
    void a_mouse_zooms_by_dragging_and_back_by_two_clicks() throws InterruptedException {
        String last = "Number([...document.querySelectorAll('#convergence-plot .tick.x')].at(-1).textContent)";
        assertThat(tab.number(last)).isEqualTo(60);

        tab.evaluate("(plot => { const box = plot.getBoundingClientRect();"
                + " const send = (type, x) => plot.dispatchEvent(new PointerEvent(type,"
                + " {pointerType: 'mouse', button: 0, clientX: box.left + x, clientY: box.top + 100}));"
                + " send('pointerdown', 100); send('pointermove', 200); send('pointerup', 300); })"
                + "(document.getElementById('convergence-plot'))");
        assertThat(tab.number(last)).isLessThan(60);

        tab.evaluate("document.getElementById('convergence-plot').dispatchEvent(new MouseEvent('dblclick'))");
        assertThat(tab.number(last)).isEqualTo(60);
    }

    @Test
    void a_finger_that_swipes_over_a_chart_scrolls_the_page_and_one_that_taps_reads_it(Browser browser)
            throws InterruptedException {
        try (Tab phone = browser.tab(Screen.PHONE)) {
            phone.open(folder.resolve("descent.html").toUri().toString());
            phone.evaluate("document.getElementById('convergence-plot').scrollIntoView({block: 'center'})");
            int before = phone.number("Math.round(scrollY)");
            phone.swipe("#convergence-plot", 0, -150);
            phone.await("scrollY > " + (before + 50));

            phone.tap("#convergence-plot");
            phone.await("!document.querySelector('#convergence-plot .reading').hidden");
            assertThat(phone.text(READING)).startsWith("step ").contains("sgd", "momentum", "adam");
        }
    }

    @Test
    void every_chart_has_its_numbers_behind_it() throws InterruptedException {
        tab.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })");
        tab.await("document.querySelectorAll('.numbers table').length >= 4");

        assertThat(tab.text("document.querySelector('#convergence .numbers').innerText"))
                .contains("step 60", "sgd", "momentum", "adam");
        assertThat(tab.text("document.getElementById('sensitivity-plot').getAttribute('aria-label')"))
                .contains("momentum is ranked at 0.1");
    }

    @Test
    void charts_tables_and_the_winner_are_handed_over_as_files() throws InterruptedException {
        tab.evaluate(
                "window.saved = []; HTMLAnchorElement.prototype.click = function () { saved.push(this.download); }");
        for (String name : new String[] {
            "convergence chart as SVG", "convergence chart as PNG", "ranking table as CSV", "Download Winner.java"
        }) {
            tab.evaluate("document.querySelector('[aria-label=\"" + name + "\"]').click()");
        }
        tab.evaluate(
                "new Promise(done => { const look = () => saved.length === 4 ? done() : setTimeout(look, 10); look(); })");

        assertThat(tab.text("saved.sort().join()"))
                .isEqualTo("sample-Winner.java,sample-convergence.png,sample-convergence.svg,sample-ranking.csv");
    }

    @Test
    void equations_are_typeset_with_their_text_as_the_alternative() throws InterruptedException {
        assertThat(tab.text("[...document.querySelectorAll('.card summary math')].at(-1).getAttribute('alttext')"))
                .isEqualTo("θ ← θ − η √(1−β₂ᵗ)/(1−β₁ᵗ) · m/(√v + ε)");
        assertThat(tab.text(
                        "(math => math.outerHTML.replace(/ xmlns=\"[^\"]*\"| (alttext|displaystyle|class|tabindex|aria-label)=\"[^\"]*\"/g, ''))"
                                + "([...document.querySelectorAll('.card summary math')].at(-1))"))
                .isEqualTo(
                        "<math><mi>θ</mi><mo>←</mo><mi>θ</mi><mo>−</mo><mi>η</mi><mrow><mfrac>"
                                + "<msqrt><mrow><mn>1</mn><mo>−</mo><msubsup><mi>β</mi><mn>2</mn><mi>t</mi></msubsup></mrow></msqrt>"
                                + "<mrow><mn>1</mn><mo>−</mo><msubsup><mi>β</mi><mn>1</mn><mi>t</mi></msubsup></mrow></mfrac></mrow>"
                                + "<mo>·</mo><mfrac><mi>m</mi><mrow><mrow><msqrt><mi>v</mi></msqrt><mo>+</mo><mi>ε</mi></mrow></mrow></mfrac></math>");
    }

    @Test
    void a_term_of_an_equation_says_what_it_does_and_shows_the_curve_without_it() throws InterruptedException {
        String note = "document.querySelector('.card:nth-child(2) .part-note')"; // momentum's
        tab.evaluate("document.getElementById('updaters').open = true");
        assertThat(tab.text("String(" + note + ".hidden)")).isEqualTo("true");

        tab.evaluate("document.querySelector('.card:nth-child(2) .part').focus()");

        assertThat(tab.text(note + ".innerText")).contains("Memory", "at η = 0.1: recorded, median of 8 seeds");
        assertThat(tab.text("[..." + note + ".querySelectorAll('.line')].map(line => line.dataset.name).join()"))
                .isEqualTo("with,without"); // gradient descent is what is left without the velocity
        tab.press("Escape");
        assertThat(tab.text("String(" + note + ".hidden)")).isEqualTo("true");
        tab.hover(".card:nth-child(2) .part");
        assertThat(tab.text("String(" + note + ".hidden)")).isEqualTo("false");
    }

    @Test
    void on_paper_it_is_a_summary_of_two_pages_without_switches() throws InterruptedException {
        tab.medium("print");
        // the charts are drawn again at another size, soon after
        tab.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        assertThat(tab.number(
                        "[...document.querySelectorAll('.switches, .player')].filter(e => e.offsetParent).length"))
                .isZero();
        assertThat(tab.text("getComputedStyle(document.querySelector('.dot.one')).printColorAdjust"))
                .isEqualTo("exact"); // else whoever is better is drawn as the other

        String pdf = new String(
                Base64.getDecoder()
                        .decode(tab.call("Page.printToPDF", Map.of())
                                .get("data")
                                .asString()),
                StandardCharsets.ISO_8859_1);
        assertThat(pdf.split("/Type */Page\\b(?!s)", -1)).hasSizeBetween(2, 3); // one or two pages between
        tab.medium("");
    }
}
