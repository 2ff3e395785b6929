package org.converge4j.cli;

import org.converge4j.experiment.Trial;
import org.converge4j.result.Outcome;
import org.converge4j.run.engine.Progress;

/** How many of the planned runs have an answer on record by now. */
final class Saved implements Progress {
    private int runs;
    private int saved;

    @Override
    public synchronized void planned(int all, int recorded) {
        runs = all;
        saved = recorded;
    }

    @Override
    public synchronized void ended(Trial trial, Outcome outcome) {
        if (outcome != Outcome.FAILED) {
            saved++;
        }
    }

    /** As in "240 of 360 runs are saved". */
    @Override
    public synchronized String toString() {
        return runs == 0
                ? "no run was trained"
                : saved + " of " + runs + (runs == 1 ? " run is saved" : " runs are saved");
    }
}
