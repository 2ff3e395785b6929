package org.converge4j.train.score;

import java.util.OptionalDouble;
import org.converge4j.problem.data.Data;

/** The losses of single rows, as outputs and targets tell them: squared error in a regression, cross-entropy in a classification. */
final class RowLosses {
    private RowLosses() {}

    /**
     * The standard error of the mean of some rows' losses as that of all the rows that they were drawn from without replacement;
     * nothing for a single row, or where a loss is not finite.
     *
     * @param outputs row by row
     * @param all how many rows there are
     */
    static OptionalDouble standardError(Data rows, double[] outputs, int all) {
        int count = rows.rows();
        int width = outputs.length / count;
        double mean = 0;
        double squares = 0;
        for (int row = 0; row < count; row++) {
            double loss = loss(rows, outputs, row * width, width);
            double beside = loss - mean;
            mean += beside / (row + 1);
            squares += beside * (loss - mean);
        }
        double error = Math.sqrt(squares / (count - 1) / count * (1 - (double) count / all));
        return Double.isFinite(error) ? OptionalDouble.of(error) : OptionalDouble.empty();
    }

    private static double loss(Data rows, double[] outputs, int from, int width) {
        double sum = 0;
        for (int i = from; i < from + width; i++) {
            double target = rows.y()[i];
            if (rows.isClassification()) {
                sum -= target == 0 ? 0 : target * Math.log(outputs[i]);
                sum -= width == 1 && target != 1 ? (1 - target) * Math.log(1 - outputs[i]) : 0;
            } else {
                sum += (outputs[i] - target) * (outputs[i] - target) / width;
            }
        }
        return sum;
    }
}
