package org.converge4j.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.converge4j.catalog.Parameter;
import org.converge4j.catalog.message.FileKind;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.catalog.message.Nearest;
import org.converge4j.config.yaml.Complaints;
import org.converge4j.config.yaml.Node;
import org.converge4j.config.yaml.Section;
import org.converge4j.config.yaml.Values;
import org.converge4j.experiment.SourceFile;

/** Reads the value of a setting, or the grid of values it spans. */
final class SettingReader {
    private static final int MOST_POINTS = 100_000;

    private final Complaints complaints;
    private final Values values;
    private final Path base;

    SettingReader(Complaints complaints, Path base) {
        this.complaints = complaints;
        this.values = new Values(complaints);
        this.base = base;
    }

    /** One value, in a list of its own; an empty list if it is wrong. */
    List<Object> one(Node node, String where, Parameter parameter) {
        return value(node, where, parameter).<List<Object>>map(List::of).orElse(List.of());
    }

    /** The values of a list, of {@code {log: [from, to], points: n}}, or one value. */
    List<Object> grid(Node node, String where, Parameter parameter) {
        if (node instanceof Node.Mapping mapping && mapping.fields().containsKey("log")) {
            return logarithmic(mapping, where, parameter);
        }
        if (!(node instanceof Node.Sequence sequence) || parameter.isList()) {
            return one(node, where, parameter);
        }
        if (sequence.items().isEmpty()) {
            complaints.add(
                    node.mark(), where, "expected at least one value, found an empty list, a grid without points.");
        }
        List<Object> points = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            points.addAll(one(sequence.items().get(i), where + "[" + i + "]", parameter));
        }
        return points;
    }

    private List<Object> logarithmic(Node.Mapping mapping, String where, Parameter parameter) {
        Section section = new Section(mapping, where, complaints);
        Optional<Long> points = section.require("points", "a number of points")
                .flatMap(n -> values.whole(n, section.path("points"), 2, MOST_POINTS));
        Optional<List<Double>> ends = section.take("log").map(n -> {
            List<Double> numbers = values.numbers(n, section.path("log"));
            if (numbers.size() != 2 || !(numbers.get(0) > 0) || !(numbers.get(1) > numbers.get(0))) {
                complaints.found(n, section.path("log"), "[from, to] with 0 < from < to");
                return List.<Double>of();
            }
            return numbers;
        });
        section.close();
        if (points.isEmpty() || ends.isEmpty() || ends.get().isEmpty()) {
            return List.of();
        }
        double from = Math.log10(ends.get().get(0));
        double to = Math.log10(ends.get().get(1));
        int last = Math.toIntExact(points.get()) - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> (Object) rounded(Math.pow(10, from + (to - from) * i / last)))
                .filter(rate -> accept((Double) rate, mapping, where, parameter))
                .toList();
    }

    /** To 12 significant digits, so that 10^-2 is 0.01 and not a neighbour of it. */
    private static double rounded(double value) {
        return Double.parseDouble("%.11e".formatted(value));
    }

    private boolean accept(double value, Node node, String where, Parameter parameter) {
        Optional<String> refusal = parameter.refusal(value);
        refusal.ifPresent(expected -> complaints.found(node, where, expected));
        return refusal.isEmpty();
    }

    private Optional<?> value(Node node, String where, Parameter parameter) {
        Class<?> type = parameter.type();
        if (type == double.class) {
            return values.number(node, where, parameter.accepted()).filter(v -> accept(v, node, where, parameter));
        }
        if (type == int.class || type == long.class) {
            long least = type == int.class ? Integer.MIN_VALUE : Long.MIN_VALUE;
            return values.whole(
                    node,
                    where,
                    Math.max(least, bound(parameter.setting().atLeast(), Long.MIN_VALUE)),
                    Math.min(
                            type == int.class ? Integer.MAX_VALUE : Long.MAX_VALUE,
                            bound(parameter.setting().atMost(), Long.MAX_VALUE)));
        }
        if (type == boolean.class) {
            return values.truth(node, where);
        }
        if (type == SourceFile.class) {
            return values.text(node, where).flatMap(path -> file(path, node, where));
        }
        if (type.isEnum()) {
            return values.text(node, where).flatMap(word -> constant(word, node, where, parameter));
        }
        if (parameter.isList()) {
            List<Object> items = new ArrayList<>();
            values.items(node).forEach(item -> item(item, where, parameter).ifPresent(items::add));
            return Optional.of(items);
        }
        return values.text(node, where);
    }

    private Optional<?> item(Node node, String where, Parameter parameter) {
        return parameter.isWholeList()
                ? values.whole(
                        node,
                        where,
                        bound(parameter.setting().atLeast(), Integer.MIN_VALUE),
                        bound(parameter.setting().atMost(), Integer.MAX_VALUE))
                : values.text(node, where);
    }

    private static long bound(double declared, long unbounded) {
        return Double.isFinite(declared) ? (long) declared : unbounded;
    }

    private Optional<String> constant(String word, Node node, String where, Parameter parameter) {
        if (parameter.choices().contains(word)) {
            return Optional.of(word);
        }
        complaints.add(
                node.mark(),
                where,
                Mismatch.of(parameter.accepted(), node.found()) + "." + Nearest.hint(word, parameter.choices()));
        return Optional.empty();
    }

    private Optional<SourceFile> file(String path, Node node, String where) {
        Path file = base.resolve(path);
        if (!Files.exists(file)) {
            complaints.add(
                    node.mark(),
                    where,
                    "expected a file, found no " + node.found() + " in "
                            + (base.toString().isEmpty() ? "." : base)
                            + "; paths are relative to the experiment file.");
            return Optional.empty();
        }
        if (!Files.isRegularFile(file) && !Files.isDirectory(file)) {
            complaints.add(
                    node.mark(),
                    where,
                    Mismatch.of("a file, which is read more than once", node.found() + ", " + FileKind.of(file)) + ".");
            return Optional.empty();
        }
        try {
            return Optional.of(new SourceFile(relative(path, file), FileHash.of(file)));
        } catch (IOException unreadable) {
            complaints.add(
                    node.mark(),
                    where,
                    "expected a file that can be read, found " + node.found() + ": " + unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** The path as it was written; one from the root names folders of no use to anyone else, so it is told from here. */
    private String relative(String path, Path file) throws IOException {
        return Path.of(path).isAbsolute()
                ? base.toRealPath().relativize(file.toRealPath()).toString().replace('\\', '/')
                : path;
    }
}
