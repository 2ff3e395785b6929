package org.converge4j.run;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Outcome;
import org.converge4j.run.engine.Progress;

/**
 * The trials of one experiment that have an answer: at least one run that did not fail. What all runs of a trial died of would kill
 * again whoever measures it.
 */
final class Answered implements Progress {
    /** The experiment's own objects, which are compared in no time. */
    private final Set<Trial> trials = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    @Override
    public void ended(Trial trial, Outcome outcome) {
        if (outcome != Outcome.FAILED) {
            trials.add(trial);
        }
    }

    /** Whether a trial is among them. */
    boolean contains(Trial trial) {
        return trials.contains(trial);
    }
}
