package org.converge4j.cli;

import org.converge4j.result.Outcome;
import org.converge4j.run.Progress;

/** Says nothing. */
final class NoProgress implements Progress {
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
}
