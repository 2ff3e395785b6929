package org.converge4j.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.converge4j.experiment.Target;

/** Reads {@code targets:}. */
final class TargetReader {
    private final Complaints complaints;
    private final Values values;

    TargetReader(Complaints complaints) {
        this.complaints = complaints;
        this.values = new Values(complaints);
    }

    /** The ladder when the file names none. */
    static List<Target> preset() {
        return List.of(0.1, 0.01, 0.001).stream()
                .map(f -> new Target(Target.Kind.FRACTION, f))
                .toList();
    }

    /** The targets, in the order of the file. */
    List<Target> read(Node node) {
        List<Target> targets = new ArrayList<>();
        List<Node> items = values.items(node);
        for (int i = 0; i < items.size(); i++) {
            String where = "targets[" + i + "]";
            Node item = items.get(i);
            if (item instanceof Node.Mapping mapping) {
                Section section = new Section(mapping, where, complaints);
                section.require("loss", "a loss to reach")
                        .map(n -> values.numbers(n, section.path("loss")))
                        .ifPresent(losses -> losses.forEach(l -> targets.add(new Target(Target.Kind.LOSS, l))));
                section.close();
            } else {
                fraction(item, where).ifPresent(targets::add);
            }
        }
        return targets;
    }

    private Optional<Target> fraction(Node node, String where) {
        String accepted = "a fraction between 0 and 1, or { loss: number },";
        Optional<Double> fraction = values.number(node, where, accepted);
        if (fraction.isPresent() && !(fraction.get() > 0 && fraction.get() < 1)) {
            complaints.found(node, where, accepted);
            return Optional.empty();
        }
        return fraction.map(f -> new Target(Target.Kind.FRACTION, f));
    }
}
