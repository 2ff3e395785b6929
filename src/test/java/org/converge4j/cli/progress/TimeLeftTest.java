package org.converge4j.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.DoubleBinaryOperator;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.TrainingSamples;
import org.converge4j.experiment.Trial;
import org.converge4j.run.engine.Advance;
import org.converge4j.run.plan.Afterwards;
import org.converge4j.run.plan.Ahead;
import org.converge4j.run.plan.Batch;
import org.junit.jupiter.api.Test;

/**
 * Sweeps that are played on a simulated clock, so that the true time left is known: from a fifth of the way on, the estimate is
 * within a factor of 1.5 of it. (Below two seconds the factor is of no interest.)
 */
class TimeLeftTest {
    private static final double SECOND = 1e9;

    /** A virtual machine that starts at an eighth of its speed and is compiled within some ten seconds. */
    private static double warmingUp(double seconds, double ofKind) {
        return 1 + 7 * Math.exp(-seconds / 3);
    }

    /** Code that each updater has of its own. */
    private static double warmingUpEach(double seconds, double ofKind) {
        return 1 + Math.exp(-ofKind / 3);
    }

    private static double steady(double seconds, double ofKind) {
        return 1;
    }

    @Test
    void workers_that_warm_up() {
        assertWithin(sweep(2, TimeLeftTest::warmingUp, batches("one", "adam", 40, 100_000, 25, 25)));
    }

    @Test
    void a_problem_that_costs_as_was_expected_after_one_that_is_fifty_times_cheaper() {
        List<Work> work = new ArrayList<>(batches("cheap", "sgd", 20, 100_000, 5, 5));
        work.addAll(batches("dear", "sgd", 20, 100_000, 250, 250));
        assertWithin(sweep(2, TimeLeftTest::warmingUp, work));
    }

    @Test
    void costs_that_are_all_six_times_what_was_expected() {
        List<Work> work = new ArrayList<>(batches("one", "sgd", 10, 100_000, 10, 60));
        work.addAll(batches("other", "sgd", 10, 100_000, 40, 240));
        work.addAll(batches("other", "adam", 10, 100_000, 40, 300));
        assertWithin(sweep(2, TimeLeftTest::steady, work));
    }

    @Test
    void a_third_of_the_runs_that_diverges_at_once() {
        List<Work> work = new ArrayList<>();
        for (Work batch : batches("one", "sgd", 30, 100_000, 20, 20)) {
            work.add(new Work(batch.trial(), batch.steps(), batch.expected(), batch.micros(), batch.steps() / 3));
        }
        assertWithin(sweep(2, TimeLeftTest::steady, work));
    }

    /** Nine of twelve steps are not needed, and first steps are slow under each updater. */
    @Test
    void most_of_the_runs_diverge_early_under_updaters_that_warm_up_one_after_the_other() {
        List<Work> work = new ArrayList<>();
        for (String updater : List.of("sgd", "momentum", "nesterovs")) {
            for (Work batch : batches("one", updater, 4, 600_000, 2, 40)) {
                work.add(new Work(
                        batch.trial(), batch.steps(), batch.expected(), batch.micros(), batch.steps() / 12 * 9));
            }
        }
        assertWithin(sweep(2, TimeLeftTest::warmingUpEach, work));
    }

    /** As of LeNet, whose runs end with a look at all rows that takes seconds. */
    @Test
    void looks_of_seconds_between_steps() {
        assertWithin(sweep(
                2, (seconds, ofKind) -> ofKind % 12 < 0.2 ? 13 : 1, batches("one", "adam", 4, 600_000, 100, 100)));
    }

    @Test
    void a_second_worker_that_starts_slowly() {
        assertWithin(sweep(2, (seconds, ofKind) -> ofKind == 0 ? 75 : 1, batches("one", "adam", 8, 200_000, 20, 20)));
    }

    @Test
    void one_worker_and_a_single_batch() {
        assertWithin(sweep(1, TimeLeftTest::warmingUp, batches("one", "adam", 1, 4_000_000, 25, 25)));
    }

    /** Ten batches of 10 s, shared by two workers; then 5 s and a tenth of the 100 s of work. */
    @Test
    void what_follows_training_counts() {
        Afterwards then = new Afterwards(Duration.ofSeconds(5), 0.1);
        Played played = sweep(2, TimeLeftTest::steady, batches("one", "sgd", 10, 100_000, 100, 100), then);
        for (Estimate estimate : played.estimates()) {
            if (estimate.at() > played.seconds() / 5) {
                assertThat(estimate.seconds()).isCloseTo(played.seconds() - estimate.at() + 5 + 10, within(3.0));
            }
        }
    }

    @Test
    void nothing_is_said_before_there_is_something_to_go_by() {
        TimeLeft left = new TimeLeft(() -> 0);
        assertThat(left.left()).isEmpty();
        left.start(List.of(new Ahead(trial("one", "sgd"), 1000, 1)), Afterwards.NONE);
        assertThat(left.left()).isEmpty();
        assertThat(left.rate()).isZero();
    }

