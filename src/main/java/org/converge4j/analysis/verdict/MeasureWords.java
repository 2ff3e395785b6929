package org.converge4j.analysis.verdict;

import org.converge4j.analysis.Deciding;
import org.converge4j.analysis.Measure;
import org.converge4j.experiment.training.Metric;

/** What decides, in words. */
public final class MeasureWords {
    private MeasureWords() {}

    /**
     * {@code final excess}, {@code steps to 0.1 % of the initial excess}, {@code final test accuracy}.
     *
     * @param floor whether the floor is known, so that there is an excess
     */
    public static String of(Deciding deciding, boolean floor) {
        Measure measure = deciding.measure();
        return switch (measure.kind()) {
            case STEPS ->
                (deciding.timed() ? "time" : deciding.unit() + "s")
                        + " to "
                        + Findings.words(measure.target().orElseThrow());
            case FINAL -> {
                String what = measure.metric() == Metric.LOSS
                        ? floor ? "excess" : "loss"
                        : measure.metric().words();
                yield deciding.gradients().isPresent()
                        ? what + " after " + deciding.gradients().getAsInt() + " gradients"
                        : "final " + what;
            }
            case BEST -> "best " + measure.metric().words();
        };
    }
}
