package org.converge4j.run.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.result.Measurement;
import org.junit.jupiter.api.Test;

/** The expected time is steps times cost over workers, and a few seconds to start. */
class ForecastTest {
    @Test
    void a_measured_cost_is_used() {
        RunSpec run = run(
                new Choice("csv", Map.of()), new Choice("dl4j", Map.of()), new Budget(Budget.Unit.STEPS, 1_000_000));
        Measurement measured = new Measurement(run.trial().key(), 0, 50, Optional.empty());

        Optional<Duration> time =
                new Forecast(Map.of(run.trial().key(), measured), Map.of(), 2).of(Collections.nCopies(4, run));

        // 4 runs × (10⁶ steps × 50 µs + 1 ms for the record) / 2 workers = 100.002 s, and 3 s to start
        assertThat(time).contains(Duration.ofMillis(103_002));
    }

    @Test
    void epochs_count_where_the_rows_are_in_the_file() {
        Budget epochs = new Budget(Budget.Unit.EPOCHS, 1000);
        RunSpec known = run(new Choice("randn", Map.of("rows", 5)), epochs);
        RunSpec unknown = run(new Choice("csv", Map.of()), epochs);

        // full batches: a step an epoch, 1 µs each, and 1 ms for the record
        assertThat(new Forecast(Map.of(), Map.of(), 1).of(List.of(known))).contains(Duration.ofMillis(3002));
        assertThat(new Forecast(Map.of(), Map.of(), 1).of(List.of(known, unknown)))
                .isEmpty();
    }

    @Test
    void work_is_brief_up_to_four_seconds_of_steps_and_long_from_a_minute_on_if_batches_take_a_second() {
        RunSpec run = run(new Choice("randn", Map.of("rows", 5)), new Budget(Budget.Unit.STEPS, 1000));
        RunSpec longer = run(new Choice("randn", Map.of("rows", 5)), new Budget(Budget.Unit.STEPS, 10_000));
        Forecast forecast = new Forecast(Map.of(), Map.of(), 1);

        // a run takes 1000 steps × 1 µs = 1 ms, its record apart
        assertThat(forecast.isBrief(Collections.nCopies(3999, run))).isTrue();
        assertThat(forecast.isBrief(Collections.nCopies(4000, run))).isFalse();
        // 256 runs are a batch: 2.56 s of the longer, 0.256 s of the others
        assertThat(forecast.isLong(batches(5999, longer))).isFalse();
        assertThat(forecast.isLong(batches(6000, longer))).isTrue();
        assertThat(forecast.isLong(batches(60_000, run))).isFalse();
    }

    private static List<Batch> batches(int runs, RunSpec run) {
        return Batches.of(Collections.nCopies(runs, run), List.of(), Path.of(""), 1);
    }

    @Test
    void work_whose_steps_cannot_be_counted_yet_is_taken_for_long() {
        RunSpec unknown = run(new Choice("csv", Map.of()), new Budget(Budget.Unit.EPOCHS, 1));
        Forecast forecast = new Forecast(Map.of(), Map.of(), 1);

        assertThat(forecast.isBrief(List.of(unknown))).isFalse();
        assertThat(forecast.isLong(batches(1, unknown))).isTrue();
    }

    @Test
    void of_a_problem_that_is_loaded_the_multiplications_count_and_so_do_recorded_losses() {
        Problem problem = new Problem("p", new Choice("csv", Map.of()), new Choice("mlp", Map.of()), List.of());
        ProblemFacts facts = new ProblemFacts(1000, 10, 1, 1000, "", Optional.empty());
        Forecast forecast = new Forecast(Map.of(), Map.of(problem, facts), 1);
        Training batches =
                new Training(new Budget(Budget.Unit.EPOCHS, 10), 100, Precision.DOUBLE, Recording.LOG_SPACED);
        Training everyLoss = new Training(
                new Budget(Budget.Unit.STEPS, 100), 100, Precision.DOUBLE, new Recording(Recording.Spacing.LINEAR, 2));

        // 100 steps × (0.4 µs + 3 passes × 100 rows × 1000 parameters × 0.5 ns), 42 log-spaced looks at the loss and
        // one at other
        // metrics, each a pass over 1000 rows × 1000 parameters, 1 ms for the record, and 3 s to start
        assertThat(forecast.of(List.of(run(problem, batches)))).contains(Duration.ofMillis(3038));
        // such passes at 52 steps and one
        assertThat(forecast.of(List.of(run(problem, everyLoss)))).contains(Duration.ofMillis(3043));
    }

    @Test
    void convolutions_count_as_often_as_their_weights_are_at_work() {
        Problem problem = new Problem("p", new Choice("csv", Map.of()), new Choice("dl4j", Map.of()), List.of());
        // LeNet as DL4J's tutorial has it: 288,000 + 1,600,000 in its convolutions, 400,500 + 5,010 in its dense layers
        ProblemFacts small = new ProblemFacts(500, 784, 10, 431_080, "", Optional.empty());
        ProblemFacts facts = new ProblemFacts(
                500,
                784,
                10,
                431_080,
                "",
                Optional.empty(),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(2_293_510L));
        RunSpec run = run(
                problem, new Training(new Budget(Budget.Unit.STEPS, 20), 64, Precision.FLOAT, Recording.LOG_SPACED));

        assertThat(new Forecast(Map.of(), Map.of(problem, small), 1).isBrief(List.of(run)))
                .isTrue();
        assertThat(new Forecast(Map.of(), Map.of(problem, facts), 1).isBrief(List.of(run)))
                .isFalse();
    }

    @Test
    void nothing_to_do_takes_no_time() {
        assertThat(new Forecast(Map.of(), Map.of(), 2).of(List.of())).contains(Duration.ZERO);
    }

    @Test
    void times_are_said_in_the_unit_that_fits() {
        assertThat(Forecast.spoken(Duration.ofMillis(200))).isEqualTo("about 1 s");
        assertThat(Forecast.spoken(Duration.ofSeconds(40))).isEqualTo("about 40 s");
        assertThat(Forecast.spoken(Duration.ofMinutes(3))).isEqualTo("about 3 min");
        assertThat(Forecast.spoken(Duration.ofMinutes(150))).isEqualTo("about 2.5 h");
    }

    private static RunSpec run(Choice data, Budget budget) {
        return run(data, new Choice("linear", Map.of()), budget);
    }

    private static RunSpec run(Choice data, Choice network, Budget budget) {
        Problem problem = new Problem("p", data, network, List.of());
        return run(problem, new Training(budget, 0, Precision.DOUBLE, Recording.EVERY_STEP));
    }

    private static RunSpec run(Problem problem, Training training) {
        return new RunSpec(new Trial("sgd", problem, new Choice("sgd", Map.of("learningRate", 0.01)), training), 1);
    }
}
