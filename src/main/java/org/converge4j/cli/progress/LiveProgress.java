package org.converge4j.cli.progress;

import java.io.PrintStream;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
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

/** One line at the foot of a terminal, drawn over and over, of which nothing stays. */
final class LiveProgress implements Progress {
    private static final long MILLIS = 200;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream out;
    private final IntSupplier columns;
    private final ProgressLine line;
    private final Timer painter = new Timer("progress", true);
    private String phase = "";
    private boolean visible;

    /**
     * @param columns of the terminal, asked for each time
     * @param clock in nanoseconds
     */
    LiveProgress(PrintStream out, IntSupplier columns, LongSupplier clock) {
        this.out = out;
        this.columns = columns;
        this.line = new ProgressLine(clock);
        painter.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        paint();
                    }
                },
                MILLIS,
                MILLIS);
    }

    @Override
    public synchronized void start(List<Ahead> runs, Afterwards then) {
        phase = "";
        visible = true;
        line.start(runs, then);
    }

    @Override
    public void advanced(Advance advance) {
        line.advance(advance);
    }

    @Override
    public void ended(Trial trial, Outcome outcome) {
        line.ended(trial, outcome);
    }

    @Override
    public synchronized void phase(String what) {
        phase = what + " …";
        visible = true;
        paint();
    }

    @Override
    public void understood(String line) {
        notice(line);
    }

    /** In place of what the terminal may have echoed of the keys. */
    @Override
    public synchronized void notice(String text) {
        out.print(CLEAR);
        Prose.setOff(Printable.lines(text), columns.getAsInt()).forEach(out::println);
        paint();
    }

    /** Whatever comes next has a clean line. */
    @Override
    public synchronized void finish() {
        erase();
        visible = false;
    }

    private synchronized void paint() {
        if (visible) {
            int room = columns.getAsInt() - 1; // some terminals wrap once the last column is filled
            String text = phase.isEmpty() ? line.text(room) : phase;
            out.print(CLEAR + text.substring(0, Math.min(text.length(), Math.max(0, room))));
            out.flush();
        }
    }

    private void erase() {
        if (visible) {
            out.print(CLEAR);
            out.flush();
        }
    }
}
