package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.converge4j.browser.Browser;
import org.converge4j.browser.InBrowser;
import org.converge4j.browser.Screen;
import org.converge4j.browser.Tab;
import org.converge4j.report.page.Page;
import org.converge4j.result.Descent;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.Measurements;
import org.converge4j.result.store.RecordFormat;
import org.converge4j.result.store.RecordStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The rules that a report steps by itself take the steps of the runs that were recorded, which others hold to PyTorch's and the article's. */
@InBrowser
class LiveDescentTest {
    private static final double DIGITS = 1e-9;

    /** What the page knows of each problem, for its own kernel. */
    private static final String STEP = """
            (jobs => {
              %s
              const {problems} = JSON.parse(document.getElementById("data").textContent);
              return jobs.map(({problem, rule, settings, seed, steps}) => {
                const {floor, theory, landscape: {live}} = problems.find(each => each.name === problem);
                const loss = live.function === "" ? bowl(live.hessian) : surfaces[live.function](live.settings);
                const path = descend(loss, rule, settings, live.starts.find(each => each.seed === seed).at, live.axes, steps, floor);
                return {...path, promised: theory.find(each => each.updater === rule)?.critical ?? null,
                  critical: live.curvature && criticalRate(rule, settings, live.curvature)};
              });
            })(%s)
            """;

    /** What the kernel is asked to step; the words are the page's. */
    private record Job(String problem, String rule, Map<String, Object> settings, long seed, int[] steps) {}

    private static final String PLACE =
            "(({left, top}) => [Math.round(parseFloat(left)), Math.round(parseFloat(top))].join())"
                    + "(document.querySelector('#landscape-plot .start').style)";
    /** Where the first updater's line begins. */
    private static final String BEGIN = "document.querySelector('#landscape-plot .line').getAttribute('d')"
            + ".match(/^M([\\d.]+),([\\d.]+)/).slice(1).map(Math.round).join()";

    private static final String CONTOURS = "document.querySelectorAll('#landscape-plot .contours path').length";
    private static final String CAPTION = "document.getElementById('landscape-caption').textContent";
    private static final String VALUES = "document.getElementById('landscape-values').innerText";

    @TempDir
    static Path folder;

    @AutoClose
    private static Tab tab;

    @BeforeAll
    static void run(Browser browser) throws InterruptedException {
        new Golden("mtcars-standardised").experiment(folder, "", 0); // writes rows.csv
        Cli cli = Cli.experiment(folder, """
                name: live
                problems:
                  - { name: linear, data: { csv: { file: rows.csv, target: y } }, network: linear }
                  - { name: quadratic, function: { quadratic: { condition: 50, angle: 20 } } }
                  - { name: rosenbrock, function: rosenbrock }
                  - { name: beale, function: beale }
                  - { name: himmelblau, function: himmelblau }
                  - { name: rastrigin, function: rastrigin }
                updaters:
                  - sgd: { learningRate: [0.001, 100] }
                  - momentum: { learningRate: 0.002, beta: 0.8 }
                  - emaMomentum: { learningRate: 0.002, beta: 0.7 }
                  - adam: { learningRate: 0.01, beta1: 0.8, epsilon: 0.001 }
                  - uncorrectedAdam: { learningRate: 0.01, beta2: 0.99, epsilon: 0.001 }
                seeds: 2
                budget: { steps: 100 }
                decideBy: nothing
                """);
        assertThat(cli.err()).isEmpty();
        tab = browser.tab(Screen.DESKTOP);
    }

    @BeforeEach
    void open() throws InterruptedException {
        tab.open(page());
    }

    @AfterEach
    void the_console_stays_empty() {
        assertThat(tab.console()).isEmpty();
    }

    private static String page() {
        return folder.resolve("results/report.html").toUri().toString();
    }

    @Test
    void the_page_steps_every_recorded_run_again_from_what_it_carries() throws InterruptedException {
        List<RunRecord> records = new ArrayList<>();
        new RecordStore(folder.resolve("results")).readAll(records::add, damaged -> {
            throw new AssertionError(damaged);
        });
        assertThat(records).hasSize(6 * 6 * 2);
        int[] steps = IntStream.rangeClosed(0, 100).toArray();
        List<Job> jobs = records.stream()
                .map(run -> new Job(
                        run.spec().trial().problem().name(),
                        run.spec().trial().updater().variant(),
                        run.spec().trial().updater().settings(),
                        run.spec().seed(),
                        steps))
                .toList();

        JsonNode paths =
                tab.evaluate(STEP.formatted(Page.resource("kernel.js"), RecordFormat.JSON.writeValueAsString(jobs)));

        for (int i = 0; i < records.size(); i++) {
            follows(records.get(i), paths.get(i));
        }
    }