    /**
     * A batch.
     *
     * @param expected µs a step
     * @param micros a step takes at full speed
     * @param leftOver steps that are not needed because runs end early, said after a tenth of the batch
     */
    private record Work(Trial trial, long steps, double expected, double micros, long leftOver) {}

    private record Estimate(double at, double seconds) {}

    private record Played(List<Estimate> estimates, double seconds) {}

    private static List<Work> batches(
            String problem, String updater, int count, long steps, double expected, double micros) {
        List<Work> batches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batches.add(new Work(trial(problem, updater), steps, expected, micros, 0));
        }
        return batches;
    }

    /** A worker: when its next news comes, and what they are about. */
    private static final class Worker {
        private double next;
        private double began;
        private Optional<Work> work = Optional.empty();
        private long toDo;
        private long portion;
        private boolean skipped;
        private Batch batch = new Batch("", List.of(), List.of(), 1);
    }

    private static Played sweep(int workers, DoubleBinaryOperator slowness, List<Work> work) {
        return sweep(workers, slowness, work, Afterwards.NONE);
    }

    private static Played sweep(int workers, DoubleBinaryOperator slowness, List<Work> work, Afterwards then) {
        long[] now = {0};
        TimeLeft left = new TimeLeft(() -> now[0]);
        left.start(
                work.stream()
                        .map(batch -> new Ahead(batch.trial(), batch.steps(), batch.expected()))
                        .toList(),
                then);
        Deque<Work> queue = new ArrayDeque<>(work);
        Map<String, Double> begun = new HashMap<>(); // when each kind was
        PriorityQueue<Worker> events = new PriorityQueue<>(Comparator.comparingDouble((Worker w) -> w.next));
        for (int i = 0; i < workers; i++) {
            Worker worker = new Worker();
            take(worker, queue, slowness, begun);
            events.add(worker);
        }
        List<Estimate> estimates = new ArrayList<>();
        double end = 0;
        while (!events.isEmpty()) {
            Worker worker = events.poll();
            if (worker.work.isEmpty()) {
                continue;
            }
            end = worker.next;
            now[0] = Math.round(end * SECOND);
            Work batch = worker.work.get();
            long nanos = Math.round((worker.next - worker.began) * SECOND);
            boolean early = !worker.skipped && batch.leftOver() > 0 && worker.toDo < 0.9 * batch.steps();
            long over = early ? batch.leftOver() : 0;
            worker.skipped |= early;
            left.advance(new Advance(worker.batch, worker.portion + over, nanos, early));
            worker.toDo -= worker.portion + over;
            double at = end;
            left.left().ifPresent(time -> estimates.add(new Estimate(at, time.toNanos() / SECOND)));
            if (worker.toDo <= 0) {
                take(worker, queue, slowness, begun);
            } else {
                plan(worker, slowness, begun);
            }
            events.add(worker);
        }
        return new Played(estimates, end);
    }

    private static void take(
            Worker worker, Deque<Work> queue, DoubleBinaryOperator slowness, Map<String, Double> begun) {
        worker.work = Optional.ofNullable(queue.poll());
        worker.skipped = false;
        worker.work.ifPresent(batch -> {
            worker.toDo = batch.steps();
            worker.batch = new Batch("", List.of(new RunSpec(batch.trial(), 1)), List.of(), 1);
            plan(worker, slowness, begun);
        });
    }

    /** News come every 2000 steps. */
    private static void plan(Worker worker, DoubleBinaryOperator slowness, Map<String, Double> begun) {
        Work work = worker.work.orElseThrow();
        double first = begun.computeIfAbsent(work.trial().toString(), kind -> worker.next);
        worker.portion = Math.min(2000, worker.toDo);
        worker.began = worker.next;
        worker.next += worker.portion * work.micros() / 1e6 * slowness.applyAsDouble(worker.next, worker.next - first);
    }

    private static void assertWithin(Played played) {
        assertThat(played.estimates()).hasSizeGreaterThan(50);
        assertThat(played.estimates())
                .filteredOn(estimate -> estimate.at() > played.seconds() / 5 && played.seconds() - estimate.at() > 2)
                .isNotEmpty()
                .allSatisfy(estimate -> assertThat(estimate.seconds() / (played.seconds() - estimate.at()))
                        .as("at %.1f of %.1f s", estimate.at(), played.seconds())
                        .isBetween(1 / 1.5, 1.5));
    }

    private static Trial trial(String problem, String updater) {
        return new Trial(
                updater,
                Problem.of(problem, new Choice("rosenbrock", Map.of()), List.of()),
                new Choice(updater, Map.of("learningRate", 0.1)),
                TrainingSamples.steps(1));
    }
}
