package org.converge4j.problem.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    private final Spread spread = new Spread();

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
        if (role().isPredicted()) {
            spread.meet(value, line);
        }
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

    /** The number that is farthest from their mean, of those that are to be predicted. */
    Optional<Farthest> farthest() {
        return spread.farthest();
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

    /**
     * A number of a column.
     *
     * @param share of the variance of all that it makes
     */
    record Farthest(double value, long line, double share) {}

    /** How numbers lie around their mean, which is all that a squared loss sees of them. */
    private static final class Spread {
        /** Of fewer, one may well make most of the variance. */
        private static final int FEWEST = 10;

        private long count;
        private double mean;
        private double squares;
        private double least;
        private double greatest;
        private long lineOfLeast;
        private long lineOfGreatest;

        /** Takes a number: Welford's recurrence, which loses nothing where the mean is great. */
        void meet(double value, long line) {
            double before = value - mean;
            mean += before / ++count;
            squares += before * (value - mean);
            if (count == 1 || value < least) {
                least = value;
                lineOfLeast = line;
            }
            if (count == 1 || value > greatest) {
                greatest = value;
                lineOfGreatest = line;
            }
        }

        /** The one that is farthest from the mean; nothing of a few, or where all are equal. */
        Optional<Farthest> farthest() {
            if (count < FEWEST || !(squares > 0)) {
                return Optional.empty();
            }
            boolean isBelow = mean - least > greatest - mean;
            double value = isBelow ? least : greatest;
            double share = (value - mean) / squares * (value - mean);
            return Optional.of(new Farthest(value, isBelow ? lineOfLeast : lineOfGreatest, share));
        }
    }
}
