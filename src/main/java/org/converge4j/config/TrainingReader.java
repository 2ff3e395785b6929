package org.converge4j.config;

import java.util.List;
import java.util.Optional;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.catalog.message.Nearest;
import org.converge4j.config.yaml.Complaints;
import org.converge4j.config.yaml.Node;
import org.converge4j.config.yaml.Section;
import org.converge4j.config.yaml.Values;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Keep;
import org.converge4j.experiment.training.Looking;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Stopping;
import org.converge4j.experiment.training.Training;

/** Reads the keys that say how every trial is trained. */
final class TrainingReader {
    private final Complaints complaints;
    private final Values values;

    TrainingReader(Complaints complaints) {
        this.complaints = complaints;
        this.values = new Values(complaints);
    }

    /** The training, with defaults for what the file leaves out. */
    Training read(Section section) {
        return new Training(
                section.take("budget").flatMap(this::budget).orElse(new Budget(Budget.Unit.STEPS, 1000)),
                section.take("batch").map(this::batch).orElse(0),
                section.take("precision").flatMap(this::precision).orElse(Precision.DOUBLE),
                section.take("record").map(this::recording).orElse(Recording.EVERY_STEP),
                new Stopping(
                        section.take("stopAt").flatMap(n -> new TargetReader(complaints).one(n, "stopAt")),
                        section.take("timeLimit").flatMap(this::timeLimit)),
                section.take("evaluate").flatMap(this::looking),
                section.take("keep").flatMap(this::keep));
    }

    private Optional<Keep> keep(Node node) {
        if (node instanceof Node.Scalar scalar && scalar.text().equals("parameters")) {
            return Optional.of(Keep.PARAMETERS);
        }
        complaints.found(node, "keep", "parameters");
        return Optional.empty();
    }

    private Optional<Looking> looking(Node node) {
        if (!(node instanceof Node.Mapping mapping) || mapping.fields().isEmpty()) {
            complaints.found(node, "evaluate", "{ rows: all }, { looks: n } or both");
            return Optional.empty();
        }
        Section section = new Section(mapping, "evaluate", complaints);
        Optional<Integer> rows = section.take("rows").flatMap(this::lookedAt);
        Optional<Integer> looks = section.take("looks")
                .flatMap(n -> values.whole(n, "evaluate.looks", 2, 1_000_000))
                .map(Math::toIntExact);
        section.close();
        return Optional.of(new Looking(rows, looks));
    }

    private Optional<Integer> lookedAt(Node node) {
        if (node instanceof Node.Scalar scalar && scalar.value() instanceof String) {
            if (!scalar.text().equals("all")) {
                complaints.found(node, "evaluate.rows", "all or a number of rows");
            }
            return Optional.of(0);
        }
        return values.whole(node, "evaluate.rows", 1, Integer.MAX_VALUE).map(Math::toIntExact);
    }

    private Optional<Double> timeLimit(Node node) {
        String expected = "a number of seconds above 0";
        Optional<Double> seconds = values.number(node, "timeLimit", expected);
        if (seconds.isPresent() && seconds.get() <= 0) {
            complaints.found(node, "timeLimit", expected);
            return Optional.empty();
        }
        return seconds;
    }

    private Optional<Budget> budget(Node node) {
        String expected = "{ steps: n } or { epochs: n }";
        if (!(node instanceof Node.Mapping mapping) || mapping.fields().isEmpty()) {
            complaints.found(node, "budget", expected);
            return Optional.empty();
        }
        Section section = new Section(mapping, "budget", complaints);
        Optional<Budget> steps = amount(section, "steps", Budget.Unit.STEPS);
        Optional<Budget> epochs = amount(section, "epochs", Budget.Unit.EPOCHS);
        section.close();
        if (steps.isPresent() && epochs.isPresent()) {
            complaints.add(node.mark(), "budget", Mismatch.of(expected, "both") + ".");
        }
        return steps.or(() -> epochs);
    }

    private Optional<Budget> amount(Section section, String key, Budget.Unit unit) {
        return section.take(key)
                .flatMap(n -> values.whole(n, section.path(key), 1, 100_000_000))
                .map(amount -> new Budget(unit, Math.toIntExact(amount)));
    }

    private int batch(Node node) {
        if (node instanceof Node.Scalar scalar && scalar.text().equals("full")) {
            return 0;
        }
        if (node instanceof Node.Scalar scalar && scalar.value() instanceof String) {
            complaints.found(node, "batch", "full or a number of rows");
            return 0;
        }
        return values.whole(node, "batch", 1, Integer.MAX_VALUE)
                .map(Math::toIntExact)
                .orElse(0);
    }

    private Optional<Precision> precision(Node node) {
        return values.text(node, "precision").flatMap(word -> {
            for (Precision precision : Precision.values()) {
                if (precision.name().equalsIgnoreCase(word)) {
                    return Optional.of(precision);
                }
            }
            complaints.found(node, "precision", "double or float");
            return Optional.empty();
        });
    }

    private Recording recording(Node node) {
        String expected = "every, log or { every: n }";
        if (node instanceof Node.Mapping mapping) {
            Section section = new Section(mapping, "record", complaints);
            Optional<Long> every = section.require("every", "a number of steps")
                    .flatMap(n -> values.whole(n, "record.every", 1, Integer.MAX_VALUE));
            section.close();
            return new Recording(
                    Recording.Spacing.LINEAR, every.map(Math::toIntExact).orElse(1));
        }
        String word = node instanceof Node.Scalar scalar ? scalar.text() : "";
        if (word.equals("log")) {
            return Recording.LOG_SPACED;
        }
        if (!word.equals("every")) {
            complaints.add(
                    node.mark(),
                    "record",
                    Mismatch.of(expected, node.found()) + "." + Nearest.hint(word, List.of("every", "log")));
        }
        return Recording.EVERY_STEP;
    }
}
