package org.converge4j.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.converge4j.config.yaml.Complaints;
import org.converge4j.config.yaml.Node;
import org.converge4j.config.yaml.Section;
import org.converge4j.config.yaml.Values;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Target;

/** Reads {@code targets:}. */
final class TargetReader {
    private static final String EXPECTED =
            "a fraction between 0 and 1, or a metric with its value such as { loss: 0.2 } or { testAccuracy: 0.95 }";

    private final Complaints complaints;
    private final Values values;

    TargetReader(Complaints complaints) {
        this.complaints = complaints;
        this.values = new Values(complaints);
    }

    /** The targets, in the order of the file. */
    List<Target> read(Node node) {
        List<Target> targets = new ArrayList<>();
        List<Node> items = values.items(node);
        for (int i = 0; i < items.size(); i++) {
            targets.addAll(item(items.get(i), "targets[" + i + "]"));
        }
        return targets;
    }

    /** The one target of a key. */
    Optional<Target> one(Node node, String where) {
        return item(node, where).stream().findFirst();
    }

    private List<Target> item(Node node, String where) {
        return node instanceof Node.Mapping mapping
                ? metrics(mapping, where)
                : fraction(node, where).stream().toList();
    }

    /** {@code { loss: 0.2 }}, {@code { testAccuracy: [0.9, 0.95] }}. */
    private List<Target> metrics(Node.Mapping mapping, String where) {
        Section section = new Section(mapping, where, complaints);
        List<Target> targets = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            section.take(metric.key())
                    .map(n -> reachable(n, section.path(metric.key()), metric))
                    .ifPresent(numbers -> numbers.forEach(v -> targets.add(Target.of(metric, v))));
        }
        section.close();
        if (mapping.fields().isEmpty()) {
            complaints.found(mapping, where, EXPECTED);
        }
        return targets;
    }

    /** Shares of rows, areas and R² are 1 at best. */
    private List<Double> reachable(Node node, String where, Metric metric) {
        List<Double> numbers = values.numbers(node, where);
        if (metric.isBetterHigher() && numbers.stream().anyMatch(number -> number > 1)) {
            complaints.found(node, where, "numbers of at most 1");
            return List.of();
        }
        return numbers;
    }

    private Optional<Target> fraction(Node node, String where) {
        Optional<Double> fraction = values.number(node, where, EXPECTED);
        if (fraction.isPresent() && !(fraction.get() > 0 && fraction.get() < 1)) {
            complaints.found(node, where, EXPECTED);
            return Optional.empty();
        }
        return fraction.map(f -> new Target(Target.Kind.FRACTION, f));
    }
}
