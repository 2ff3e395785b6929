package org.converge4j.problem.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says to which sequence a row belongs: by a cell of its own, or by the file that it comes from. */
final class SequenceColumn extends Column {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    SequenceColumn(String name) {
        super(name, Role.SEQUENCE);
    }

    @Override
    double read(char[] buffer, int from, int to, long line, int at) {
        return number(new String(buffer, from, to - from));
    }

    /** The number of a sequence, from 0 in the order in which they are met. */
    int number(String sequence) {
        Integer known = numbers.putIfAbsent(sequence, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }

    /** How many there are. */
    int count() {
        return numbers.size();
    }

    /** What they are called, in the order of their numbers. */
    List<String> found() {
        return List.copyOf(numbers.keySet());
    }

    @Override
    void keepStrange() {
        // every cell names a sequence
    }

    @Override
    boolean isEmpty() {
        return false;
    }

    @Override
    int width() {
        return 0;
    }

    @Override
    List<String> names() {
        return List.of();
    }

    @Override
    void write(double value, double[] table, int at) {
        // it is no part of the data
    }
}
