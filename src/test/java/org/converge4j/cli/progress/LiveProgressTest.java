package org.converge4j.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.converge4j.cli.screen.VirtualScreen;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.TrainingSamples;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Outcome;
import org.converge4j.run.engine.Advance;
import org.converge4j.run.plan.Afterwards;
import org.converge4j.run.plan.Ahead;
import org.converge4j.run.plan.Batch;
import org.junit.jupiter.api.Test;

class LiveProgressTest {
    private static final long SECOND = 1_000_000_000;
    private static final Trial SGD = new Trial(
            "sgd",
            Problem.of("valley", new Choice("rosenbrock", Map.of()), List.of()),
            new Choice("sgd", Map.of("learningRate", 0.1)),
            TrainingSamples.steps(1));

    private final long[] now = {0};

    @Test
    void one_line_says_what_is_done_failed_and_diverged_how_fast_it_goes_and_how_long_it_takes() {
        ProgressLine line = halfWay();

        // 180 of 360 runs of 10^6 steps in 90 s by one worker: 2 million steps a second, 90 s to go
        assertThat(line.text(120))
                .endsWith(" 50 %  180 of 360 runs, 2 diverged, 1 failed  2.0 M steps/s  90 s left")
                .hasSizeLessThanOrEqualTo(120);
        assertThat(line.text(80)).contains("180 of 360 runs, 2 diverged, 1 failed  2.0 M steps/s  90 s left");
        assertThat(line.text(60)).isEqualTo("50 %  180 of 360 runs, 2 diverged, 1 failed  90 s left");
    }

    @Test
    void slow_steps_are_told_by_how_long_one_takes() {
        assertThat(after(0, 0)).doesNotContain("step");
        assertThat(after(10, 4)).contains("  2.5 steps/s");
        assertThat(after(1, 2)).contains("  2.0 s a step");
        assertThat(after(1, 40)).contains("  40 s a step");
        assertThat(after(1, 200)).contains("  3 min 20 s a step");
    }

    /** 1000 steps in a second are 1000 a second, however long their worker took to start. */
    @Test
    void the_first_rate_is_that_of_the_steps_and_not_of_the_start() {
        ProgressLine line = new ProgressLine(() -> now[0]);
        line.start(List.of(new Ahead(SGD, 10_000, 1)), Afterwards.NONE);
        now[0] += 4 * SECOND;
        line.advance(new Advance(new Batch("", List.of(new RunSpec(SGD, 1)), List.of(), 1), 1000, SECOND, false));
        assertThat(line.text(120)).contains("  1.0 k steps/s");
    }

    private String after(int steps, int seconds) {
        ProgressLine line = new ProgressLine(() -> now[0]);
        line.start(List.of(new Ahead(SGD, 100, 1)), Afterwards.NONE);
        now[0] += seconds * SECOND;
        if (steps > 0) {
            Batch batch = new Batch("", List.of(new RunSpec(SGD, 1)), List.of(), 1);
            line.advance(new Advance(batch, steps, seconds * SECOND, false));
        }
        return line.text(120);
    }

    @Test
    void it_is_never_wider_than_the_terminal() {
        ProgressLine line = halfWay();
        for (int columns = 0; columns < 200; columns++) {
            assertThat(line.text(columns)).hasSizeLessThanOrEqualTo(columns);
        }
    }

    @Test
    void nothing_stays_but_what_one_wants_to_keep() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LiveProgress progress =
                new LiveProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), () -> 40, () -> 0);

        progress.phase("reading the data");
        progress.start(Collections.nCopies(2, new Ahead(SGD, 10, 1)), Afterwards.NONE);
        progress.notice("ab.json: damaged; set aside");
        progress.phase("measuring what a step costs and where it leads, of 12 trials");
        progress.finish();

        VirtualScreen screen = new VirtualScreen(40).write(bytes.toString(StandardCharsets.UTF_8));
        assertThat(screen.lines()).containsExactly("ab.json: damaged; set aside", "");
        assertThat(screen.wrapped()).isZero();
    }

    private ProgressLine halfWay() {
        ProgressLine line = new ProgressLine(() -> now[0]);
        line.start(Collections.nCopies(360, new Ahead(SGD, 1_000_000, 0.5)), Afterwards.NONE);
        for (int run = 0; run < 180; run++) {
            now[0] += SECOND / 2;
            Batch batch = new Batch("", List.of(new RunSpec(SGD, run)), List.of(), 1);
            line.advance(new Advance(batch, 1_000_000, SECOND / 2, false));
            line.ended(SGD, run < 2 ? Outcome.DIVERGED : run < 3 ? Outcome.FAILED : Outcome.BUDGET_SPENT);
        }
        return line;
    }
}
