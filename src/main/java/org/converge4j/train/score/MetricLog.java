package org.converge4j.train.score;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.converge4j.experiment.training.Metric;
import org.converge4j.result.Metrics;

/** The metrics of a run as they are measured. */
public final class MetricLog {
    private final List<Integer> steps = new ArrayList<>();
    private final Map<Metric, List<Double>> values = new EnumMap<>(Metric.class);

    /** Whether a step has been measured; only the last can be. */
    public boolean has(int step) {
        return !steps.isEmpty() && steps.get(steps.size() - 1) == step;
    }

    /**
     * Takes the metrics of a step. A step at which a metric has no finite value is left out whole, also when only a later one shows
     * that: a sample may lack a class that the last look, at all rows, has.
     */
    public void add(int step, Map<Metric, Double> measured) {
        if (!steps.isEmpty() && !measured.keySet().equals(values.keySet())) {
            if (!measured.keySet().containsAll(values.keySet())) {
                return;
            }
            steps.clear();
            values.clear();
        }
        steps.add(step);
        measured.forEach((metric, value) ->
                values.computeIfAbsent(metric, m -> new ArrayList<>()).add(value));
    }

    public Metrics metrics() {
        return new Metrics(steps, values);
    }
}
