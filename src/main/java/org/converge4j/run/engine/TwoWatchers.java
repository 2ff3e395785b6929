package org.converge4j.run.engine;

import java.util.List;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Outcome;
import org.converge4j.run.plan.Ahead;

/** Tells two who watch. */
record TwoWatchers(Progress first, Progress second) implements Progress {
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
    public void start(List<Ahead> runs) {
        first.start(runs);
        second.start(runs);
    }

    @Override
    public void advanced(Advance advance) {
        first.advanced(advance);
        second.advanced(advance);
    }

    @Override
    public void ended(Trial trial, Outcome outcome) {
        first.ended(trial, outcome);
        second.ended(trial, outcome);
    }

    @Override
    public void notice(String text) {
        first.notice(text);
        second.notice(text);
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
