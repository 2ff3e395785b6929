package org.converge4j.config.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.converge4j.catalog.message.Printable;

/** Reads single values, and complains where one is not what it should be. */
public final class Values {
    private static final int LONGEST_PROSE = 2000;
    private static final int LONGEST_LINE = 60;
    private static final double LARGEST_WHOLE = 0x1p53;

    private final Complaints complaints;

    public Values(Complaints complaints) {
        this.complaints = complaints;
    }

    public Optional<String> text(Node node, String where) {
        if (node instanceof Node.Scalar scalar) {
            return Optional.of(scalar.text());
        }
        complaints.found(node, where, "a text");
        return Optional.empty();
    }

    /** A text that fits on a line and holds nothing that a terminal, a table or a reader's eye could trip over. */
    public Optional<String> line(Node node, String where) {
        return text(node, where).filter(text -> {
            boolean fits = !text.isBlank()
                    && text.length() <= LONGEST_LINE
                    && Text.printable(text).equals(text);
            if (!fits) {
                complaints.found(
                        node, where, "a text of 1 to " + LONGEST_LINE + " characters without control characters");
            }
            return fits;
        });
    }

    /** A text of sentences, which may stand on several lines of the file. */
    public Optional<String> prose(Node node, String where) {
        return text(node, where)
                .map(text -> text.strip().replaceAll("\\s*\\R\\s*", " "))
                .filter(text -> {
                    boolean fits = Printable.of(text, LONGEST_PROSE).equals(text);
                    if (!fits) {
                        complaints.found(
                                node,
                                where,
                                "a text of at most " + LONGEST_PROSE + " characters without control characters");
                    }
                    return fits;
                });
    }

    public Optional<Double> number(Node node, String where, String expected) {
        if (node instanceof Node.Scalar scalar
                && scalar.value() instanceof Number number
                && Double.isFinite(number.doubleValue())) {
            return Optional.of(number.doubleValue());
        }
        complaints.found(node, where, expected);
        return Optional.empty();
    }

    public Optional<Long> whole(Node node, String where, long least, long most) {
        if (node instanceof Node.Scalar scalar
                && scalar.value() instanceof Number number
                && isWhole(number)
                && number.longValue() >= least
                && number.longValue() <= most) {
            return Optional.of(number.longValue());
        }
        complaints.found(node, where, wholeWithin(least, most));
        return Optional.empty();
    }

    /** Also 1e3, which YAML takes for a number with a fraction; those too large to be told from their neighbours are none. */
    private static boolean isWhole(Number number) {
        return number instanceof Long
                || (number instanceof Double value && Math.rint(value) == value && Math.abs(value) <= LARGEST_WHOLE);
    }

    public Optional<Boolean> truth(Node node, String where) {
        if (node instanceof Node.Scalar scalar && scalar.value() instanceof Boolean value) {
            return Optional.of(value);
        }
        complaints.found(node, where, "true or false");
        return Optional.empty();
    }

    /** The items of a list; a single value counts as a list of itself. */
    public List<Node> items(Node node) {
        return node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
    }

    public Optional<Node.Mapping> mapping(Node node, String where, String expected) {
        if (node instanceof Node.Mapping mapping) {
            return Optional.of(mapping);
        }
        complaints.found(node, where, expected);
        return Optional.empty();
    }

    /** Numbers of a list, all finite. */
    public List<Double> numbers(Node node, String where) {
        List<Double> numbers = new ArrayList<>();
        List<Node> items = items(node);
        for (int i = 0; i < items.size(); i++) {
            number(items.get(i), where + "[" + i + "]", "a finite number").ifPresent(numbers::add);
        }
        return numbers;
    }

    private static String wholeWithin(long least, long most) {
        String from = least == Long.MIN_VALUE ? "a whole number" : "a whole number at least " + least;
        return most == Long.MAX_VALUE ? from : from + " and at most " + most;
    }
}
