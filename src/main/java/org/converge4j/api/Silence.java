package org.converge4j.api;

import org.converge4j.result.Outcome;
import org.converge4j.run.Progress;

/** Progress that nobody watches. */
final class Silence implements Progress {
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
