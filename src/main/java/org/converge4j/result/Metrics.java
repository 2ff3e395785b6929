package org.converge4j.result;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.converge4j.catalog.message.Checks;
import org.converge4j.experiment.training.Metric;

/**
 * The metrics of a run at log-spaced steps, the first and the last included.
 *
 * @param steps ascending
 * @param values of each metric, one a step, all finite
 */
public record Metrics(List<Integer> steps, Map<Metric, List<Double>> values) {
    /** Nothing was measured. */
    public static final Metrics NONE = new Metrics(List.of(), Map.of());

    public Metrics {
        steps = List.copyOf(steps);
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        for (List<Double> all : values.values()) {
            Checks.expect(
                    all.size() == steps.size(),
                    "the values of a metric",
                    "one for each of " + steps.size() + " steps",
                    all.size());
            all.forEach(value -> Checks.finite(value, "a metric"));
        }
    }

    /** The last value of a metric. */
    public Optional<Double> last(Metric metric) {
        List<Double> all = values.getOrDefault(metric, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }
}
