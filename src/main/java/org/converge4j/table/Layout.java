package org.converge4j.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The columns of a table.
 *
 * @param columns their names, all different
 * @param leftOut those that are no part of it, with the reason
 * @param skipped lines before heading and rows
 * @param isNamedElsewhere whether names come from before the first row
 */
record Layout(List<String> columns, Map<Integer, String> leftOut, int skipped, boolean isNamedElsewhere) {
    private static final String ROW_NAMES = "row names under no heading";

    /** What pandas calls a column of row numbers when it reads its own files back. */
    private static final String UNNAMED = "Unnamed: 0";

    /**
     * The columns of these rows.
     *
     * @param rows the first of which is the heading, or none is
     * @param names that stand elsewhere; as many as columns, or none
     */
    static Layout of(List<Sample.Row> rows, boolean heading, List<String> names, int skipped) {
        List<Sample.Row> body = heading ? rows.subList(1, rows.size()) : rows;
        int width = width(body.isEmpty() ? rows : body);
        List<String> given = new ArrayList<>(
                heading ? rows.get(0).cells().stream().map(Sample.Cell::text).toList() : names);
        if (given.isEmpty()) {
            IntStream.rangeClosed(1, width).forEach(i -> given.add("x" + i));
        } else if (given.size() + 1 == width && !isEmpty(width - 1, body)) {
            given.add(0, ""); // R writes row names so
        } else if (given.size() == width + 1 && given.get(width).isEmpty()) {
            given.remove(width);
        }
        Map<Integer, String> leftOut = new TreeMap<>();
        for (int i = 0; i < given.size(); i++) {
            if (i == 0 && (given.get(0).isEmpty() || given.get(0).equals(UNNAMED))) {
                leftOut.put(0, "the first column (" + (given.get(0).isEmpty() ? ROW_NAMES : UNNAMED) + ")");
            } else if ((given.get(i).isEmpty() || (!heading && i == given.size() - 1)) && isEmpty(i, body)) {
                leftOut.put(i, "column " + (i + 1) + " (empty)");
            }
        }
        return new Layout(different(given), leftOut, skipped, !heading && !names.isEmpty());
    }

    /** Of the most rows; the widest of several; 0 without rows. */
    static int width(List<Sample.Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(Sample.Row::width, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparing(Map.Entry<Integer, Long>::getValue).thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    private static boolean isEmpty(int column, List<Sample.Row> body) {
        return !body.isEmpty()
                && body.stream()
                        .allMatch(row -> column >= row.width()
                                || row.cells().get(column).text().isEmpty());
    }

    private static List<String> different(List<String> given) {
        Set<String> taken = new HashSet<>(given);
        Set<String> used = new HashSet<>();
        Map<String, Integer> copies = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String name = given.get(i).isEmpty() ? "x" + (i + 1) : given.get(i);
            String base = name;
            while (!used.add(name) || (!name.equals(base) && taken.contains(name))) {
                name = base + "." + copies.merge(base, 1, Integer::sum);
            }
            names.add(name);
        }
        return List.copyOf(names);
    }
}
