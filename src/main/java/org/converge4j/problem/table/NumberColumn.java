package org.converge4j.problem.table;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.converge4j.table.NumberSpelling;

/** Finite numbers. */
final class NumberColumn extends Column {
    private final NumberSpelling spelling;
    private final Set<String> missingWords;
    private final double[] missingNumbers;
    private final ForeignCells foreign = new ForeignCells();
    private long numbers;
    private double first = Double.NaN;
    private boolean varies;
    private boolean isBinary = true;

    NumberColumn(String name, Role role, NumberSpelling spelling, Set<String> missingWords) {
        super(name, role);
        this.spelling = spelling;
        this.missingWords = missingWords;
        this.missingNumbers = missingWords.stream()
                .mapToDouble(NumberSpelling.PLAIN::parse)
                .filter(number -> !Double.isNaN(number))
                .toArray();
    }

    @Override
    double read(char[] buffer, int from, int to, long line, int at) {
        double value = spelling.parse(buffer, from, to);
        if (Double.isNaN(value)) {
            String cell = new String(buffer, from, to - from);
            if (missingWords.contains(cell.toLowerCase(Locale.ROOT))) {
                return Double.NaN;
            }
            foreign.meet(cell, file(), line, at);
            return STRANGE;
        }
        for (double missing : missingNumbers) {
            if (value == missing) {
                return Double.NaN;
            }
        }
        note(value);
        return value;
    }

    private void note(double value) {
        if (numbers++ == 0) {
            first = value;
        }
        varies |= value != first;
        isBinary &= value == 0 || value == 1;
    }

    @Override
    void keepStrange() {
        foreign.keep();
    }

    @Override
    boolean isEmpty() {
        return numbers == 0 && foreign.count() == 0 && missing() > 0;
    }

    /** Cells that are no numbers. */
    ForeignCells foreign() {
        return foreign;
    }

    /** Whether no two of its numbers differ. */
    boolean isConstant() {
        return !varies;
    }

    /** Whether its numbers are 0 and 1. */
    boolean isBinary() {
        return varies && isBinary;
    }

    /** Whether most of its cells are no numbers. */
    boolean isText() {
        return foreign.count() > numbers;
    }

    @Override
    int width() {
        return 1;
    }

    @Override
    List<String> names() {
        return List.of(name());
    }

    @Override
    void write(double value, double[] table, int at) {
        table[at] = value;
    }
}
