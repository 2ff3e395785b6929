package org.converge4j.run.engine;

import java.util.List;
import java.util.function.Consumer;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Outcome;
import org.converge4j.run.plan.Afterwards;
import org.converge4j.run.plan.Ahead;

/** Tells two who watch. */
record TwoWatchers(Progress first, Progress second) implements Progress {
    @Override
    public void planned(int runs, int saved) {
        both(watcher -> watcher.planned(runs, saved));
    }

    @Override
    public void understood(String line) {
        both(watcher -> watcher.understood(line));
    }

    @Override
    public void start(List<Ahead> runs, Afterwards then) {
        both(watcher -> watcher.start(runs, then));
    }

    @Override
    public void advanced(Advance advance) {
        both(watcher -> watcher.advanced(advance));
    }

    @Override
    public void ended(Trial trial, Outcome outcome) {
        both(watcher -> watcher.ended(trial, outcome));
    }

    @Override
    public void notice(String text) {
        both(watcher -> watcher.notice(text));
    }

    @Override
    public void trained() {
        both(Progress::trained);
    }

    @Override
    public void timing() {
        both(Progress::timing);
    }

    @Override
    public void phase(String what) {
        both(watcher -> watcher.phase(what));
    }

    @Override
    public void finish() {
        both(Progress::finish);
    }

    private void both(Consumer<Progress> news) {
        news.accept(first);
        news.accept(second);
    }
}
