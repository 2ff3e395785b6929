package org.converge4j.analysis;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.converge4j.experiment.training.Target;
import org.converge4j.result.Crossing;
import org.converge4j.result.Curve;
import org.converge4j.result.RunRecord;

/**
 * When a run first met a target: after one step and no later than another, which are neighbours where every step was looked at.
 *
 * @param after the last step at which it is known not to have met it; −1 if it began there
 * @param at the first at which it is known to have met it
 */
record Reach(int after, int at) {
    /** Nothing if the run is not known to have met it. */
    static Optional<Reach> of(Target target, RunRecord run) {
        Optional<Crossing> watched = run.crossings().stream()
                .filter(crossing -> crossing.target().equals(target))
                .findFirst();
        if (watched.isPresent()) {
            return watched.get().step().map(step -> new Reach(step - 1, step));
        }
        if (target.kind() == Target.Kind.METRIC) {
            List<Double> values = run.metrics().values().getOrDefault(target.metric(), List.of());
            return first(values.size(), run.metrics().steps()::get, i -> target.isReachedBy(values.get(i)));
        }
        Curve curve = run.curve();
        double loss = target.loss(curve.first(), run.facts().floor().orElse(0.0));
        return first(curve.size(), curve::step, i -> curve.loss(i) <= loss);
    }

    private static Optional<Reach> first(int size, IntUnaryOperator step, IntPredicate met) {
        for (int i = 0; i < size; i++) {
            if (met.test(i)) {
                return Optional.of(new Reach(i == 0 ? -1 : step.applyAsInt(i - 1), step.applyAsInt(i)));
            }
        }
        return Optional.empty();
    }

    /**
     * The first place at which it may have met it.
     *
     * @param unit how far two places are apart at least
     */
    double earliest(double unit) {
        return Math.min(after + unit, at);
    }
}
