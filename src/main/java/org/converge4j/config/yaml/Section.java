package org.converge4j.config.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.catalog.message.Mismatch;

/** A mapping while it is read: each key is taken by name, and whatever is left at the end is unknown. */
public final class Section {
    private final Node.Mapping mapping;
    private final String path;
    private final Complaints complaints;
    private final Map<String, Node.Field> left;
    private final List<String> known = new ArrayList<>();

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

    /** The value of a key that must be there. */
    public Optional<Node> require(String key, String expected) {
        Optional<Node> value = take(key);
        if (value.isEmpty()) {
            complaints.add(mapping.mark(), path(key), Mismatch.missing(expected) + ".");
        }
        return value;
    }

    /** Complains about every key that was not taken. */
    public void close() {
        left.forEach((key, field) ->
                complaints.add(field.mark(), path(Text.printable(key)), Mismatch.unknown("key", key, known)));
    }
}
