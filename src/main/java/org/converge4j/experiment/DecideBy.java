package org.converge4j.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Target;

/**
 * What ranks the updaters.
 *
 * @param kind what of a run is looked at
 * @param metric whose value is compared; {@link Metric#LOSS} unless the kind is of a metric
 * @param target to which steps or time are counted; nothing for the other kinds
 */
public record DecideBy(Kind kind, Metric metric, Optional<Target> target) {
    /** What of a run is looked at. */
    public enum Kind {
        /** The metric at the end of the budget, spelled by its own name; the loss as its excess over the floor, where that is known. */
        FINAL("finalLoss"),
        /** The best value of the metric that the run had at any step at which it was measured. */
        BEST("best"),
        /** The steps to the target. */
        STEPS("stepsTo"),
        /** The time to the target: its steps times what a step costs. */
        TIME("timeTo"),
        /** Nothing: the experiment shows and does not rank. */
        NOTHING("nothing");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** As experiment files spell it. */
        public String key() {
            return key;
        }
    }

    /** The words that stand for it alone: of the loss, of nothing and of each metric. */
    public static List<String> words() {
        return Stream.concat(
                        Stream.of(Kind.FINAL.key(), Kind.NOTHING.key()),
                        Arrays.stream(Metric.values()).map(Metric::key))
                .toList();
    }

    /** The final loss. */
    public static final DecideBy FINAL_LOSS = of(Kind.FINAL, Metric.LOSS);

    /** Nothing is ranked. */
    public static final DecideBy NOTHING = of(Kind.NOTHING, Metric.LOSS);

    /** A metric at the end or at its best. */
    public static DecideBy of(Kind kind, Metric metric) {
        return new DecideBy(kind, metric, Optional.empty());
    }

    /** Steps, or time, to a target. */
    public static DecideBy to(Kind kind, Target target) {
        return new DecideBy(kind, Metric.LOSS, Optional.of(target));
    }
}
