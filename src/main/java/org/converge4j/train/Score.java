package org.converge4j.train;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.converge4j.problem.Data;

/**
 * How well outputs meet the targets of some rows, by the definitions of DL4J's {@code Evaluation} and {@code
 * RegressionEvaluation}.
 *
 * @param rows with their targets
 * @param outputs row by row
 */
record Score(Data rows, double[] outputs) {
    /** The share of rows whose largest output is their class; the first of several largest counts. */
    double accuracy() {
        long right = IntStream.range(0, rows.rows())
                .filter(row -> largest(outputs, row) == largest(rows.y(), row))
                .count();
        return (double) right / rows.rows();
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
