package org.converge4j.cli.progress;

import java.util.List;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Outcome;
import org.converge4j.run.engine.Progress;
import org.jline.terminal.Size;

/**
 * A bar on standard error, in steps, with the time left and the runs that have ended beside it; beneath it, where there is room, a
 * line for each trial.
 */
final class BarProgress implements Progress {
    private final Tally tally = new Tally();
    private Optional<ProgressBar> bar = Optional.empty();
    private TrialLines lines = TrialLines.NONE;

    @Override
    public void understood(String line) {
        System.err.println(line);
    }

    @Override
    public void start(long steps, List<Trial> runs) {
        tally.expect(runs.size());
        Size room = TrialLines.room(); // before the bar takes the terminal
        bar = Optional.of(new ProgressBarBuilder()
                .setTaskName("training")
                .setInitialMax(steps)
                .setUnit(" steps", 1)
                .showSpeed()
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setUpdateIntervalMillis(200)
                .setConsumer(TrialLines.consumer(room))
                .build());
        lines = TrialLines.of(runs, room);
    }

    @Override
    public void steps(long count) {
        bar.ifPresent(b -> b.stepBy(count));
    }

    @Override
    public void ended(Trial trial, Outcome outcome) {
        tally.add(outcome);
        bar.ifPresent(b -> b.setExtraMessage(" " + tally));
        lines.ended(trial, outcome);
    }

    @Override
    public void phase(String what) {
        System.err.println(what + " …");
    }

    @Override
    public void finish() {
        lines.close();
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }
}
