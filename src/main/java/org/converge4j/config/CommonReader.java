package org.converge4j.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.catalog.Catalog;
import org.converge4j.config.yaml.Complaints;
import org.converge4j.config.yaml.Node;
import org.converge4j.config.yaml.Section;
import org.converge4j.config.yaml.Values;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Clip;
import org.converge4j.experiment.CommonSettings;
import org.converge4j.experiment.Decay;

/** Reads schedule, clip, decay and what else is around: at the top for every updater, beside an updater for that one. */
final class CommonReader {
    /** The keys read here. */
    static final List<String> KEYS = List.of("schedule", "clip", "decay", "around");

    private static final String NONE = "none";

    /** The same as no schedule, so that both are one and the same trial. */
    private static final Choice CONSTANT = new Choice("constant", Map.of());

    private final Catalog catalog;
    private final Complaints complaints;
    private final Values values;
    private final ChoiceReader choices;

    CommonReader(Catalog catalog, Path base, Complaints complaints) {
        this.catalog = catalog;
        this.complaints = complaints;
        this.values = new Values(complaints);
        this.choices = new ChoiceReader(complaints, base);
    }

    /** What a section says; where it is silent, what holds otherwise. */
    CommonSettings read(Section section, CommonSettings otherwise) {
        return new CommonSettings(
                section.take("schedule")
                        .map(node -> schedule(node, section.path("schedule")))
                        .orElse(otherwise.schedule()),
                section.take("clip")
                        .flatMap(node -> clip(node, section.path("clip")))
                        .orElse(otherwise.clip()),
                section.take("decay")
                        .flatMap(node -> decay(node, section.path("decay")))
                        .orElse(otherwise.decay()),
                section.take("around")
                        .map(node -> around(node, section.path("around")))
                        .orElse(otherwise.around()));
    }

    private List<Choice> around(Node node, String where) {
        if (isNone(node)) {
            return List.of();
        }
        List<Node> nodes = values.items(node);
        List<Choice> parts = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            String path = node instanceof Node.Sequence ? where + "[" + i + "]" : where;
            choices.one(nodes.get(i), path, catalog.around(), "surrounding").ifPresent(parts::add);
        }
        return parts;
    }

    private List<Choice> schedule(Node node, String where) {
        List<Node> nodes = values.items(node);
        List<Choice> parts = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            String path = node instanceof Node.Sequence ? where + "[" + i + "]" : where;
            Optional<Choice> part = choices.one(nodes.get(i), path, catalog.schedules(), "schedule");
            part.ifPresent(parts::add);
            if (i < nodes.size() - 1 && part.filter(p -> !hasEnd(p)).isPresent()) {
                complaints.add(
                        nodes.get(i).mark(),
                        path,
                        "expected a schedule with steps, found one without an end, after which the next would never"
                                + " begin.");
            }
        }
        return parts.equals(List.of(CONSTANT)) ? List.of() : parts;
    }

    /** A schedule that ends says so by a setting of this name. */
    private static boolean hasEnd(Choice schedule) {
        return schedule.settings().containsKey("steps");
    }

    private Optional<Clip> clip(Node node, String where) {
        String expected = "none, { value: limit } or { norm: limit }";
        if (isNone(node)) {
            return Optional.of(Clip.NONE);
        }
        return single(node, where, expected).flatMap(section -> {
            Optional<Clip> value = section.take("value")
                    .flatMap(n -> positive(n, section.path("value")))
                    .map(limit -> new Clip(Clip.Kind.VALUE, limit));
            Optional<Clip> norm = section.take("norm")
                    .flatMap(n -> positive(n, section.path("norm")))
                    .map(limit -> new Clip(Clip.Kind.NORM, limit));
            section.close();
            return value.or(() -> norm);
        });
    }

    private Optional<Decay> decay(Node node, String where) {
        String expected = "none, { coupled: rate } or { decoupled: rate }";
        if (isNone(node)) {
            return Optional.of(Decay.NONE);
        }
        return single(node, where, expected).flatMap(section -> {
            Optional<Decay> coupled = section.take("coupled")
                    .flatMap(n -> positive(n, section.path("coupled")))
                    .map(Decay::coupled);
            Optional<Decay> decoupled = section.take("decoupled")
                    .flatMap(n -> positive(n, section.path("decoupled")))
                    .map(Decay::decoupled);
            section.close();
            return coupled.or(() -> decoupled);
        });
    }

    private Optional<Section> single(Node node, String where, String expected) {
        if (node instanceof Node.Mapping mapping && mapping.fields().size() == 1) {
            return Optional.of(new Section(mapping, where, complaints));
        }
        complaints.found(node, where, expected);
        return Optional.empty();
    }

    private static boolean isNone(Node node) {
        return node instanceof Node.Scalar scalar && scalar.text().equals(NONE);
    }

    private Optional<Double> positive(Node node, String where) {
        String expected = "a number above 0";
        Optional<Double> number = values.number(node, where, expected);
        if (number.isPresent() && !(number.get() > 0)) {
            complaints.found(node, where, expected);
            return Optional.empty();
        }
        return number;
    }
}
