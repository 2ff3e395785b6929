package org.converge4j.problem.data;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What the columns of a data set are called.
 *
 * @param features the columns of x
 * @param targets the columns predicted: those of y for a regression, the label alone for a classification
 * @param classes what the columns of y stand for in a classification, of which exactly one is 1 in each row; empty for a
 *     regression
 */
public record Columns(List<String> features, List<String> targets, List<String> classes) {
    public Columns {
        features = List.copyOf(features);
        targets = List.copyOf(targets);
        classes = List.copyOf(classes);
    }

    /** x1, x2, … → y1, y2, …. */
    static Columns numbered(int features, int targets) {
        return new Columns(numbered("x", features), numbered("y", targets), List.of());
    }

    /** x1, x2, … → one of so many classes called 1, 2, …. */
    static Columns classified(int features, int classes) {
        return new Columns(numbered("x", features), List.of("class"), numbered("", classes));
    }

    /** x1, x2, … → one of the classes 0, 1, …. */
    public static Columns coded(int features, int classes) {
        return new Columns(
                numbered("x", features),
                List.of("class"),
                IntStream.range(0, classes).mapToObj(Integer::toString).toList());
    }

    private static List<String> numbered(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
    }
}
