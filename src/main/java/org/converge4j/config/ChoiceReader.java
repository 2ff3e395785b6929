package org.converge4j.config;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.CatalogException;
import org.converge4j.catalog.Parameter;
import org.converge4j.catalog.Settings;
import org.converge4j.catalog.Variant;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.catalog.message.Printable;
import org.converge4j.config.yaml.Complaints;
import org.converge4j.config.yaml.Mark;
import org.converge4j.config.yaml.Node;
import org.converge4j.config.yaml.Section;
import org.converge4j.config.yaml.Values;
import org.converge4j.experiment.Choice;

/** Reads a choice of a variant: {@code adam}, or {@code adam: {learningRate: 0.001}}. */
final class ChoiceReader {
    private static final long MOST_POINTS = 100_000;

    /** A name with an ending, such as {@code churn.csv}. */
    private static final Pattern FILE = Pattern.compile(".+\\.\\w{2,5}");

    private final Complaints complaints;
    private final Values values;
    private final SettingReader settings;

    ChoiceReader(Complaints complaints, Path base) {
        this.complaints = complaints;
        this.values = new Values(complaints);
        this.settings = new SettingReader(complaints, base);
    }

    /** The one choice of a node without grids. */
    <S extends Settings> Optional<Choice> one(Node node, String where, List<Variant<S>> variants, String kind) {
        return read(node, where, variants, kind, false).stream().findFirst();
    }

    /** Every point of the grid that a node spans. */
    <S extends Settings> List<Choice> grid(Node node, String where, List<Variant<S>> variants, String kind) {
        return read(node, where, variants, kind, true);
    }

    private <S extends Settings> List<Choice> read(
            Node node, String where, List<Variant<S>> variants, String kind, boolean grids) {
        String expected =
                "one " + kind + " with its settings, such as " + variants.get(0).name();
        if (node instanceof Node.Scalar scalar) {
            return variant(scalar.mark(), scalar.text(), where, variants, kind)
                    .map(v -> choices(v, new Node.Mapping(node.mark(), Map.of()), where + "." + v.name(), grids))
                    .orElse(List.of());
        }
        if (!(node instanceof Node.Mapping mapping) || mapping.fields().size() != 1) {
            complaints.add(node.mark(), where, Mismatch.of(expected, found(node, variants)) + ".");
            return List.of();
        }
        var entry = mapping.fields().entrySet().iterator().next();
        Optional<Variant<S>> variant = variant(entry.getValue().mark(), entry.getKey(), where, variants, kind);
        if (variant.isEmpty()) {
            return List.of();
        }
        String path = where + "." + entry.getKey();
        return values.mapping(settings(variant.get(), entry.getValue()), path, "a mapping of settings")
                .map(given -> choices(variant.get(), given, path, grids))
                .orElse(List.of());
    }

    /** What stands there; of several names, of which one is a variant, that the others belong below it. */
    private static <S extends Settings> String found(Node node, List<Variant<S>> variants) {
        Set<String> names =
                node instanceof Node.Mapping mapping ? mapping.fields().keySet() : Set.of();
        List<String> known = names.stream()
                .filter(name -> Catalog.named(variants, name).isPresent())
                .toList();
        List<String> others =
                names.stream().filter(name -> !known.contains(name)).toList();
        if (names.size() < 2) {
            return node.found();
        }
        String beside = String.join(" beside ", names);
        Optional<String> named = ((Node.Mapping) node)
                .fields().values().stream()
                        .map(Node.Field::value)
                        .flatMap(value -> value instanceof Node.Scalar word
                                ? Catalog.named(variants, word.text()).stream()
                                : Stream.<Variant<S>>empty())
                        .map(Variant::name)
                        .findFirst();
        if (known.isEmpty() && named.isPresent()) {
            return beside + "; settings stand below its name: { " + named.get() + ": { … } }";
        }
        return known.size() != 1 || others.isEmpty()
                ? beside
                : beside + "; settings stand below it: { " + known.get(0) + ": { " + String.join(": …, ", others)
                        + ": … } }";
    }

    /** A single value stands for the one setting that a variant requires: {@code dl4j: model.json}. */
    private static Node settings(Variant<?> variant, Node.Field given) {
        List<Parameter> required = variant.parameters().stream()
                .filter(parameter -> parameter.setting().required())
                .toList();
        return given.value() instanceof Node.Scalar && required.size() == 1
                ? new Node.Mapping(given.value().mark(), Map.of(required.get(0).name(), given))
                : given.value();
    }

