package org.converge4j.train.score;

import java.util.List;
import java.util.Optional;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.train.stack.Stackable;
import org.converge4j.train.step.Numeric;

/** Computes the outputs of networks for the training set and, where there is one, for the test part. */
interface Predictor extends AutoCloseable {
    /**
     * The quicker of the ways that serve a problem: both give the same numbers to rounding.
     *
     * @param networks that will be asked about together, at most
     */
    static Predictor of(LoadedProblem problem, Training training, int networks) {
        return Stackable.network(problem, training)
                .<Predictor>map(network -> switch (training.precision()) {
                    case DOUBLE -> new DensePredictor<>(Numeric.DOUBLE, network, problem.data(), networks);
                    case FLOAT -> new DensePredictor<>(Numeric.FLOAT, network, problem.data(), networks);
                })
                .orElseGet(() -> new NetworkPredictor(problem, training));
    }

    /**
     * What each network says of the rows.
     *
     * @param parameters of each network, in DL4J's flat order
     */
    List<Prediction> predict(List<double[]> parameters);

    @Override
    void close();

    /**
     * What a network says of a problem's rows.
     *
     * @param outputs for the training set, row by row
     * @param tested the same for the test part, if there is one
     */
    record Prediction(double[] outputs, Optional<Tested> tested) {}

    /**
     * What a network says of the test part.
     *
     * @param outputs row by row
     * @param loss the mean over the rows, without what regularisation adds
     */
    record Tested(double[] outputs, double loss) {}
}
