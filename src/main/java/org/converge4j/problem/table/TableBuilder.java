package org.converge4j.problem.table;

import java.util.Arrays;
import java.util.List;
import org.converge4j.problem.data.Columns;
import org.converge4j.problem.data.ProblemException;
import org.converge4j.problem.data.Table;

/** Writes rows as features and targets. */
final class TableBuilder {
    /** Java's. */
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final List<Column> columns;
    private final int[] features;
    private final int[] predicted;
    private final int rows;
    private final double[] x;
    private final double[] y;
    private int nextX;
    private int nextY;

    /**
     * @param rows that will come
     */
    TableBuilder(Reading reading, int rows) {
        this.columns = reading.columns();
        this.features = reading.slots(false);
        this.predicted = reading.slots(true);
        this.rows = rows;
        this.x = array(reading, features, rows);
        this.y = array(reading, predicted, rows);
    }

    private double[] array(Reading reading, int[] slots, int count) {
        long numbers = (long) count
                * Arrays.stream(slots).map(slot -> columns.get(slot).width()).sum();
        if (numbers > LONGEST_ARRAY) {
            throw new ProblemException(reading.file().name() + ": expected at most " + LONGEST_ARRAY
                    + " numbers, found " + numbers + " in " + count + " rows");
        }
        return new double[(int) numbers];
    }

    /** Takes a row, which begins somewhere in a block. */
    void add(double[] block, int offset) {
        for (int slot : features) {
            Column column = columns.get(slot);
            column.write(block[offset + slot], x, nextX);
            nextX += column.width();
        }
        for (int slot : predicted) {
            Column column = columns.get(slot);
            column.write(block[offset + slot], y, nextY);
            nextY += column.width();
        }
    }

    /** What came of it. */
    Table table() {
        List<String> targets = Arrays.stream(predicted)
                .mapToObj(slot -> columns.get(slot).name())
                .toList();
        List<String> classes = columns.get(predicted[0]) instanceof LevelColumn label ? label.levels() : List.of();
        List<String> names = Arrays.stream(features)
                .boxed()
                .flatMap(slot -> columns.get(slot).names().stream())
                .toList();
        boolean[] oneHot = new boolean[names.size()];
        int at = 0;
        for (int slot : features) {
            Arrays.fill(oneHot, at, at + columns.get(slot).width(), columns.get(slot) instanceof LevelColumn);
            at += columns.get(slot).width();
        }
        return new Table(rows, x, y, new Columns(names, targets, classes), oneHot);
    }
}
