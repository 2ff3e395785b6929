package org.converge4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.ArrayList;
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

    @TempDir
    Path folder;

    @Test
    void the_page_steps_every_recorded_run_again_from_what_it_carries(Browser browser) throws InterruptedException {
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
                """);
        assertThat(cli.err()).isEmpty();
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

        try (Tab tab = browser.tab(Screen.DESKTOP)) {
            tab.open(folder.resolve("results/report.html").toUri().toString());
            JsonNode paths = tab.evaluate(
                    STEP.formatted(Page.resource("kernel.js"), RecordFormat.JSON.writeValueAsString(jobs)));

            for (int i = 0; i < records.size(); i++) {
                follows(records.get(i), paths.get(i));
            }
        }
    }

    private void follows(RunRecord run, JsonNode path) {
        String where = run.spec().trial().problem().name() + " " + run.spec().trial().label() + " " + run.spec().seed();
        assertThat(path.get("critical").asDouble(0)).as(where).isCloseTo(path.get("promised").asDouble(0), withinPercentage(1e-3)); // which the page has six digits of
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

    /** Relative above 1, absolute below; finite first. */
    private static void assertClose(double actual, double expected, String where) {
        assertThat(actual).as(where).isFinite();
        assertThat(actual).as(where).isCloseTo(expected, within(DIGITS * Math.max(1, Math.abs(expected))));
    }
}