    private void follows(RunRecord run, JsonNode path) {
        String where = run.spec().trial().problem().name() + " "
                + run.spec().trial().label() + " " + run.spec().seed();
        assertThat(path.get("critical").asDouble(0))
                .as(where)
                .isCloseTo(
                        path.get("promised").asDouble(0), withinPercentage(1e-3)); // which the page has six digits of
        boolean diverged = run.outcome() == Outcome.DIVERGED;
        assertThat(path.get("died").isNull()).as(where).isEqualTo(!diverged);
        if (diverged) {
            assertThat(path.get("died").asInt()).as(where).isEqualTo(run.steps());
        }
        JsonNode values = path.get("values");
        assertThat(values.size()).as(where).isEqualTo(diverged ? run.steps() : 101);
        double floor = run.facts().floor().orElseThrow();
        for (int t = 0; t < values.size(); t++) {
            assertClose(values.get(t).asDouble() + floor, run.curve().loss(t), where + ", loss " + t);
        }
        Descent descent = Objects.requireNonNull(new Measurements(folder.resolve("results"))
                        .read(damage -> {
                            throw new AssertionError(damage.toString());
                        })
                        .get(run.spec().trial().key()))
                .descent()
                .orElseThrow();
        if (run.spec().seed() == descent.seed()) {
            for (int i = 0; i < descent.steps().length; i++) {
                for (int axis = 0; axis < descent.axes().size(); axis++) {
                    assertClose(
                            path.get("places").get(axis).get(descent.steps()[i]).asDouble(),
                            descent.axes().get(axis).places()[i],
                            where + ", place at step " + descent.steps()[i]);
                }
            }
        }
    }

    /** Gradient descent is the same as the article's, so that the page, too, must stop it where its run did. */
    @Test
    void paths_end_where_runs_stopped(@TempDir Path other) throws InterruptedException {
        Cli cli = Cli.experiment(other, """
                name: stopped
                problem: { name: quadratic, function: { quadratic: { condition: 50, angle: 20 } } }
                updaters:
                  - sgd: { learningRate: 0.01 }
                  - momentum: { learningRate: 0.01, beta: 0.8 }
                seeds: 1
                budget: { steps: 300 }
                stopAt: 0.2
                """);
        assertThat(cli.code()).isZero();
        Map<String, Integer> stops = new HashMap<>();
        new RecordStore(other.resolve("results"))
                .readAll(run -> stops.put(run.spec().trial().updater().variant(), run.steps()), damaged -> {
                    throw new AssertionError(damaged);
                });
        assertThat(stops)
                .hasSize(2)
                .allSatisfy((updater, step) -> assertThat(step).isBetween(1, 299));
        tab.open(other.resolve("results/report.html").toUri().toString());

        assertThat(tab.text(VALUES))
                .contains("stopped at step " + stops.get("sgd"), "stopped at step " + stops.get("momentum"))
                .doesNotContain("✕");
        assertThat(tab.number("Number(document.getElementById('landscape-step').textContent.split(' ')[1])"))
                .isLessThanOrEqualTo(Collections.max(stops.values()));

        tab.click("[aria-label=Rules] [data-value=article]");
        assertThat(tab.text(CAPTION)).startsWith("Computed in this page");
        assertThat(tab.text(VALUES)).contains("stopped at step " + stops.get("sgd"));
    }

    @Test
    void where_nothing_is_ranked_the_picture_comes_first() throws InterruptedException {
        assertThat(tab.text("document.querySelector('main > section').id")).isEqualTo("landscape");
        assertThat(tab.text("document.querySelector('#answers').innerText"))
                .startsWith("Nothing is ranked. In the median over the seeds, lowest at the end: ");
        assertThat(tab.number("document.querySelectorAll('#answers .evidence, #answers .dots').length"))
                .isZero();
    }

    /** While something is dragged, other seeds follow by turns. */
    @Test
    void all_seeds_stand_where_the_start_was_dragged_once_it_rests() throws InterruptedException {
        String others =
                "[...document.querySelectorAll('#landscape-plot .other')].map(path => path.getAttribute('d')).join()";
        tab.click("[aria-label=Starts] [data-value=all]");
        String before = tab.text(others);
        tab.evaluate("document.querySelector('#landscape-plot .start').focus()");
        tab.press("ArrowRight");
        tab.press("ArrowRight");
        tab.evaluate("new Promise(done => setTimeout(done, 300))");
        String rested = tab.text(others);

        tab.open(tab.text("location.href"));

        assertThat(rested).isNotEmpty().isNotEqualTo(before).isEqualTo(tab.text(others));
    }

    @Test
    void a_mouse_drags_the_start_and_the_address_keeps_it() throws InterruptedException {
        int contours = tab.number(CONTOURS);
        String before = tab.text(PLACE);
        assertThat(tab.text(CAPTION)).startsWith("The recorded run of seed 1.");

        tab.drag("#landscape-plot .start", 40, 25);

        String after = tab.text(PLACE);
        assertThat(after).isNotEqualTo(before).isEqualTo(tab.text(BEGIN));
        assertThat(tab.text(CAPTION)).startsWith("Computed in this page, as DL4J");
        assertThat(contours).isPositive().isEqualTo(tab.number(CONTOURS));
        tab.open(tab.text("location.href"));
        assertThat(tab.text(PLACE)).isEqualTo(after);

        tab.click("#landscape-back");
        assertThat(tab.text(PLACE)).isEqualTo(before);
        assertThat(tab.text("location.hash")).isEmpty();
    }

