package org.converge4j.run.engine;

import java.util.List;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Outcome;

/** Tells two who watch. */
record Both(Progress first, Progress second) implements Progress {
    @Override
    public void planned(int runs, int saved) {
        first.planned(runs, saved);
        second.planned(runs, saved);
    }

    @Override
    public void understood(String line) {
        first.understood(line);
        second.understood(line);
    }

    @Override
    public void start(long steps, List<Trial> runs) {
        first.start(steps, runs);
        second.start(steps, runs);
    }

    @Override
    public void steps(long count) {
        first.steps(count);
        second.steps(count);
    }

    @Override
    public void ended(Trial trial, Outcome outcome) {
        first.ended(trial, outcome);
        second.ended(trial, outcome);
    }

    @Override
    public void phase(String what) {
        first.phase(what);
        second.phase(what);
    }

    @Override
    public void finish() {
        first.finish();
        second.finish();
    }
}
