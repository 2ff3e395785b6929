package org.converge4j.config.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.catalog.message.Nearest;

/**
 * A mapping while it is read: each key is taken by name, and whatever is left at the end is unknown. That one is missing is said then, too,
 * unless what is left is a misspelling of it.
 */
public final class Section {
    private final Node.Mapping mapping;
    private final String path;
    private final Complaints complaints;
    private final Map<String, Node.Field> left;
    private final List<String> known = new ArrayList<>();
    private final List<Lack> lacks = new ArrayList<>();

    /** Keys none of which is there. */
    private record Lack(List<String> keys, String path, String expected) {}

    public Section(Node.Mapping mapping, String path, Complaints complaints) {
        this.mapping = mapping;
        this.path = path;
        this.complaints = complaints;
        this.left = new LinkedHashMap<>(mapping.fields());
    }

    /** Where a key of this mapping is, as messages say it: {@code updaters[0].adam.beta1}. */
    public String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** The value of a key that may be absent. */
    public Optional<Node> take(String key) {
        known.add(key);
        return Optional.ofNullable(left.remove(key)).map(Node.Field::value);
    }

    /** The value of a key that must be there; where it is misspelt, that of the misspelling, whose mistakes are said beside it. */
    public Optional<Node> require(String key, String expected) {
        Optional<Node> value = take(key);
        if (value.isEmpty()) {
            return lack(List.of(key), expected);
        }
        return value;
    }

    /**
     * Notes that one of some keys must be there, and none is; the last of them is the one to name.
     *
     * @return the value of a misspelling of one, if there is any
     */
    public Optional<Node> lack(List<String> keys, String expected) {
        lacks.add(new Lack(keys, path(keys.get(keys.size() - 1)), expected));
        return left.entrySet().stream()
                .filter(each -> Nearest.to(each.getKey(), keys).isPresent())
                .map(each -> each.getValue().value())
                .findFirst();
    }

    /** Complains about every key that was not taken, and about what is missing. */
    public void close() {
        List<String> meant = left.keySet().stream()
                .flatMap(key -> Nearest.to(key, known).stream())
                .toList();
        lacks.stream()
                .filter(lack -> lack.keys().stream().noneMatch(meant::contains))
                .forEach(lack -> complaints.add(mapping.mark(), lack.path(), Mismatch.missing(lack.expected()) + "."));
        left.forEach((key, field) -> complaints.unknown(field.mark(), path, key, known));
    }
}
