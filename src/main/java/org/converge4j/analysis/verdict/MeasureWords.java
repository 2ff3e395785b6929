package org.converge4j.analysis.verdict;

import org.converge4j.analysis.Deciding;
import org.converge4j.analysis.Measure;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Target;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Text;

/** What decides, and what is to be reached, in words. */
public final class MeasureWords {
    private MeasureWords() {}

    /**
     * {@code final excess}, {@code steps to 0.1 % of the initial excess}, {@code final test accuracy}.
     *
     * @param floor whether the floor is known, so that there is an excess
     */
    public static Text of(Deciding deciding, boolean floor) {
        Measure measure = deciding.measure();
        return switch (measure.kind()) {
            case STEPS ->
                Text.of(
                        deciding.timed() ? "measure.time" : "measure." + deciding.unit() + "s",
                        target(measure.target().orElseThrow()));
            case FINAL -> {
                Text what = quantity(measure, floor);
                yield deciding.gradients().isPresent()
                        ? Text.of("measure.after", what, deciding.gradients().getAsInt())
                        : Text.of("measure.final", what);
            }
            case BEST -> Text.of("measure.best", quantity(measure, floor));
        };
    }

    /** What its scores are, of which less is better: {@code 1 − final test accuracy}, or what decides. */
    public static Text score(Deciding deciding, boolean floor) {
        Text what = of(deciding, floor);
        return !deciding.isCounted() && deciding.measure().metric().isBetterHigher()
                ? Text.of("measure.missing", what)
                : what;
    }

    /** A median of what is counted: "22 steps", "3.1 ms". */
    public static Text counted(Deciding deciding, double median) {
        return deciding.timed()
                ? Text.of("median.ms", Figures.about(median / 1000))
                : Text.of("median." + deciding.unit() + (median == 1 ? "" : "s"), Figures.brief(median));
    }

    /** "excess", "loss" or "test accuracy". */
    static Text quantity(Measure measure, boolean floor) {
        return measure.metric() == Metric.LOSS && floor ? Text.of("quantity.excess") : metric(measure.metric());
    }

    /** "test accuracy". */
    public static Text metric(Metric metric) {
        return Text.of("metric." + metric.key());
    }

    /** A target: "0.1 % of the initial excess". */
    public static Text target(Target target) {
        return switch (target.kind()) {
            case FRACTION -> Text.of("target.fraction", Figures.given(100 * target.value()));
            case LOSS -> Text.of("target.loss", Figures.given(target.value()));
            case METRIC -> Text.of("target.metric", metric(target.metric()), Figures.given(target.value()));
        };
    }
}
