package org.converge4j.problem.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.converge4j.catalog.message.Mismatch;

/** A column of a CSV file as it fills: one number a row, or one indicator for each of its levels. */
abstract sealed class CsvColumn {
    /** In the heading, from 0. */
    final int index;

    final String name;

    private CsvColumn(int index, String name) {
        this.index = index;
        this.name = name;
    }

    /** Takes a line's cell. */
    abstract void add(CsvFile.Line line);

    /** What its columns of the table are called. */
    abstract List<String> names();

    /** Writes the row's numbers into a table. */
    abstract void write(int row, double[] table, int at);

    /** Finite numbers; NaN where one is missing. */
    static final class Numbers extends CsvColumn {
        private double[] values = new double[64];
        private int size;

        Numbers(int index, String name) {
            super(index, name);
        }

        @Override
        void add(CsvFile.Line line) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            String cell = line.cell(index);
            values[size++] = Missing.is(cell) ? Double.NaN : number(line, cell);
        }

        private double number(CsvFile.Line line, String cell) {
            try {
                double value = Double.parseDouble(cell);
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException notANumber) {
                // said below, with the place
            }
            throw line.refuse(
                    index,
                    "a finite number (categorical: [" + name + "] reads it as a category, ignore: [" + name
                            + "] leaves it out)");
        }

        @Override
        List<String> names() {
            return List.of(name);
        }

        @Override
        void write(int row, double[] table, int at) {
            table[at] = values[row];
        }
    }

    /** Categories: texts, or numbers that only tell apart. */
    static final class Levels extends CsvColumn {
        private static final int MOST = 1000;

        private final Map<String, Integer> codes = new HashMap<>();
        private final boolean open;
        private int[] values = new int[64];
        private int size;
        private int[] position = new int[0];
        private List<String> sorted;

        /** Levels to be found out. */
        Levels(int index, String name) {
            super(index, name);
            this.open = true;
            this.sorted = List.of();
        }

        /** Levels that are known, in their order; others are refused. */
        Levels(int index, String name, List<String> known) {
            super(index, name);
            this.open = false;
            this.sorted = known;
            known.forEach(level -> codes.put(level, codes.size()));
            this.position = IntStream.range(0, known.size()).toArray();
        }

        @Override
        void add(CsvFile.Line line) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            String level = Missing.is(line.cell(index)) ? "missing" : line.cell(index);
            if (!open && !codes.containsKey(level)) {
                throw line.refuse(index, "one of the training rows' " + String.join(", ", sorted));
            }
            values[size++] = codes.computeIfAbsent(level, l -> codes.size());
            if (codes.size() > MOST) {
                throw new ProblemException(line.place() + ": column " + name + ": "
                        + Mismatch.of("at most " + MOST + " categories", "more by this line"));
            }
        }

        /** In numerical order where all are numbers, otherwise as texts. */
        List<String> levels() {
            if (open && sorted.size() != codes.size()) {
                sorted = codes.keySet().stream().sorted(Levels::compare).toList();
                position = new int[codes.size()];
                IntStream.range(0, sorted.size()).forEach(i -> position[codes.getOrDefault(sorted.get(i), 0)] = i);
            }
            return sorted;
        }

        private static int compare(String one, String other) {
            try {
                int numerically = Double.compare(Double.parseDouble(one), Double.parseDouble(other));
                return numerically == 0 ? one.compareTo(other) : numerically;
            } catch (NumberFormatException texts) {
                return one.compareTo(other);
            }
        }

        @Override
        List<String> names() {
            return levels().stream().map(level -> name + "=" + level).toList();
        }

        @Override
        void write(int row, double[] table, int at) {
            table[at + position[values[row]]] = 1;
        }
    }
}
