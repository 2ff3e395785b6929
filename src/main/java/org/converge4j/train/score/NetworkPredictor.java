package org.converge4j.train.score;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.converge4j.train.network.Losses;
import org.converge4j.train.network.Tensors;
import org.nd4j.linalg.dataset.DataSet;

/** A DL4J network. */
final class NetworkPredictor implements Predictor {
    private final DifferentiableNetwork network;
    private final Tensors rows;
    private final Optional<Tensors> test;
    private final boolean withLoss;

    NetworkPredictor(LoadedProblem problem, Data data, Training training, boolean withLoss) {
        this.network = problem.network(training.precision());
        this.rows = new Tensors(data, training.precision());
        this.withLoss = withLoss;
        this.test = data.test().map(part -> new Tensors(part, training.precision()));
    }

    @Override
    public List<Prediction> predict(List<double[]> parameters) {
        return parameters.stream().map(this::predict).toList();
    }

    private Prediction predict(double[] parameters) {
        network.set(parameters);
        return new Prediction(
                outputs(rows),
                withLoss ? OptionalDouble.of(Losses.of(network, rows)) : OptionalDouble.empty(),
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
