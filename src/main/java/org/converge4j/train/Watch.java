package org.converge4j.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.converge4j.experiment.Looks;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.train.score.Gauge;
import org.converge4j.train.score.Look;
import org.converge4j.train.step.Trainer;

/** Looks at replicas after each step: measures what is due and decides whose runs are over. */
final class Watch implements AutoCloseable {
    private final Training training;
    private final Trainer trainer;
    private final Looks looks;
    private final Gauge gauge;
    private final Gauge sample;
    private final int budget;
    private final boolean lossIsFree;

    Watch(LoadedProblem problem, Training training, Trainer trainer, Looks looks, int budget) {
        this.training = training;
        this.trainer = trainer;
        this.looks = looks;
        this.budget = budget;
        this.lossIsFree = knowsEveryLoss(problem, training);
        this.gauge = Gauge.of(problem, training, trainer.replicas(), !looks.areAsRecorded());
        boolean isSampled = looks.rows() < problem.data().rows();
        this.sample = isSampled ? Gauge.ofSample(problem, looks, training, trainer.replicas()) : gauge;
    }

    /** Whether the loss of every step is known: with full batches it comes with the gradient. */
    static boolean knowsEveryLoss(LoadedProblem problem, Training training) {
        return training.isFullBatch(problem.data().rows())
                && problem.blueprint().isPlain();
    }

    /**
     * Tells recorders what is due at a step.
     *
     * @param alive the recorders of runs that go on, by replica
     * @return those of them whose runs are over
     */
    Map<Integer, Recorder> look(Map<Integer, Recorder> alive, int step) {
        boolean apart = looks.areAsRecorded();
        if (lossIsFree || (apart && training.recording().includes(step, budget))) {
            alive.forEach(
                    (replica, recorder) -> recorder.accept(step, trainer.loss(replica), trainer.lossAtStep(replica)));
        }
        if (apart ? gauge.isDue(step, budget) : looks.includes(step)) {
            measure(some(alive, recorder -> !recorder.isOver()), step, step == budget ? gauge : sample);
        }
        alive.forEach((replica, recorder) -> {
            if (!recorder.isOver() && recorder.isLate()) {
                recorder.timeOut(step, trainer.loss(replica));
            }
        });
        Map<Integer, Recorder> ended = some(alive, recorder -> recorder.isOver() || step == budget);
        measure(some(ended, recorder -> recorder.lacksMetrics(step)), step, gauge);
        return ended;
    }

    private void measure(Map<Integer, Recorder> recorders, int step, Gauge by) {
        if (recorders.isEmpty()) {
            return;
        }
        List<Look> seen =
                by.evaluate(recorders.keySet().stream().map(trainer::parameters).toList());
        int[] next = {0};
        recorders.forEach((replica, recorder) -> {
            Look look = seen.get(next[0]++);
            if (!looks.areAsRecorded() && !lossIsFree && !recorder.isOver()) {
                recorder.accept(step, look);
            }
            if (recorder.lacksMetrics(step)) {
                recorder.accept(step, () -> look.loss().orElseGet(() -> trainer.loss(replica)), look.metrics());
            }
        });
    }

    private static Map<Integer, Recorder> some(Map<Integer, Recorder> recorders, Predicate<Recorder> which) {
        Map<Integer, Recorder> some = new LinkedHashMap<>();
        recorders.forEach((replica, recorder) -> {
            if (which.test(recorder)) {
                some.put(replica, recorder);
            }
        });
        return some;
    }

    @Override
    public void close() {
        gauge.close();
        sample.close();
    }
}
