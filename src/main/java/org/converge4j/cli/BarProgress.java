package org.converge4j.cli;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.converge4j.result.Outcome;
import org.converge4j.run.Progress;

/** A bar on standard error, in steps, with the runs that have ended beside it. */
final class BarProgress implements Progress {
    private final Tally tally = new Tally();
    private Optional<ProgressBar> bar = Optional.empty();

    @Override
    public void start(long steps) {
        bar = Optional.of(new ProgressBarBuilder()
                .setTaskName("training")
                .setInitialMax(steps)
                .setUnit(" steps", 1)
                .showSpeed()
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setUpdateIntervalMillis(200)
                .build());
    }

    @Override
    public void steps(long count) {
        bar.ifPresent(b -> b.stepBy(count));
    }

    @Override
    public void ended(Outcome outcome) {
        tally.add(outcome);
        bar.ifPresent(b -> b.setExtraMessage(tally.toString()));
    }

    @Override
    public void phase(String what) {
        System.err.println(what + " …");
    }

    @Override
    public void finish() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }
}
