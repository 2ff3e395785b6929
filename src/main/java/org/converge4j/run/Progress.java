package org.converge4j.run;

import org.converge4j.result.Outcome;

/** Is told how an execution goes; called from several threads. */
public interface Progress {
    /** Progress that nobody watches. */
    Progress NONE = new Progress() {
        @Override
        public void start(long steps) {}

        @Override
        public void steps(long count) {}

        @Override
        public void ended(Outcome outcome) {}

        @Override
        public void phase(String what) {}

        @Override
        public void finish() {}
    };

    /** So many steps are ahead. */
    void start(long steps);

    /** So many more are done. */
    void steps(long count);

    /** A run has ended. */
    void ended(Outcome outcome);

    /** What is being done now, if it is not training. */
    void phase(String what);

    /** Nothing more will come. */
    void finish();
}
