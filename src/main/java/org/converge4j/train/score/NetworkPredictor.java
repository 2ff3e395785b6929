package org.converge4j.train.score;

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
        return new Prediction(outputs(rows), OptionalDouble.empty(), tested);
    }

    private double[] outputs(Tensors part) {
        Outputs outputs = new Outputs(part.count());
        part.blocks().forEach(block -> outputs.add(network.output(block.getFeatures()), block.numExamples()));
        return outputs.all;
    }

    /** Outputs and mean loss of a part, with what regularisation adds. */
    private Tested see(Tensors part) {
        Outputs outputs = new Outputs(part.count());
        double sum = 0;
        for (DataSet block : part.blocks()) {
            DifferentiableNetwork.Seen seen = network.see(block.getFeatures(), block.getLabels());
            outputs.add(seen.outputs(), block.numExamples());
            sum += seen.loss() * block.numExamples();
        }
        return new Tested(outputs.all, sum / part.count());
    }

    @Override
    public void close() {
        network.close();
    }

    /** The outputs of a part, block after block. */
    private static final class Outputs {
        private final int rows;
        private double[] all = new double[0];
        private int filled;

        Outputs(int rows) {
            this.rows = rows;
        }

        void add(INDArray outputs, int count) {
            double[] some = outputs.dup('c').data().asDouble();
            if (count == rows) {
                all = some;
                return;
            }
            if (filled == 0) {
                all = new double[some.length / count * rows];
            }
            System.arraycopy(some, 0, all, filled, some.length);
            filled += some.length;
        }
    }
}
