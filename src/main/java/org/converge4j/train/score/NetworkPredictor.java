package org.converge4j.train.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.converge4j.train.engine.Engine;
import org.converge4j.train.network.Tensors;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** A network of any kind. */
final class NetworkPredictor implements Predictor {
    private final DifferentiableNetwork network;
    private final Tensors rows;
    private final Optional<Tensors> test;
    private final boolean withLoss;

    NetworkPredictor(LoadedProblem problem, Data data, Training training, boolean withLoss) {
        this.network = Engine.network(problem, training);
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
        Optional<Tested> tested =
                test.map(this::see).map(seen -> new Tested(seen.outputs(), seen.loss() - network.regularisation()));
        if (withLoss) {
            Tested seen = see(rows);
            return new Prediction(seen.outputs(), OptionalDouble.of(seen.loss()), tested);
        }
        List<double[]> outputs = rows.blocks().stream()
                .map(DataSet::getFeatures)
                .map(features -> numbers(network.output(features)))
                .toList();
        return new Prediction(joined(outputs), OptionalDouble.empty(), tested);
    }

    /** Outputs and mean loss of a part, with what regularisation adds. */
    private Tested see(Tensors part) {
        List<double[]> outputs = new ArrayList<>();
        double sum = 0;
        int count = 0;
        for (DataSet block : part.blocks()) {
            DifferentiableNetwork.Seen seen = network.see(block.getFeatures(), block.getLabels());
            outputs.add(numbers(seen.outputs()));
            sum += seen.loss() * block.numExamples();
            count += block.numExamples();
        }
        return new Tested(joined(outputs), sum / count);
    }

    private static double[] numbers(INDArray outputs) {
        return outputs.dup('c').data().asDouble();
    }

    private static double[] joined(List<double[]> blocks) {
        return blocks.size() == 1
                ? blocks.get(0)
                : blocks.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    @Override
    public void close() {
        network.close();
    }
}
