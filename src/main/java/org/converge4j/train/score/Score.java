package org.converge4j.train.score;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.converge4j.experiment.training.Metric;
import org.converge4j.problem.data.Data;

/**
 * How well outputs meet the targets of some rows, by the definitions of DL4J's {@code Evaluation} and {@code
 * RegressionEvaluation}; F1 and area under the curve by scikit-learn's, {@code average="macro"} and {@code multi_class="ovr"}.
 *
 * @param rows with their targets
 * @param outputs row by row
 */
record Score(Data rows, double[] outputs) {
    /**
     * The score of outputs; those of each step of a sequence count as rows, and a single one, p, that tells two classes apart stands
     * for 1 − p and p.
     */
    static Score of(Data data, double[] all) {
        Data rows = data.byStep();
        double[] outputs = rows == data
                ? all
                : IntStream.range(0, all.length)
                        .filter(i -> !Double.isNaN(data.y()[i]))
                        .mapToDouble(i -> all[i])
                        .toArray();
        return rows.isClassification() && rows.targets() == 1
                ? new Score(
                        new Data(rows.rows(), new double[0], both(rows.y()), rows.columns(), Optional.empty()),
                        both(outputs))
                : new Score(rows, outputs);
    }

    private static double[] both(double[] second) {
        double[] both = new double[2 * second.length];
        Arrays.setAll(both, i -> i % 2 == 0 ? 1 - second[i / 2] : second[i / 2]);
        return both;
    }

    /** A metric other than the loss. */
    double of(Metric metric) {
        return switch (metric) {
            case ACCURACY, TEST_ACCURACY -> accuracy();
            case F1, TEST_F1 -> f1();
            case AUC, TEST_AUC -> auc();
            case RMSE, TEST_RMSE -> rmse();
            case R2, TEST_R2 -> r2();
            case LOSS, TEST_LOSS ->
                throw new IllegalArgumentException("outputs alone do not tell the " + metric.words());
        };
    }

    /** The share of rows whose largest output is their class; the first of several largest counts. */
    double accuracy() {
        long right = IntStream.range(0, rows.rows())
                .filter(row -> largest(outputs, row) == largest(rows.y(), row))
                .count();
        return (double) right / rows.rows();
    }

    /** The mean over the classes, those apart that neither occur nor are said, of F1. */
    double f1() {
        int[] told = new int[rows.targets()];
        int[] are = new int[rows.targets()];
        int[] right = new int[rows.targets()];
        for (int row = 0; row < rows.rows(); row++) {
            int said = largest(outputs, row);
            int is = largest(rows.y(), row);
            told[said]++;
            are[is]++;
            right[is] += said == is ? 1 : 0;
        }
        return IntStream.range(0, rows.targets())
                .filter(c -> told[c] + are[c] > 0)
                .mapToDouble(c -> 2.0 * right[c] / (told[c] + are[c]))
                .average()
                .orElse(Double.NaN);
    }

    /** The mean over the classes of the area under the ROC curve; not a number where a class has no rows, or all. */
    double auc() {
        return average(this::auc);
    }

    /** The share of pairs, a row of the class and another, in which the output is larger for the first; a half where it is equal. */
    private double auc(int c) {
        double[] ofClass = outputs(c, true);
        double[] others = outputs(c, false);
        double pairs = 0;
        int below = 0;
        int upTo = 0;
        for (double output : ofClass) {
            while (below < others.length && others[below] < output) {
                below++;
            }
            while (upTo < others.length && others[upTo] <= output) {
                upTo++;
            }
            pairs += (below + upTo) / 2.0;
        }
        return pairs / ((double) ofClass.length * others.length);
    }

    /** What is said of a class, ascending, for its rows or for all others. */
    private double[] outputs(int c, boolean ofClass) {
        return IntStream.range(0, rows.rows())
                .map(row -> row * rows.targets() + c)
                .filter(i -> (rows.y()[i] == 1) == ofClass)
                .mapToDouble(i -> outputs[i])
                .sorted()
                .toArray();
    }

    /** The root of the mean squared error, averaged over the targets. */
    double rmse() {
        return average(target -> Math.sqrt(squaredError(target) / rows.rows()));
    }

    /** 1 − squared error / squared distance from the mean, averaged over the targets; not finite where one does not vary. */
    double r2() {
        return average(target -> 1 - squaredError(target) / squaredDistance(target));
    }

    private double squaredError(int target) {
        return sum(target, i -> square(outputs[i] - rows.y()[i]));
    }

    private double squaredDistance(int target) {
        double mean = sum(target, i -> rows.y()[i]) / rows.rows();
        return sum(target, i -> square(rows.y()[i] - mean));
    }

    private double average(IntToDoubleFunction ofTarget) {
        double sum = 0;
        for (int target = 0; target < rows.targets(); target++) {
            sum += ofTarget.applyAsDouble(target);
        }
        return sum / rows.targets();
    }

    /** Over the rows. */
    private double sum(int target, IntToDoubleFunction ofPlace) {
        double sum = 0;
        for (int i = target; i < outputs.length; i += rows.targets()) {
            sum += ofPlace.applyAsDouble(i);
        }
        return sum;
    }

    private int largest(double[] table, int row) {
        int from = row * rows.targets();
        int largest = from;
        for (int i = from + 1; i < from + rows.targets(); i++) {
            if (table[i] > table[largest]) {
                largest = i;
            }
        }
        return largest - from;
    }

    private static double square(double value) {
        return value * value;
    }
}
