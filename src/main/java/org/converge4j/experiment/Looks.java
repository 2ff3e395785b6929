package org.converge4j.experiment;

import java.util.Arrays;
import java.util.Optional;
import org.converge4j.experiment.training.Looking;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;

/**
 * When a run is looked at, and on how many rows. It follows from multiplications alone, never from time, so that a run's numbers do
 * not depend on the machine: as often as is recorded, and at all rows, while that is cheap; else on a sample of the rows, at
 * steps equally far apart on a logarithmic axis, for a tenth of what training takes, the last look at all rows included. Where that
 * leaves next to nothing, the looks before it get a twentieth.
 */
public final class Looks {
    /** Multiplications that any run may be looked at for: those of a tenth of a second, roughly. */
    private static final double CHEAP = 2e8;

    private static final double SHARE = 0.1;

    /** Where the last look leaves less than this to those before it … */
    private static final double LEAST_SHARE = 0.02;

    /** … they get so much. */
    private static final double OTHER_SHARE = 0.05;

    /** The forward pass, the gradient of the parameters, the gradient of the layers' inputs. */
    private static final double PASSES = 3;

    /** A sample grows before there are more looks than these. */
    private static final int USUAL = 40;

    /** There are fewer looks before a sample is smaller than this. */
    private static final int FEWEST_ROWS = 100;

    private static final double LOOKS_A_DECADE = 20;
    private final Optional<int[]> steps;
    private final int rows;
    private final int testRows;
    private final double products;

    private Looks(Optional<int[]> steps, int rows, int testRows, double products) {
        this.steps = steps;
        this.rows = rows;
        this.testRows = testRows;
        this.products = products;
    }

    /**
     * The looks at a run.
     *
     * @param lossIsFree whether the loss of all rows comes with each step
     * @param passes over the rows that a look at loss and other metrics takes
     */
    public static Looks of(Training training, ProblemFacts size, boolean lossIsFree, int passes) {
        return new Planner(training, size, lossIsFree, passes).plan();
    }

    /** Multiplications that a run's steps take. */
    public static double products(Training training, ProblemFacts size) {
        return PASSES * training.batchSize(size.rows()) * size.products() * training.steps(size.rows());
    }

    /** Whether losses are looked at where they are recorded, metrics at log-spaced steps, and both at all rows. */
    public boolean areAsRecorded() {
        return steps.isEmpty();
    }

    /** Whether a step is looked at; only where not all is as recorded. */
    public boolean includes(int step) {
        return Arrays.binarySearch(steps.orElse(new int[0]), step) >= 0;
    }

    /** Rows of the training set that a look before the last is at. */
    public int rows() {
        return rows;
    }

    /** Rows of the test part that a look before the last is at. */
    public int testRows() {
        return testRows;
    }

    /** Multiplications that all of them take, roughly. */
    public double products() {
        return products;
    }

    /** What a plan is made from. */
    private static final class Planner {
        private final Training training;
        private final ProblemFacts size;
        private final boolean lossIsFree;
        private final double ofRow;
        private final int budget;

        Planner(Training training, ProblemFacts size, boolean lossIsFree, int passes) {
            this.training = training;
            this.size = size;
            this.lossIsFree = lossIsFree;
            this.ofRow = (double) size.products() * (lossIsFree ? 1 : passes);
            this.budget = training.steps(size.rows());
        }

        Looks plan() {
            double all = (double) size.rows() + size.testRows();
            double recorded = (lossIsFree ? 0 : recorded() * size.rows()) + measured() * all;
            double training = products(this.training, size);
            Looking said = this.training.looking().orElse(new Looking(Optional.empty(), Optional.empty()));
            boolean isRecorded = said.looks().isEmpty()
                    && said.rows()
                            .map(rows -> rows == 0)
                            .orElse(recorded * size.products() <= Math.max(CHEAP, SHARE * training));
            if (isRecorded) {
                return new Looks(Optional.empty(), size.rows(), size.testRows(), recorded * size.products());
            }
            double left = SHARE * training - all * ofRow;
            double share = left >= LEAST_SHARE * training ? left : OTHER_SHARE * training;
            double before = Math.max(share, CHEAP) / ofRow;
            return planned(said, before, all);
        }

        /**
         * @param before rows that the looks before the last may take
         * @param all rows
         */
        private Looks planned(Looking said, double before, double all) {
            double asked = Math.max(2, lossIsFree ? measured() : Math.max(recorded(), measured()));
            double looks = said.looks().map(count -> (double) count).orElse(Math.min(asked, USUAL)) - 1;
            int parts = size.testRows() > 0 ? 2 : 1;
            double sample = said.rows()
                    .map(rows -> rows == 0 ? size.rows() : (double) rows)
                    .orElse(lossIsFree ? size.rows() : Math.max(1, before / looks / parts));
            if (said.rows().isEmpty() && said.looks().isEmpty() && !lossIsFree) {
                sample = Math.max(sample, Math.min(FEWEST_ROWS, before / parts));
            }
            int rows = (int) Math.min(size.rows(), sample);
            int testRows = rows == size.rows() ? size.testRows() : Math.min(size.testRows(), rows);
            if (said.looks().isEmpty()) {
                looks = Math.max(1, Math.min(asked - 1, Math.floor(before / ((double) rows + testRows))));
            }
            int[] steps = spaced(budget, (int) looks);
            return new Looks(
                    Optional.of(steps),
                    rows,
                    testRows,
                    ((steps.length - 1) * ((double) rows + testRows) + all) * ofRow);
        }

        /** Steps at which the loss is recorded. */
        private double recorded() {
            Recording recording = training.recording();
            return recording.spacing() == Recording.Spacing.LINEAR ? 2 + budget / recording.every() : logSpaced();
        }

        /** Steps at which other metrics are measured: the last alone where they say no more than the loss. */
        private double measured() {
            return size.classes().isEmpty() && size.testRows() == 0 ? 1 : logSpaced();
        }

        private double logSpaced() {
            return Math.min(budget + 1.0, 2 + LOOKS_A_DECADE * StrictMath.log10(Math.max(1, budget)));
        }
    }

    /** Some steps from 0 to the last, equally far apart on a logarithmic axis as far as that goes. */
    private static int[] spaced(int last, int wanted) {
        int gaps = Math.min(wanted, last);
        double width = StrictMath.log1p(last);
        int[] steps = new int[gaps + 1];
        for (int i = 1; i <= gaps; i++) {
            int there = (int) Math.round(StrictMath.expm1(width * i / gaps));
            steps[i] = Math.min(Math.max(there, steps[i - 1] + 1), last - gaps + i);
        }
        return steps;
    }
}
