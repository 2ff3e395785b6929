package org.converge4j.cli.progress;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Outcome;
import org.converge4j.run.engine.Advance;
import org.converge4j.run.plan.Afterwards;
import org.converge4j.run.plan.Ahead;

/** What one line says of training: how much is done, what failed and diverged, how fast it goes, how long it will take. */
final class ProgressLine {
    private static final int LONGEST_BAR = 30;
    private static final int SHORTEST_BAR = 8;
    private static final double[] UNITS = {1e9, 1e6, 1e3};
    private static final String[] PREFIXES = {" G", " M", " k"};

    private final Tally tally = new Tally();
    private final TimeLeft timeLeft;
    private long total;
    private long done;

    /** @param clock in nanoseconds */
    ProgressLine(LongSupplier clock) {
        this.timeLeft = new TimeLeft(clock);
    }

    synchronized void start(List<Ahead> runs, Afterwards then) {
        tally.expect(runs.size());
        total = runs.stream().mapToLong(Ahead::steps).sum();
        timeLeft.start(runs, then);
    }

    synchronized void advance(Advance advance) {
        done += advance.steps();
        timeLeft.advance(advance);
    }

    synchronized void ended(Trial trial, Outcome outcome) {
        tally.add(outcome);
    }

    /**
     * The line, no longer than there is room: first the bar gives way, then the rate.
     *
     * @param columns that it may fill
     */
    synchronized String text(int columns) {
        String share = share() + " %  " + tally;
        String rate = rate();
        String left = left();
        String whole = share + rate + left;
        int bar = Math.min(LONGEST_BAR, columns - whole.length() - 1);
        if (bar >= SHORTEST_BAR) {
            int full = (int) (bar * share() / 100);
            return "━".repeat(full) + "─".repeat(bar - full) + " " + whole;
        }
        String fitting = whole.length() <= columns ? whole : share + left;
        return fitting.substring(0, Math.min(fitting.length(), Math.max(0, columns)));
    }

    /** The same for a log. */
    synchronized String words() {
        return " " + share() + " %  " + tally + rate() + left();
    }

    private String rate() {
        double rate = timeLeft.rate();
        if (rate >= 1 || rate == 0) {
            return rate == 0 ? "" : "  " + spoken(rate) + " steps/s";
        }
        double seconds = 1 / rate;
        String each = seconds < 100
                ? String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds)
                : spoken(Duration.ofSeconds((long) seconds));
        return "  " + each + " a step";
    }

    private String left() {
        return timeLeft.left()
                .filter(time -> done < total)
                .map(time -> "  " + spoken(time) + " left")
                .orElse("");
    }

    private long share() {
        return total == 0 ? 0 : Math.min(100, 100 * done / total);
    }

    /** "2.4", "950", "12 k", "2.4 M". */
    private static String spoken(double rate) {
        for (int i = 0; i < UNITS.length; i++) {
            if (rate >= UNITS[i]) {
                double value = rate / UNITS[i];
                return String.format(Locale.ROOT, value < 10 ? "%.1f%s" : "%.0f%s", value, PREFIXES[i]);
            }
        }
        return String.format(Locale.ROOT, rate < 10 ? "%.1f" : "%.0f", rate);
    }

    /** "40 s", "3 min 20 s", "2 h 05 min". */
    static String spoken(Duration time) {
        long seconds = Math.max(1, Math.round(time.toMillis() / 1000.0));
        if (seconds < 100) {
            return seconds + " s";
        }
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds % 3600 / 60);
    }
}
