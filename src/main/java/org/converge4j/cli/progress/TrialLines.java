package org.converge4j.cli.progress;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import me.tongfei.progressbar.InteractiveConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Outcome;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Live lines beneath the bar: how many runs of each trial have ended, and how. */
final class TrialLines implements AutoCloseable {
    /** No lines: the terminal is too small for those that there are. */
    static final TrialLines NONE = new TrialLines(Map.of(), Trial::label, new Size(0, 0));

    /** Narrower terminals have room for the bar alone. */
    private static final int WIDE = 100;

    /** Left for the bar and what was printed before it. */
    private static final int OTHER_ROWS = 6;

    private static final int NARROWEST = 40;
    private static final int MARGIN = 2;

    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Function<Trial, String> name;

    private TrialLines(Map<String, Integer> runs, Function<Trial, String> name, Size room) {
        this.name = name;
        int width = runs.keySet().stream().mapToInt(String::length).max().orElse(0);
        runs.forEach((line, count) ->
                lines.put(line, new Line(line + " ".repeat(width - line.length()), count, consumer(room))));
    }

    /** A line a trial; a line for all learning rates of an updater where those are too many; none where those are, too. */
    static TrialLines of(List<Trial> runs, Size room) {
        return room.getColumns() < WIDE
                ? NONE
                : naming(runs, room.getRows() - OTHER_ROWS)
                        .map(name -> new TrialLines(counts(runs, name), name, room))
                        .orElse(NONE);
    }

    /**
     * Which line a run belongs to.
     *
     * @param rows that the lines may fill
     */
    static Optional<Function<Trial, String>> naming(List<Trial> runs, int rows) {
        boolean several = runs.stream().map(Trial::problem).distinct().count() > 1;
        return Stream.<Function<Trial, String>>of(Trial::label, Trial::updaterName)
                .<Function<Trial, String>>map(
                        way -> trial -> (several ? trial.problem().name() + " " : "") + way.apply(trial))
                .filter(name -> counts(runs, name).size() <= rows)
                .findFirst();
    }

    private static Map<String, Integer> counts(List<Trial> runs, Function<Trial, String> name) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        runs.forEach(trial -> counts.merge(name.apply(trial), 1, Integer::sum));
        return counts;
    }

    void ended(Trial trial, Outcome outcome) {
        Line line = lines.get(name.apply(trial));
        if (line != null) {
            line.ended(outcome);
        }
    }

    @Override
    public void close() {
        lines.values().forEach(Line::close);
    }

    /** Draws on a terminal of this size. The library's own way to find the size would take the signals away from us. */
    static ProgressBarConsumer consumer(Size room) {
        return new InteractiveConsoleProgressBarConsumer(System.err, Math.max(NARROWEST, room.getColumns() - MARGIN));
    }

    /** The size of the terminal; 0 × 0 if there is none. */
    static Size room() {
        try (Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .dumb(true)
                .nativeSignals(false) // they are ours
                .build()) {
            return terminal.getSize();
        } catch (IOException none) {
            return new Size(0, 0);
        }
    }

    /** One line. */
    private static final class Line {
        private final ProgressBar bar;
        private final Tally tally = new Tally();

        Line(String title, int runs, ProgressBarConsumer consumer) {
            tally.expect(runs);
            bar = new ProgressBarBuilder()
                    .setTaskName("  " + title)
                    .setInitialMax(runs)
                    .hideEta()
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUpdateIntervalMillis(200)
                    .setConsumer(consumer)
                    .build();
        }

        void ended(Outcome outcome) {
            tally.add(outcome);
            bar.step();
            bar.setExtraMessage(" " + tally);
        }

        void close() {
            bar.close();
        }
    }
}
