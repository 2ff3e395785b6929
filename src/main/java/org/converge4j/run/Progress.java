package org.converge4j.run;

import java.util.List;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Outcome;

/** Is told how an execution goes; called from several threads. */
public interface Progress {
    /** Progress that nobody watches. */
    Progress NONE = new Progress() {
        @Override
        public void start(long steps, List<Trial> runs) {}

        @Override
        public void steps(long count) {}

        @Override
        public void ended(Trial trial, Outcome outcome) {}

        @Override
        public void phase(String what) {}

        @Override
        public void finish() {}
    };

    /**
     * Training begins.
     *
     * @param steps that are ahead
     * @param runs the trial of each run that is ahead
     */
    void start(long steps, List<Trial> runs);

    /** So many more steps are done, or not needed any more because their run has ended. */
    void steps(long count);

    /** A run of a trial has ended. */
    void ended(Trial trial, Outcome outcome);

    /** What is being done now, if it is not training. */
    void phase(String what);

    /** Nothing more will come. */
    void finish();
}
