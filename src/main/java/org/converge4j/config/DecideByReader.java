package org.converge4j.config;

import java.util.Optional;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.catalog.message.Nearest;
import org.converge4j.config.yaml.Complaints;
import org.converge4j.config.yaml.Node;
import org.converge4j.config.yaml.Section;
import org.converge4j.config.yaml.Values;
import org.converge4j.experiment.DecideBy;
import org.converge4j.experiment.DecideBy.Kind;
import org.converge4j.experiment.training.Metric;

/** Reads {@code decideBy:} and {@code alike:}. */
final class DecideByReader {
    private static final String ACCEPTED = Kind.FINAL.key() + ", a metric such as testAccuracy, { " + Kind.BEST.key()
            + ": metric }, { " + Kind.STEPS.key() + ": target }, { " + Kind.TIME.key() + ": target } or "
            + Kind.NOTHING.key();

    private static final String SHARE = "a share such as 0.01 or 1 %";

    private final Complaints complaints;
    private final Values values;

    DecideByReader(Complaints complaints) {
        this.complaints = complaints;
        this.values = new Values(complaints);
    }

    /** What ranks; nothing after a complaint. */
    Optional<DecideBy> read(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return word(scalar);
        }
        if (!(node instanceof Node.Mapping mapping) || mapping.fields().size() != 1) {
            complaints.found(node, "decideBy", ACCEPTED);
            return Optional.empty();
        }
        Section section = new Section(mapping, "decideBy", complaints);
        Optional<DecideBy> best = section.take(Kind.BEST.key())
                .flatMap(n -> metric(n, section.path(Kind.BEST.key())))
                .map(metric -> DecideBy.of(Kind.BEST, metric));
        Optional<DecideBy> steps = target(section, Kind.STEPS);
        Optional<DecideBy> time = target(section, Kind.TIME);
        section.close();
        return best.or(() -> steps).or(() -> time);
    }

    private Optional<DecideBy> word(Node.Scalar scalar) {
        if (scalar.text().equals(Kind.FINAL.key())) {
            return Optional.of(DecideBy.FINAL_LOSS);
        }
        return scalar.text().equals(Kind.NOTHING.key())
                ? Optional.of(DecideBy.NOTHING)
                : metric(scalar, "decideBy").map(metric -> DecideBy.of(Kind.FINAL, metric));
    }

    private Optional<Metric> metric(Node node, String where) {
        String word = node instanceof Node.Scalar scalar ? scalar.text() : "";
        Optional<Metric> metric = Metric.spelled(word);
        if (metric.isEmpty()) {
            complaints.add(
                    node.mark(),
                    where,
                    Mismatch.of(ACCEPTED, node.found()) + "." + Nearest.hint(word, DecideBy.words()));
        }
        return metric;
    }

    private Optional<DecideBy> target(Section section, Kind kind) {
        return section.take(kind.key())
                .flatMap(n -> new TargetReader(complaints).one(n, section.path(kind.key())))
                .map(target -> DecideBy.to(kind, target));
    }

    /** The smallest relative difference of interest; nothing after a complaint. */
    Optional<Double> alike(Node node) {
        String text = node instanceof Node.Scalar scalar ? scalar.text().strip() : "";
        Optional<Double> share = text.endsWith("%")
                ? percent(node, text.substring(0, text.length() - 1).strip())
                : values.number(node, "alike", SHARE);
        if (share.isPresent() && !(share.get() >= 0 && share.get() < 1)) {
            complaints.found(node, "alike", SHARE);
            return Optional.empty();
        }
        return share;
    }

    private Optional<Double> percent(Node node, String number) {
        try {
            return Optional.of(Double.parseDouble(number) / 100);
        } catch (NumberFormatException text) {
            complaints.found(node, "alike", SHARE);
            return Optional.empty();
        }
    }
}
