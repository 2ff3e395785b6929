package org.converge4j.train.score;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.converge4j.train.network.Losses;
import org.converge4j.train.network.Tensors;
import org.nd4j.linalg.dataset.DataSet;

/** A DL4J network. */
final class NetworkPredictor implements Predictor {
    private final DifferentiableNetwork network;
    private final Tensors rows;
    private final Optional<Tensors> test;

    NetworkPredictor(LoadedProblem problem, Training training) {
        this.network = problem.network(training.precision());
        this.rows = new Tensors(problem.data(), training.precision());
        this.test = problem.data().test().map(part -> new Tensors(part, training.precision()));
    }

    @Override
    public List<Prediction> predict(List<double[]> parameters) {
        return parameters.stream().map(this::predict).toList();
    }

    private Prediction predict(double[] parameters) {
        network.set(parameters);
        return new Prediction(
                outputs(rows),
                test.map(part -> new Tested(outputs(part), Losses.of(network, part) - network.regularisation())));
    }

    private double[] outputs(Tensors part) {
        double[][] blocks = part.blocks().stream()
                .map(DataSet::getFeatures)
                .map(features -> network.output(features).dup('c').data().asDouble())
                .toArray(double[][]::new);
        return Stream.of(blocks).flatMapToDouble(Arrays::stream).toArray();
    }

    @Override
    public void close() {
        network.close();
    }
}
