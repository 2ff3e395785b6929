package org.converge4j.problem.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rows of numbers to train on: features x of shape [rows, features] and targets y of shape [rows, targets], row by row, and
 * perhaps rows kept back for testing. In a classification y is one-hot: a column for each class; or, of two classes, a column of 0 and 1.
 */
public final class Data {
    /** What a function has instead: a row, so that a step sees all there is, with nothing in it. */
    public static final Data NONE =
            new Data(1, new double[0], new double[0], new Columns(List.of(), List.of(), List.of()), Optional.empty());

    private static final int CHUNK = 1 << 13;

    private final int rows;
    private final double[] x;
    private final double[] y;
    private final Columns columns;
    private final Optional<Data> test;
    private final List<String> understood;

    /** A regression whose columns have no names, without a test part. */
    public Data(int rows, double[] x, double[] y) {
        this(rows, x, y, Columns.numbered(x.length / rows, y.length / rows), Optional.empty());
    }

    /**
     * Rows with names and perhaps a test part.
     *
     * @param x row by row; not copied
     * @param y row by row; not copied
     */
    public Data(int rows, double[] x, double[] y, Columns columns, Optional<Data> test) {
        this(rows, x, y, columns, test, List.of());
    }

    private Data(int rows, double[] x, double[] y, Columns columns, Optional<Data> test, List<String> understood) {
        this.rows = rows;
        this.x = x;
        this.y = y;
        this.columns = columns;
        this.test = test;
        this.understood = List.copyOf(understood);
    }

    /**
     * The same rows, described.
     *
     * @param lines what was understood of their file
     */
    public Data described(List<String> lines) {
        return new Data(rows, x, y, columns, test, lines);
    }

    /** Two classes as a network of one output has them: y is 0 for the first and 1 for the second. */
    public Data asOneColumn() {
        double[] second = new double[rows];
        Arrays.setAll(second, row -> y[2 * row + 1]);
        return new Data(rows, x, second, columns, test.map(Data::asOneColumn), understood);
    }

    /** What was understood of the file they came from, in lines; nothing where there was none. */
    public List<String> understood() {
        return understood;
    }

    /** How many rows. */
    public int rows() {
        return rows;
    }

    /** Columns of x. */
    public int features() {
        return x.length / rows;
    }

    /** Columns of y. */
    public int targets() {
        return y.length / rows;
    }

    /** All features, row by row; not a copy. */
    public double[] x() {
        return x;
    }

    /** All targets, row by row; not a copy. */
    public double[] y() {
        return y;
    }

    /** What the columns are called. */
    public Columns columns() {
        return columns;
    }

    /** Whether classes are predicted: y is one-hot, or one column of 0 and 1. */
    public boolean isClassification() {
        return !columns.classes().isEmpty();
    }

    /** How many rows each class has; none in a regression. */
    public List<Integer> classRows() {
        return isClassification()
                ? IntStream.range(0, targets())
                        .mapToObj(c -> Math.toIntExact(IntStream.range(0, rows)
                                .filter(row -> y[row * targets() + c] == 1)
                                .count()))
                        .toList()
                : List.of();
    }

    /** The rows kept back for testing, prepared as these are. */
    public Optional<Data> test() {
        return test;
    }

    /** SHA-256 over the shape and the bits of every number, in hexadecimal. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer shape = ByteBuffer.allocate(3 * Integer.BYTES);
            digest.update(
                    shape.putInt(rows).putInt(features()).putInt(targets()).flip());
            update(digest, x);
            update(digest, y);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }

    private static void update(MessageDigest digest, double[] numbers) {
        ByteBuffer bits = ByteBuffer.allocate(CHUNK * Double.BYTES);
        for (int from = 0; from < numbers.length; from += CHUNK) {
            int count = Math.min(CHUNK, numbers.length - from);
            bits.clear().asDoubleBuffer().put(numbers, from, count);
            digest.update(bits.limit(count * Double.BYTES));
        }
    }
}
