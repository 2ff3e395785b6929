package org.converge4j.train.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.converge4j.problem.data.Data;
import org.converge4j.train.dense.Arithmetic;
import org.converge4j.train.dense.DenseNetwork;
import org.converge4j.train.dense.DenseStack;
import org.converge4j.train.dense.Rows;
import org.converge4j.train.stack.RowSource;
import org.converge4j.train.stack.StackedTrainer;
import org.converge4j.train.step.Numeric;

/**
 * A stack of networks. For a few rows DL4J's forward pass and evaluation take a millisecond a network, most of a short run's time.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
final class DensePredictor<A> implements Predictor {
    /** Outputs that are held at once, roughly. */
    private static final int MOST_OUTPUTS = 1 << 20;

    private final Arithmetic<A> arithmetic;
    private final DenseStack<A> stack;
    private final Part<A> training;
    private final Optional<Part<A>> test;

    /**
     * @param networks that will be asked about together, at most
     */
    DensePredictor(Numeric<A> numeric, DenseNetwork network, Data data, int networks) {
        this.arithmetic = numeric.arithmetic();
        int outputs = data.rows() * data.targets();
        int most = Math.max(1, Math.min(StackedTrainer.atOnce(network, data), MOST_OUTPUTS / outputs));
        int width = Math.min(most, networks);
        this.stack = new DenseStack<>(arithmetic, network, width, StackedTrainer.BLOCK);
        this.training = new Part<>(arithmetic, data, width);
        this.test = data.test().map(part -> new Part<>(arithmetic, part, width));
    }

    @Override
    public List<Prediction> predict(List<double[]> parameters) {
        List<Prediction> predictions = new ArrayList<>();
        for (int from = 0; from < parameters.size(); from += stack.replicas()) {
            List<double[]> some = parameters.subList(from, Math.min(parameters.size(), from + stack.replicas()));
            set(some);
            double[][] outputs = outputs(training, some.size());
            double[] losses = stack.losses().clone();
            int rows = test.map(part -> part.data().rows()).orElse(1);
            Optional<double[][]> tested = test.map(part -> outputs(part, some.size()));
            for (int i = 0; i < some.size(); i++) {
                int network = i;
                predictions.add(new Prediction(
                        outputs[network],
                        OptionalDouble.of(losses[network] / training.data().rows()),
                        tested.map(all -> new Tested(all[network], stack.losses()[network] / rows))));
            }
        }
        return predictions;
    }

    /** The places of the stack that are left over keep what they had. */
    private void set(List<double[]> parameters) {
        for (int network = 0; network < parameters.size(); network++) {
            stack.put(network, parameters.get(network));
        }
    }

    /** Of each network; the losses stay in the stack. */
    private double[][] outputs(Part<A> part, int networks) {
        double[][] outputs =
                new double[networks][part.data().rows() * part.data().targets()];
        int[] filled = {0};
        stack.clear();
        part.rows().all(block -> {
            stack.add(block, false);
            filled[0] += copy(block, part.data().targets(), outputs, filled[0]);
        });
        return outputs;
    }

    /** How many outputs of each network a block has. */
    private int copy(Rows<A> block, int targets, double[][] outputs, int to) {
        int count = block.count() * targets;
        for (int network = 0; network < outputs.length; network++) {
            for (int i = 0; i < count; i++) {
                outputs[network][to + i] = arithmetic.get(stack.outputs(), i * stack.replicas() + network);
            }
        }
        return count;
    }

    @Override
    public void close() {
        // it holds Java arrays alone
    }

    private record Part<A>(Data data, RowSource<A> rows) {
        Part(Arithmetic<A> arithmetic, Data data, int width) {
            this(data, new RowSource<>(arithmetic, data, width, StackedTrainer.BLOCK));
        }
    }
}
