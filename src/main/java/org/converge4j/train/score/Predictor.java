package org.converge4j.train.score;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.data.Data;
import org.converge4j.train.stack.Stackable;
import org.converge4j.train.step.Numeric;

/** Computes the outputs of networks for the training set and, where there is one, for the test part. */
interface Predictor extends AutoCloseable {
    /**
     * The quicker of the ways that serve a problem: both give the same numbers to rounding.
     *
     * @param data the problem's rows, or some of them
     * @param networks that will be asked about together, at most
     * @param withLoss whether the loss of the training set is wanted as well
     */
    static Predictor of(LoadedProblem problem, Data data, Training training, int networks, boolean withLoss) {
        return Stackable.network(problem, training)
                .<Predictor>map(network -> switch (training.precision()) {
                    case DOUBLE -> new DensePredictor<>(Numeric.DOUBLE, network, data, networks);
                    case FLOAT -> new DensePredictor<>(Numeric.FLOAT, network, data, networks);
                })
                .orElseGet(() -> new NetworkPredictor(problem, data, training, withLoss));
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
     * @param loss of the training set: the mean over the rows, and what regularisation adds; nothing where it was not wanted
     * @param tested the same for the test part, if there is one
     */
    record Prediction(double[] outputs, OptionalDouble loss, Optional<Tested> tested) {}

    /**
     * What a network says of the test part.
     *
     * @param outputs row by row
     * @param loss the mean over the rows, without what regularisation adds
     */
    record Tested(double[] outputs, double loss) {}
}