    private <S extends Settings> Optional<Variant<S>> variant(
            Mark mark, String name, String where, List<Variant<S>> variants, String kind) {
        Optional<Variant<S>> variant = Catalog.named(variants, name);
        if (variant.isEmpty()) {
            String unknown = kind + " " + Mismatch.quoted(name);
            complaints.add(
                    mark,
                    where,
                    meant(name, variants)
                            .map(meant -> "unknown " + unknown + ". " + meant)
                            .orElseGet(() -> Mismatch.unknown(
                                    unknown,
                                    name,
                                    variants.stream().map(Variant::name).toList())));
        } else if (!variant.get().about().unusable().isEmpty()) {
            complaints.add(
                    mark,
                    where,
                    name + " cannot be used: " + variant.get().about().unusable());
            return Optional.empty();
        }
        return variant;
    }

    /** What was meant by a file's name or a setting, whose variant is left out, or by a word with the dash of a list. */
    private static <S extends Settings> Optional<String> meant(String name, List<Variant<S>> variants) {
        if (name.startsWith("-")) {
            return Optional.of("A space belongs after the dash of a list.");
        }
        boolean isFile = FILE.matcher(name).matches();
        String setting = isFile ? "file" : name;
        return variants.stream()
                .filter(variant -> variant.parameter(setting).isPresent())
                .findFirst()
                .map(variant -> "Did you mean { " + variant.name() + ": { " + setting + ": "
                        + (isFile ? Printable.line(name) : "…") + " } }?");
    }

    private List<Choice> choices(Variant<?> variant, Node.Mapping given, String where, boolean grids) {
        Section section = new Section(given, where, complaints);
        Map<String, List<Object>> axes = new LinkedHashMap<>();
        Set<String> presets = new HashSet<>();
        for (Parameter parameter : variant.parameters()) {
            String path = section.path(parameter.name());
            Optional<Node> node = section.take(parameter.name());
            if (node.isEmpty() && parameter.setting().found()) {
                continue;
            }
            if (node.isEmpty() && parameter.setting().required()) {
                section.lack(List.of(parameter.name()), parameter.accepted());
            }
            List<Object> taken = node.map(
                            n -> grids ? settings.grid(n, path, parameter) : settings.one(n, path, parameter))
                    .orElse(List.of(parameter.preset()));
            boolean isPreset = taken.stream().allMatch(parameter::isPreset);
            if (!parameter.setting().later() || !isPreset) {
                axes.put(parameter.name(), taken);
            }
            if (isPreset && !taken.isEmpty()) {
                presets.add(parameter.name());
            }
        }
        section.close();
        checkEither(variant, given, where, presets);
        BigInteger count = axes.values().stream()
                .map(axis -> BigInteger.valueOf(axis.size()))
                .reduce(BigInteger.ONE, BigInteger::multiply);
        if (count.compareTo(BigInteger.valueOf(MOST_POINTS)) > 0) {
            complaints.add(
                    given.mark(),
                    where,
                    Mismatch.of("a grid of at most " + MOST_POINTS + " points", count.toString()) + ".");
            return List.of();
        }
        List<Map<String, Object>> points = List.of(Map.of());
        for (var axis : axes.entrySet()) {
            points = product(points, axis.getKey(), axis.getValue());
        }
        return points.stream()
                .filter(point -> isAccepted(variant, point, given.mark(), where))
                .map(point -> new Choice(variant.name(), point))
                .toList();
    }

    /** Of two settings that exclude each other, one must be other than preset. */
    private void checkEither(Variant<?> variant, Node.Mapping given, String where, Set<String> presets) {
        List<Parameter> either = Stream.of(variant.about().either())
                .flatMap(name -> variant.parameter(name).stream())
                .toList();
        long missing = either.stream()
                .filter(parameter -> presets.contains(parameter.name()))
                .count();
        if (missing != either.size() / 2) {
            String names = either.stream()
                    .map(parameter ->
                            parameter.name() + ", " + parameter.setting().value())
                    .collect(Collectors.joining("; or "));
            complaints.add(given.mark(), where, Mismatch.of(names, missing == 0 ? "both" : "neither") + ".");
        }
    }

    /** Whether the variant takes these settings together; each alone is within its bounds. */
    private boolean isAccepted(Variant<?> variant, Map<String, Object> point, Mark mark, String where) {
        try {
            variant.create(point);
            return true;
        } catch (CatalogException refused) {
            complaints.add(mark, where, String.valueOf(refused.getMessage()));
            return false;
        }
    }

    private static List<Map<String, Object>> product(
            List<Map<String, Object>> points, String name, List<Object> values) {
        List<Map<String, Object>> product = new ArrayList<>();
        for (Map<String, Object> point : points) {
            for (Object value : values) {
                Map<String, Object> next = new LinkedHashMap<>(point);
                next.put(name, value instanceof Enum<?> ? Parameter.spelled(value) : value);
                product.add(next);
            }
        }
        return product;
    }
}
