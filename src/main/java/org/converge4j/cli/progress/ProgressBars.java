package org.converge4j.cli.progress;

import org.converge4j.run.engine.Progress;

/** Chooses how progress is shown: a bar on a terminal, a line every few seconds elsewhere, nothing when quiet. */
public final class ProgressBars {
    private ProgressBars() {}

    public static Progress choose(boolean quiet) {
        if (quiet) {
            return Progress.NONE;
        }
        return Boolean.getBoolean("converge.terminal") ? new BarProgress() : new LineProgress(System.err);
    }
}
