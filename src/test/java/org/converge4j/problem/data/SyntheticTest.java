package org.converge4j.problem.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data made to measure has the measure it was asked for. */
class SyntheticTest {
    /** The Hessian of the mean squared error is 2[X 1]'[X 1]/n; its eigenvalues come from Hipparchus. */
    @ParameterizedTest
    @CsvSource({"100, 10, 100", "40, 5, 1", "200, 20, 1e6", "12, 11, 50"})
    void the_loss_of_linear_data_has_the_condition_number_that_was_asked_for(int rows, int features, double condition) {
        Data data = new Synthetic.Linear(rows, features, 1, condition, 0.1, 7).load(Path.of(""));

        double[] eigenvalues = new EigenDecompositionSymmetric(hessian(data)).getEigenvalues();
        Arrays.sort(eigenvalues);

        assertThat(Arrays.stream(eigenvalues).allMatch(Double::isFinite)).isTrue();
        assertThat(eigenvalues[features] / eigenvalues[0]).isCloseTo(condition, within(1e-6 * condition));
    }

    private static RealMatrix hessian(Data data) {
        RealMatrix x = MatrixUtils.createRealMatrix(data.rows(), data.features() + 1);
        for (int row = 0; row < data.rows(); row++) {
            for (int c = 0; c < data.features(); c++) {
                x.setEntry(row, c, data.x()[row * data.features() + c]);
            }
            x.setEntry(row, data.features(), 1);
        }
        return x.transpose().multiply(x).scalarMultiply(2.0 / data.rows());
    }
}
