package org.converge4j.problem.data;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.experiment.Randomness;

/**
 * Rows before they are divided into training and test part and scaled.
 *
 * @param rows how many
 * @param x features, row by row; NaN where a number is missing
 * @param y targets, row by row
 * @param columns what they are called
 * @param oneHot for each feature, whether it is an indicator that is never scaled
 */
public record Table(int rows, double[] x, double[] y, Columns columns, boolean[] oneHot) {
    /** Two gigabytes of them. */
    private static final long MOST_NUMBERS = 250_000_000;

    /**
     * Refuses tables of too many numbers, before any is allocated.
     *
     * @param name of the data, for messages
     */
    public static void checkSize(long rows, long columns, String name) {
        if (rows * (double) columns > MOST_NUMBERS) {
            throw new ProblemException(name + ": "
                    + Mismatch.of("at most " + MOST_NUMBERS + " numbers", rows + " rows of " + columns + " columns"));
        }
    }

    /** Rows of numbers that are all there. */
    public static Table of(int rows, double[] x, double[] y, Columns columns) {
        return new Table(rows, x, y, columns, new boolean[x.length / rows]);
    }

    /**
     * Keeps a part of the rows, drawn by the seed, for testing. Either part stays in the order of the table.
     *
     * @param fraction of the rows for testing, rounded; 0 keeps none
     * @param name of the data, for messages
     * @return the training part, and the test part if there is one
     */
    public Parts split(double fraction, long seed, String name) {
        return split(testing(rows, fraction, seed, name));
    }

    /** The table itself if no row is for testing; else copies of those that are, and of all others. Either stay in its order. */
    public Parts split(boolean[] testing) {
        int[] test = chosen(testing, true);
        return test.length == 0
                ? new Parts(this, Optional.empty())
                : new Parts(pick(chosen(testing, false)), Optional.of(pick(test)));
    }

    /**
     * Which rows are for testing.
     *
     * @param fraction of them, rounded; 0 keeps none
     * @param name of the data, for messages
     */
    public static boolean[] testing(int rows, double fraction, long seed, String name) {
        int testing = Math.toIntExact(Math.round(fraction * rows));
        if (fraction > 0 && (testing < 1 || testing >= rows)) {
            throw new ProblemException(name + ": testFraction " + fraction + ": "
                    + (rows < 2
                            ? Mismatch.of("at least 2 rows to divide", Integer.toString(rows))
                            : Mismatch.of(
                                    "at least 1 and at most " + (rows - 1) + " rows for testing",
                                    testing + " of " + rows)));
        }
        boolean[] chosen = new boolean[rows];
        if (testing > 0) {
            int[] order = shuffled(rows, seed);
            for (int i = 0; i < testing; i++) {
                chosen[order[i]] = true;
            }
        }
        return chosen;
    }

    /** Fisher and Yates. */
    private static int[] shuffled(int rows, long seed) {
        RandomGenerator random = Randomness.SPLIT.stream(seed);
        int[] order = new int[rows];
        Arrays.setAll(order, i -> i);
        for (int i = rows - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    private static int[] chosen(boolean[] testing, boolean which) {
        return IntStream.range(0, testing.length)
                .filter(row -> testing[row] == which)
                .toArray();
    }

    private Table pick(int[] chosen) {
        return new Table(chosen.length, pick(x, chosen), pick(y, chosen), columns, oneHot);
    }

    private double[] pick(double[] table, int[] chosen) {
        int width = table.length / rows;
        double[] picked = new double[chosen.length * width];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(table, chosen[i] * width, picked, i * width, width);
        }
        return picked;
    }

    /**
     * A table divided.
     *
     * @param training what networks learn from
     * @param test what they are tested on
     */
    public record Parts(Table training, Optional<Table> test) {
        /**
         * Fills what is missing and scales, both by the training part alone.
         *
         * @param name of the data, for messages
         */
        public Data prepare(Standardise standardise, String name) {
            Columns columns = training.columns;
            Imputation.means(training.x, training.rows).ifPresent(means -> {
                means.fill(training.x);
                test.ifPresent(t -> means.fill(t.x));
            });
            features(standardise, name).ifPresent(scaling -> {
                scaling.apply(training.x);
                test.ifPresent(t -> scaling.apply(t.x));
            });
            if (standardise == Standardise.ALL && columns.classes().isEmpty()) {
                Scaling scaling = Scaling.of(
                        training.y,
                        training.rows,
                        columns.targets(),
                        name + ": target",
                        new boolean[columns.targets().size()],
                        "there is nothing to learn from " + (columns.targets().size() == 1 ? "it" : "them"));
                scaling.apply(training.y);
                test.ifPresent(t -> scaling.apply(t.y));
            }
            Optional<Data> tested = test.map(t -> new Data(t.rows, t.x, t.y, columns, Optional.empty()));
            Data data = new Data(training.rows, training.x, training.y, columns, tested);
            return standardise == Standardise.NONE ? data : data.scaled();
        }

        private Optional<Scaling> features(Standardise standardise, String name) {
            return switch (standardise) {
                case NONE -> Optional.empty();
                case PIXELS -> Optional.of(Scaling.together(training.x, training.rows, name + ": feature"));
                case FEATURES, ALL ->
                    Optional.of(
                            Scaling.of(
                                    training.x,
                                    training.rows,
                                    training.columns.features(),
                                    name + ": feature",
                                    training.oneHot,
                                    "ignore leaves columns out, standardise: pixels scales all features alike, standardise: none scales nothing"));
            };
        }
    }
}
