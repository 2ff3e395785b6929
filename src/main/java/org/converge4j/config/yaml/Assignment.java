package org.converge4j.config.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.converge4j.catalog.message.Mismatch;

/**
 * A value from the command line in place of one in the file: {@code --set updaters[0].learningRate=0.1}. A name may skip a
 * mapping with a single key, so the variant between an updater and its settings need not be spelled out.
 */
public final class Assignment {
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d{1,9})]");

    /** A place of more digits than any list has places. */
    private static final Pattern BEYOND_ALL = Pattern.compile("\\d+");

    /** Keys of an experiment with keys of their own, which a file may lack. */
    private static final Set<String> SECTIONS = Set.of("budget", "tuning", "record", "evaluate", "stopAt", "decideBy");

    private static final int MOST_NAMED = 8;

    private final String text;
    private final Complaints complaints;
    private final Mark mark;

    public Assignment(String text, Complaints complaints) {
        this.text = text;
        this.complaints = complaints;
        this.mark = new Mark("--set " + Mismatch.quoted(text), 0, 0);
    }

    /** The tree with the value put in. */
    public Node applyTo(Node root) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            complaints.add(
                    mark,
                    "",
                    Mismatch.of("a path and a value, such as updaters[0].learningRate=0.1", Mismatch.quoted(text))
                            + ".");
            return root;
        }
        if (text.substring(equals + 1).isBlank()) {
            complaints.add(mark, "", Mismatch.of("a value after =", "nothing") + ".");
            return root;
        }
        return new YamlTree(mark, complaints)
                .read(text.substring(equals + 1))
                .flatMap(value -> put(root, path(), value))
                .orElse(root);
    }

    private List<Object> path() {
        List<Object> path = new ArrayList<>();
        Matcher matcher = STEP.matcher(text.substring(0, text.indexOf('=')));
        while (matcher.find()) {
            path.add(matcher.group(1) == null ? (Object) Integer.valueOf(matcher.group(2)) : matcher.group(1));
        }
        return path;
    }

    private Optional<Node> put(Node node, List<Object> path, Node value) {
        if (path.isEmpty()) {
            return Optional.of(value);
        }
        Object step = path.get(0);
        List<Object> rest = path.subList(1, path.size());
        if (step instanceof Integer index) {
            if (!(node instanceof Node.Sequence list)) {
                return stop("[" + index + "]", node);
            }
            if (index >= list.items().size()) {
                return stop(beyond(list, step));
            }
            return put(list.items().get(index), rest, value).map(changed -> {
                List<Node> items = new ArrayList<>(list.items());
                items.set(index, changed);
                return new Node.Sequence(list.mark(), items);
            });
        }
        if (node instanceof Node.Sequence list && !list.items().isEmpty()) {
            return stop(
                    BEYOND_ALL.matcher((String) step).matches()
                            ? beyond(list, step)
                            : named(list, (String) step, path.size()));
        }
        return node instanceof Node.Mapping mapping
                ? putField(mapping, (String) step, path, rest, value)
                : stop(Mismatch.quoted((String) step), node);
    }

    private static String beyond(Node.Sequence list, Object place) {
        return Mismatch.of("[0] to [" + (list.items().size() - 1) + "]", "[" + place + "]") + ".";
    }

    /** That an item is known by its number: "expected updaters[0] (sgd), found updaters.sgd." */
    private String named(Node.Sequence list, String name, int left) {
        List<Object> path = path();
        StringBuilder there = new StringBuilder();
        for (Object step : path.subList(0, path.size() - left)) {
            there.append(step instanceof Integer ? "[" + step + "]" : (there.isEmpty() ? "" : ".") + step);
        }
        List<String> names = list.items().stream().map(Assignment::name).toList();
        List<String> known = IntStream.range(0, names.size())
                .filter(i -> !names.contains(name) || names.get(i).equals(name))
                .limit(MOST_NAMED)
                .mapToObj(i -> there + "[" + i + "]"
                        + (names.get(i).isEmpty() ? "" : " (" + Text.printable(names.get(i)) + ")"))
                .toList();
        return Mismatch.of(String.join(" or ", known), there + "." + Text.printable(name)) + ".";
    }

    /** A text, or the key of a mapping with a single one; empty for others. */
    private static String name(Node item) {
        if (item instanceof Node.Scalar scalar) {
            return scalar.text();
        }
        return item instanceof Node.Mapping mapping && mapping.fields().size() == 1
                ? mapping.fields().keySet().iterator().next()
                : "";
    }

    private Optional<Node> stop(String step, Node there) {
        return stop("expected nothing below " + there.found() + ", found " + step + ".");
    }

    private Optional<Node> stop(String why) {
        complaints.add(mark, "", why);
        return Optional.empty();
    }

    private Optional<Node> putField(
            Node.Mapping mapping, String key, List<Object> path, List<Object> rest, Node value) {
        Node.Field there = mapping.fields().get(key);
        if (there != null) {
            return put(there.value(), rest, value).map(changed -> with(mapping, key, changed));
        }
        Optional<Map.Entry<String, Node.Field>> only = onlySection(mapping);
        if (only.isPresent()) {
            return put(only.get().getValue().value(), path, value)
                    .map(changed -> with(mapping, only.get().getKey(), changed));
        }
        if (SECTIONS.contains(key) && rest.size() == 1 && rest.get(0) instanceof String name) {
            return Optional.of(with(mapping, key, with(new Node.Mapping(mark, Map.of()), name, value)));
        }
        return rest.isEmpty()
                ? Optional.of(with(mapping, key, value))
                : stop(Mismatch.unknown(
                        "place " + Mismatch.quoted(key), key, mapping.fields().keySet()));
    }

    private static Optional<Map.Entry<String, Node.Field>> onlySection(Node.Mapping mapping) {
        return mapping.fields().entrySet().stream()
                .filter(field ->
                        mapping.fields().size() == 1 && !(field.getValue().value() instanceof Node.Scalar))
                .findFirst();
    }

    private Node with(Node.Mapping mapping, String key, Node value) {
        Map<String, Node.Field> fields = new LinkedHashMap<>(mapping.fields());
        Node.Field old = fields.get(key);
        fields.put(key, new Node.Field(old == null ? mark : old.mark(), value));
        return new Node.Mapping(mapping.mark(), fields);
    }
}
