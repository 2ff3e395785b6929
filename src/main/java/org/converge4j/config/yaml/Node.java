package org.converge4j.config.yaml;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.converge4j.catalog.message.Mismatch;

/** A value in an experiment file, with its place. */
public sealed interface Node {
    /** Where it begins. */
    Mark mark();

    /** What was found, as a message says it. */
    String found();

    /**
     * A single value.
     *
     * @param value a text, Boolean, Number, or the word {@code null}
     * @param text as written
     */
    record Scalar(Mark mark, Object value, String text) implements Node {
        private static final Pattern NUMBER = Pattern.compile("[-+.]?\\d.*");

        @Override
        public String found() {
            boolean misleads = value instanceof String && NUMBER.matcher(text).matches();
            return (misleads ? "the text " : "") + Mismatch.quoted(text);
        }
    }

    /** A list. */
    record Sequence(Mark mark, List<Node> items) implements Node {
        @Override
        public String found() {
            return items.isEmpty() ? "an empty list" : "a list";
        }
    }

    /** Names with values, in the order of the file. */
    record Mapping(Mark mark, Map<String, Field> fields) implements Node {
        @Override
        public String found() {
            return fields.isEmpty() ? "nothing" : "a mapping";
        }
    }

    /**
     * A value under a name.
     *
     * @param mark of the name
     */
    record Field(Mark mark, Node value) {}
}
