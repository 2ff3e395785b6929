package org.converge4j.train;

import org.converge4j.experiment.Training;
import org.converge4j.problem.LoadedProblem;

/** Looks at replicas after each step: measures what is due and decides whether a run is over. */
final class Watch {
    private final Training training;
    private final Trainer trainer;
    private final Gauge gauge;
    private final int budget;
    private final boolean lossIsFree;

    Watch(LoadedProblem problem, Training training, Trainer trainer, Gauge gauge, int budget) {
        this.training = training;
        this.trainer = trainer;
        this.gauge = gauge;
        this.budget = budget;
        int rows = problem.data().rows();
        this.lossIsFree =
                training.batchSize(rows) == rows && problem.blueprint().isPlain(); // it comes with the gradient
    }

    /** Tells the recorder of a replica what is due at a step; true if its run is over. */
    boolean look(Recorder recorder, int replica, int step) {
        if (lossIsFree || training.recording().includes(step, budget)) {
            recorder.accept(step, trainer.loss(replica));
        }
        if (!recorder.isOver() && gauge.isDue(step, budget)) {
            measure(recorder, replica, step);
        }
        if (!recorder.isOver() && recorder.isLate()) {
            recorder.timeOut(step, trainer.loss(replica));
        }
        boolean ended = recorder.isOver() || step == budget;
        if (ended && recorder.lacksMetrics(step)) {
            measure(recorder, replica, step);
        }
        return ended;
    }

    private void measure(Recorder recorder, int replica, int step) {
        recorder.accept(step, () -> trainer.loss(replica), gauge.evaluate(trainer.parameters(replica)));
    }
}
