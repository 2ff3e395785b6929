package org.converge4j.cli.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Outcome;
import org.converge4j.run.engine.Progress;

/** A line every few seconds, for logs. */
final class LineProgress implements Progress {
    private static final long PAUSE = Duration.ofSeconds(5).toNanos();

    private final PrintStream out;
    private final Tally tally = new Tally();
    private long total;
    private long done;
    private long lastLine = System.nanoTime();

    LineProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void understood(String line) {
        out.println(line);
    }

    @Override
    public synchronized void start(long steps, List<Trial> runs) {
        tally.expect(runs.size());
        total = steps;
    }

    @Override
    public synchronized void steps(long count) {
        done += count;
        if (System.nanoTime() - lastLine > PAUSE) {
            line();
        }
    }

    @Override
    public void ended(Trial trial, Outcome outcome) {
        tally.add(outcome);
    }

    @Override
    public void phase(String what) {
        out.println(what);
    }

    @Override
    public synchronized void finish() {
        line();
    }

    private void line() {
        lastLine = System.nanoTime();
        out.printf("training: %d of %d steps, %s%n", done, total, tally);
    }
}