    @Test
    void a_finger_drags_the_start_and_scrolls_everywhere_else(Browser browser) throws InterruptedException {
        try (Tab phone = browser.tab(Screen.PHONE)) {
            phone.open(page());
            phone.evaluate(
                    "document.getElementById('landscape-plot').scrollIntoView({block: 'center', behavior: 'instant'})");
            String before = phone.text(PLACE);
            int scrolled = phone.number("Math.round(scrollY)");

            phone.swipe("#landscape-plot .start", 30, 30);

            assertThat(phone.text(PLACE)).isNotEqualTo(before).isEqualTo(phone.text(BEGIN));
            assertThat(phone.number("Math.round(scrollY)")).isEqualTo(scrolled);
            phone.swipe("#landscape-plot", 0, -150);
            phone.await("scrollY > " + (scrolled + 50));
        }
    }

    @Test
    void arrow_keys_move_the_start_and_escape_takes_it_back() throws InterruptedException {
        String before = tab.text(PLACE);
        tab.evaluate("document.querySelector('#landscape-plot .start').focus()");

        tab.press("ArrowRight");
        tab.press("ArrowDown");

        assertThat(tab.text(PLACE)).isNotEqualTo(before).isEqualTo(tab.text(BEGIN));
        tab.press("Escape");
        assertThat(tab.text(PLACE)).isEqualTo(before);
    }

    /** The loss of sgd is multiplied by (1 − ηλ)² a step along the stiffest direction, so that 1.1 times 2/λ ends in divergence. */
    @Test
    void a_learning_rate_turned_beyond_the_critical_one_diverges_in_sight() throws InterruptedException {
        String turn = "(row => { const knob = row.querySelector('input');"
                + " knob.value = Math.log10(%s * Number(row.querySelector('.eta').textContent.split('critical ')[1]));"
                + " knob.dispatchEvent(new Event('input')); knob.dispatchEvent(new Event('change')); })"
                + "([...document.querySelectorAll('#landscape-values li')].find(row => row.textContent.startsWith('sgd')))";
        String notes = "[...document.querySelectorAll('#landscape-plot .note')].map(note => note.textContent).join()";

        tab.evaluate(turn.formatted("0.9"));
        assertThat(tab.text(notes)).isEmpty();
        tab.evaluate(turn.formatted("1.6"));

        assertThat(tab.text(notes)).matches("✕ step \\d+");
        assertThat(tab.text(VALUES)).contains(tab.text(notes));
        tab.open(tab.text("location.href"));
        assertThat(tab.text(notes)).matches("✕ step \\d+");
    }

    @Test
    void all_seeds_the_articles_rules_and_single_updaters_can_be_shown() throws InterruptedException {
        String others = "document.querySelectorAll('#landscape-plot .other').length";
        String lines = "document.querySelectorAll('#landscape-plot .line').length";
        assertThat(tab.number(others)).isZero();

        tab.click("[aria-label=Starts] [data-value=all]");
        assertThat(tab.number(others)).isEqualTo(5); // one more seed under each of five updaters
        assertThat(tab.text(CAPTION)).startsWith("The recorded run of seed 1, and thin lines");
        String ofDl4j = tab.text("document.querySelector('#landscape-plot [data-name^=adam]').getAttribute('d')");
        tab.click("[aria-label=Rules] [data-value=article]");
        assertThat(tab.text(CAPTION)).startsWith("Computed in this page, as the article");
        assertThat(tab.text("document.querySelector('#landscape-plot [data-name^=adam]').getAttribute('d')"))
                .isNotEqualTo(ofDl4j);
        tab.click("#landscape-values .toggle");
        assertThat(tab.number(lines)).isEqualTo(4);
        assertThat(tab.number(others)).isEqualTo(4);
    }

    @Test
    void the_curve_without_a_term_is_computed_where_it_was_not_recorded() throws InterruptedException {
        String note = "document.querySelector('.card:nth-child(4) .part-note')"; // adam's
        tab.evaluate("document.getElementById('updaters').open = true");

        tab.evaluate("document.querySelector('.card:nth-child(4) .part').focus()");

        assertThat(tab.text(note + ".innerText"))
                .contains("Bias correction", "On linear at η = 0.01: computed in this page, median of 2 seeds.");
        assertThat(tab.number("new Set([..." + note
                        + ".querySelectorAll('.line')].map(line => line.getAttribute('d'))).size"))
                .isEqualTo(2);
    }

    /** Relative above 1, absolute below; finite first. */
    private static void assertClose(double actual, double expected, String where) {
        assertThat(actual).as(where).isFinite();
        assertThat(actual).as(where).isCloseTo(expected, within(DIGITS * Math.max(1, Math.abs(expected))));
    }
}
