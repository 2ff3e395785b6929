package org.converge4j.result;

import java.util.List;
import org.converge4j.catalog.message.Checks;

/**
 * The sample of the rows that a run was looked at on before its end; the last look is at all rows.
 *
 * @param rows of the training set
 * @param testRows of the test part
 * @param errors the standard error of the loss at each of those looks, as one of all rows; none where single rows have no loss
 */
public record Sampled(int rows, int testRows, List<Double> errors) {
    /** Standard errors on either side of a loss that hold the one of all rows with a chance of 95 %. */
    private static final double WIDTH = 1.96;

    public Sampled {
        Checks.expect(rows >= 1 && testRows >= 0, "a sample", "at least 1 row", rows);
        errors = List.copyOf(errors);
        errors.forEach(error -> Checks.atLeast(0, error, "a standard error"));
    }

    /** Half the width of the 95 % interval of the loss at such a look, at most; 0 where it is not known. */
    public double halfWidth() {
        return WIDTH * errors.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
