package org.converge4j.cli.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.converge4j.catalog.message.Printable;
import org.converge4j.cli.screen.Prose;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Outcome;
import org.converge4j.run.engine.Advance;
import org.converge4j.run.engine.Progress;
import org.converge4j.run.plan.Afterwards;
import org.converge4j.run.plan.Ahead;

/** A line every few seconds, for logs. */
final class LineProgress implements Progress {
    private static final long PAUSE = Duration.ofSeconds(5).toNanos();

    private final PrintStream out;
    private final IntSupplier columns;
    private final LongSupplier clock;
    private final ProgressLine line;
    private long lastLine;
    private boolean training;

    /**
     * @param columns that a line may fill, asked for each time
     * @param clock in nanoseconds
     */
    LineProgress(PrintStream out, IntSupplier columns, LongSupplier clock) {
        this.out = out;
        this.columns = columns;
        this.clock = clock;
        this.line = new ProgressLine(clock);
        this.lastLine = clock.getAsLong();
    }

    @Override
    public synchronized void start(List<Ahead> runs, Afterwards then) {
        line.start(runs, then);
        training = true;
    }

    @Override
    public synchronized void advanced(Advance advance) {
        line.advance(advance);
        if (clock.getAsLong() - lastLine > PAUSE) {
            print();
        }
    }

    @Override
    public void ended(Trial trial, Outcome outcome) {
        line.ended(trial, outcome);
    }

    @Override
    public void phase(String what) {
        out.println(what);
    }

    @Override
    public void understood(String line) {
        notice(line);
    }

    @Override
    public void notice(String text) {
        Prose.setOff(Printable.lines(text), columns.getAsInt()).forEach(out::println);
    }

    @Override
    public synchronized void finish() {
        if (training) {
            print();
        }
        training = false;
    }

    private void print() {
        lastLine = clock.getAsLong();
        out.println("training:" + line.words());
    }
}
