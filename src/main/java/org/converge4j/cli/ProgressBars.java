package org.converge4j.cli;

import org.converge4j.run.Progress;

/** Chooses how progress is shown: a bar on a terminal, a line every few seconds elsewhere, nothing when quiet. */
final class ProgressBars {
    private ProgressBars() {}

    static Progress choose(boolean quiet) {
        if (quiet) {
            return Progress.NONE;
        }
        return Boolean.getBoolean("converge.terminal") ? new BarProgress() : new LineProgress(System.err);
    }
}
