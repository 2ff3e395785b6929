package org.converge4j.train.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.converge4j.Thorough;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.network.Blueprint;
import org.converge4j.problem.network.Configuration;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.converge4j.problem.network.RowShape;
import org.converge4j.train.layer.DoubleKernel;
import org.converge4j.train.layer.FloatKernel;
import org.converge4j.train.layer.Kernel;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One configuration twice, computed by DL4J and by the engine, with the same parameters. */
final class Both implements AutoCloseable {
    /** What rounding leaves, measured beside the largest number of an array. */
    private static final double DOUBLE_ROUNDING = 1e-12;

    private static final double FLOAT_ROUNDING = 1e-5;

    /** Steps of a walk. */
    static final int STEPS = Thorough.or(8, 50);

    final DifferentiableNetwork theirs;
    final DifferentiableNetwork ours;
    private final DataType type;
    private final Random random;

    Both(Function<DataType, MultiLayerConfiguration> model, DataType type, int features, int most, long seed)
            throws UnknownLayerException {
        this(model, type, features, RowShape.FLAT, RowShape.FLAT, most, seed);
    }

    /**
     * @param most rows of a block, and twice as many of a batch
     */
    Both(
            Function<DataType, MultiLayerConfiguration> model,
            DataType type,
            int features,
            RowShape input,
            RowShape output,
            int most,
            long seed)
            throws UnknownLayerException {
        this(
                blueprint(dataType -> new Configuration.Layers(model.apply(dataType)), input, output),
                type,
                features,
                most,
                seed);
    }

    /**
     * A graph of rows.
     *
     * @param most rows of a block, and twice as many of a batch
     */
    static Both graph(Function<DataType, ComputationGraphConfiguration> model, DataType type, int features, int most)
            throws UnknownLayerException {
        return new Both(
                blueprint(dataType -> new Configuration.Graph(model.apply(dataType)), RowShape.FLAT, RowShape.FLAT),
                type,
                features,
                most,
                1);
    }

    private Both(Blueprint blueprint, DataType type, int features, int most, long seed) throws UnknownLayerException {
        this.type = type;
        this.random = new Random(seed);
        this.theirs = DifferentiableNetwork.of(blueprint, type);
        DifferentiableNetwork shell = DifferentiableNetwork.of(blueprint, type);
        Kernel<?> kernel = type == DataType.DOUBLE ? new DoubleKernel() : new FloatKernel();
        this.ours = new EngineNetwork(
                shell,
                new StageReader<>(kernel, most, 2 * most)
                        .read(blueprint.configure(type), features, blueprint.input())
                        .on(shell));
        double[] start = random.doubles(theirs.parameters().length())
                .map(u -> 0.6 * u - 0.3)
                .toArray();
        theirs.set(start);
        ours.set(start);
        Stream.of(theirs, ours)
                .map(DifferentiableNetwork::layers)
                .flatMap(List::stream)
                .forEach(Both::mendVariance);
    }

    /** Variances are not negative. */
    private static void mendVariance(Trainable layer) {
        if (layer.numParams() > 0 && layer.paramTable(false).containsKey("var")) {
            layer.paramTable(false).get("var").addi(1);
        }
    }

    private static Blueprint blueprint(Function<DataType, Configuration> model, RowShape input, RowShape output) {
        return new Blueprint() {
            @Override
            public Configuration configure(DataType type) {
                return model.apply(type);
            }

            @Override
            public Data rows() {
                return Data.NONE;
            }

            @Override
            public RowShape input() {
                return input;
            }

            @Override
            public RowShape output() {
                return output;
            }

            @Override
            public boolean isPlain() {
                return false;
            }
        };
    }

    INDArray features(int rows, int features) {
        return table(rows, features, 2, -1);
    }

    /** One-hot. */
    INDArray classes(int rows, int classes) {
        INDArray table = Nd4j.zeros(type, rows, classes);
        for (int row = 0; row < rows; row++) {
            table.putScalar(row, random.nextInt(classes), 1);
        }
        return table;
    }

    INDArray targets(int rows, int targets) {
        return table(rows, targets, 1, 0);
    }

    private INDArray table(int rows, int columns, double width, double from) {
        return Nd4j.createFromArray(random.doubles((long) rows * columns)
                        .map(u -> from + width * u)
                        .toArray())
                .castTo(type)
                .reshape('c', rows, columns);
    }

    /** Holds loss, outputs and every array of the gradient of both to each other. */
    void agree(INDArray x, INDArray y, String what) {
        double bound = type == DataType.DOUBLE ? DOUBLE_ROUNDING : FLOAT_ROUNDING;
        double score = differentiate(theirs, x, y);
        assertThat(score).as(what).isFinite();
        assertThat(Math.abs(differentiate(ours, x, y) - score))
                .as(what + ": loss")
                .isLessThan(bound * Math.max(1, score));
        long at = 0;
        for (Trainable layer : theirs.layers()) {
            if (layer.numParams() == 0) {
                continue;
            }
            for (Map.Entry<String, INDArray> array : layer.paramTable(false).entrySet()) {
                long to = at + array.getValue().length();
                close(
                        theirs.gradient(),
                        ours.gradient(),
                        at,
                        to,
                        bound,
                        what + ": " + array.getKey() + " of "
                                + layer.getConfig().getClass().getSimpleName());
                at = to;
            }
        }
        INDArray outputs = theirs.output(x).dup('c');
        DifferentiableNetwork.Seen seen = ours.see(x, y);
        close(outputs, seen.outputs(), 0, outputs.length(), bound, what + ": outputs");
        assertThat(Math.abs(seen.loss() - theirs.loss(x, y)))
                .as(what + ": loss seen")
                .isLessThan(bound * Math.max(1, score));
    }

    /** Takes steps of both and holds their losses to each other. */
    void walk(INDArray x, INDArray y, int steps, String what) {
        double bound = type == DataType.DOUBLE ? DOUBLE_ROUNDING : FLOAT_ROUNDING;
        int rows = (int) x.size(0);
        for (int step = 0; step < steps; step++) {
            double score = differentiate(theirs, x, y);
            assertThat(differentiate(ours, x, y))
                    .as("%s, step %d", what, step)
                    .isCloseTo(score, within(bound * Math.max(1, score)));
            for (DifferentiableNetwork network : List.of(theirs, ours)) {
                network.treatGradient(rows, step);
                network.parameters().subi(network.gradient().mul(0.05));
            }
        }
    }

    /** The gradient, dropout drawn from one seed. */
    static double differentiate(DifferentiableNetwork network, INDArray x, INDArray y) {
        Nd4j.getRandom().setSeed(5);
        return network.differentiate(x, y);
    }

    private static void close(INDArray expected, INDArray found, long from, long to, double bound, String what) {
        double[] a = expected.dup('c').data().asDouble();
        double[] b = found.dup('c').data().asDouble();
        double largest = 0;
        for (int i = (int) from; i < to; i++) {
            assertThat(a[i]).as(what).isFinite();
            largest = Math.max(largest, Math.abs(a[i]));
        }
        for (int i = (int) from; i < to; i++) {
            assertThat(Math.abs(a[i] - b[i]))
                    .as("%s, number %d of %d: %s and %s", what, i - from, to - from, a[i], b[i])
                    .isLessThanOrEqualTo(bound * Math.max(largest, 1e-3));
        }
    }

    @Override
    public void close() {
        theirs.close();
        ours.close();
    }
}
