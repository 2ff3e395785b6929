package org.converge4j.problem.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.converge4j.experiment.Randomness;

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
    private final Numbers x;
    private final double[] y;
    private final Columns columns;
    private final Optional<Data> test;
    private final List<String> understood;
    private final Optional<Sequences> sequences;
    private final boolean isScaled;

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
        this(rows, new Numbers.Held(x), y, columns, test, List.of(), Optional.empty(), false);
    }

    private Data(
            int rows,
            Numbers x,
            double[] y,
            Columns columns,
            Optional<Data> test,
            List<String> understood,
            Optional<Sequences> sequences,
            boolean isScaled) {
        this.rows = rows;
        this.x = x;
        this.y = y;
        this.columns = columns;
        this.test = test;
        this.understood = List.copyOf(understood);
        this.sequences = sequences;
        this.isScaled = isScaled;
    }

    /** The same rows, their features in a file, rounded perhaps. */
    public Data mapped(Numbers.Mapped features) {
        return new Data(rows, features, y, columns, test, understood, sequences, isScaled);
    }

    /**
     * The same rows, described.
     *
     * @param lines what was understood of their file
     */
    public Data described(List<String> lines) {
        return new Data(rows, x, y, columns, test, lines, sequences, isScaled);
    }

    /** The same rows, scaled already. */
    public Data scaled() {
        return new Data(rows, x, y, columns, test, understood, sequences, true);
    }

    /** The same rows as sequences; a test part is of sequences, too. */
    public Data in(Sequences shape) {
        return new Data(
                rows, x, y, columns, test.map(part -> part.in(shape)), understood, Optional.of(shape), isScaled);
    }

    /** The same rows with others kept back for testing. */
    public Data tested(Optional<Data> others) {
        return new Data(rows, x, y, columns, others, understood, sequences, isScaled);
    }

    /**
     * Some of the rows, in their order.
     *
     * @param count of the training set
     * @param tested of the test part, if there is one
     */
    public Data sample(int count, int tested) {
        int[] chosen = chosen(rows, count);
        return new Data(
                chosen.length,
                x.rows(features(), chosen),
                new Numbers.Held(y).rows(y.length / rows, chosen).all(),
                columns,
                test.map(part -> part.sample(tested, 0)),
                understood,
                sequences,
                isScaled);
    }

    /** Each set of so many rows is as likely as any other; the same set at each call. */
    private static int[] chosen(int rows, int count) {
        RandomGenerator random = Randomness.SAMPLE.stream(1);
        int[] chosen = new int[Math.min(rows, count)];
        int found = 0;
        for (int row = 0; found < chosen.length; row++) {
            if (random.nextDouble() * (rows - row) < chosen.length - found) {
                chosen[found++] = row;
            }
        }
        return chosen;
    }

    /** The same rows with other features. */
    public Data withX(UnaryOperator<double[]> change) {
        Optional<Data> tested = test.map(part -> part.withX(change));
        Numbers changed = new Numbers.Held(change.apply(x.all()));
        return new Data(rows, changed, y, columns, tested, understood, sequences, isScaled);
    }

    /** The same rows with other targets. */
    public Data withY(UnaryOperator<double[]> change) {
        Optional<Data> tested = test.map(part -> part.withY(change));
        return new Data(rows, x, change.apply(y), columns, tested, understood, sequences, isScaled);
    }

    /** Two classes as a network of one output has them: y is 0 for the first and 1 for the second. */
    public Data asOneColumn() {
        double[] second = new double[y.length / 2];
        Arrays.setAll(second, i -> y[2 * i + 1]);
        return new Data(rows, x, second, columns, test.map(Data::asOneColumn), understood, sequences, isScaled);
    }

    /**
     * The same rows with targets for each as a whole.
     *
     * @throws ProblemException if the targets change within a sequence
     */
    public Data labelledByRow() {
        if (!isLabelledByStep()) {
            return this;
        }
        Sequences whole = sequences.orElseThrow().labelled(false);
        return new Data(
                rows,
                x,
                Sequences.once(this),
                columns,
                test.map(Data::labelledByRow),
                understood,
                Optional.of(whole),
                isScaled);
    }

    /** The same rows, each step of a sequence a row; of no use but for its targets. Steps that are not there are left out. */
    public Data byStep() {
        if (!isLabelledByStep()) {
            return this;
        }
        double[] there = Arrays.stream(y).filter(value -> !Double.isNaN(value)).toArray();
        return new Data(there.length / targets(), new double[0], there, columns, Optional.empty());
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
        return x.count() / rows;
    }

    /** Columns of y; where it is of each step of a sequence, those of a step. */
    public int targets() {
        return y.length / rows / (isLabelledByStep() ? sequences.orElseThrow().steps() : 1);
    }

    /** What their steps are, where rows are sequences. */
    public Optional<Sequences> sequences() {
        return sequences;
    }

    /** Whether rows are sequences with targets for each step. */
    public boolean isLabelledByStep() {
        return sequences.filter(Sequences::isLabelledByStep).isPresent();
    }

    /** Whether rows are sequences of which some are shorter than others. */
    public boolean isRagged() {
        return sequences.filter(Sequences::isRagged).isPresent();
    }

    /** Whether the features were scaled on the way. */
    public boolean isScaled() {
        return isScaled;
    }

    /** All features, row by row; not a copy if they lie in an array. */
    public double[] x() {
        return x.all();
    }

    /** A copy of the features of some rows. */
    public double[] x(int from, int count) {
        return x.some(from * features(), count * features());
    }

    /** All features, row by row, where they lie. */
    public Numbers numbers() {
        return x;
    }

    /** Whether others have the same features, in the same place. */
    public boolean sharesFeatures(Data others) {
        return x == others.x;
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

    /** How many rows, or steps where those have labels, each class has; none in a regression. */
    public List<Integer> classRows() {
        if (!isClassification()) {
            return List.of();
        }
        int outputs = targets();
        int[] counts = new int[columns.classes().size()];
        for (int i = 0; i < y.length; i++) {
            if (outputs == 1 && !Double.isNaN(y[i])) {
                counts[(int) y[i]]++;
            } else if (y[i] == 1) {
                counts[i % outputs]++;
            }
        }
        return Arrays.stream(counts).boxed().toList();
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
            update(digest, x.all());
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
