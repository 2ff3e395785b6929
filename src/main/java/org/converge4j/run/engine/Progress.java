package org.converge4j.run.engine;

import java.util.List;
import java.util.function.Consumer;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Outcome;
import org.converge4j.run.plan.Afterwards;
import org.converge4j.run.plan.Ahead;

/** Is told how an execution goes, and by itself does nothing; called from several threads. */
public interface Progress {
    /** Progress that nobody watches. */
    Progress NONE = new Progress() {};

    /** Progress of which one watches only what is made of the problems' files. */
    static Progress understanding(Consumer<String> lines) {
        return new Progress() {
            @Override
            public void understood(String line) {
                lines.accept(line);
            }
        };
    }

    /**
     * The records have been looked through.
     *
     * @param saved how many of the planned runs have an answer on record
     */
    default void planned(int runs, int saved) {}

    /** A line on what was made of a problem's files, before anything is trained. */
    default void understood(String line) {}

    /**
     * Training begins.
     *
     * @param runs that are ahead
     * @param then what follows them
     */
    default void start(List<Ahead> runs, Afterwards then) {}

    /** Steps of a batch are done, or not needed any more because their run has ended. */
    default void advanced(Advance advance) {}

    /** A run of a trial has ended. */
    default void ended(Trial trial, Outcome outcome) {}

    /** A line that whoever watches should keep. */
    default void notice(String text) {}

    /** Nothing is left to train; one worker measures now, and this process waits. */
    default void trained() {}

    /** Steps are timed next, alone on the machine: returns once nothing else is at work in this process. */
    default void timing() {}

    /** What is being done now, if it is not training. */
    default void phase(String what) {}

    /** Nothing more will come. */
    default void finish() {}

    /** This one, and after it another. */
    default Progress and(Progress other) {
        return new TwoWatchers(this, other);
    }
}
