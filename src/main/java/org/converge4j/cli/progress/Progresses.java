package org.converge4j.cli.progress;

import org.converge4j.cli.screen.Terminal;
import org.converge4j.run.engine.Progress;

/** Chooses how progress is shown: a line drawn anew on a terminal, one every few seconds elsewhere, nothing when quiet. */
public final class Progresses {
    private Progresses() {}

    /** Progress on standard error. */
    public static Progress choose(boolean quiet, Terminal terminal) {
        if (quiet) {
            return Progress.NONE;
        }
        return terminal.live()
                ? new LiveProgress(System.err, terminal.width(), System::nanoTime)
                : new LineProgress(System.err, terminal.width(), System::nanoTime);
    }
}
