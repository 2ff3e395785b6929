package org.converge4j.problem;

import java.nio.file.Path;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Precision;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.Randomness;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.nd4j.linalg.api.buffer.DataType;

/** A problem ready to train: rows in memory, a network to configure, the starting point of every seed. */
public final class LoadedProblem {
    private static final int MOST_NAMES = 100;

    private final Problem problem;
    private final Data data;
    private final Network network;
    private final ProblemFacts facts;

    private LoadedProblem(Problem problem, Data data, Network network) {
        this.problem = problem;
        this.data = data;
        this.network = network;
        int parameters = parameters(configuration(Precision.DOUBLE));
        if (!problem.start().isEmpty() && problem.start().size() != parameters) {
            throw new ProblemException("problem " + problem.name() + ": start.values: found "
                    + problem.start().size() + " numbers; the network has " + parameters
                    + " parameters (DL4J's flat order: weights, then bias)");
        }
        this.facts = facts(parameters);
    }

    /**
     * Reads or generates the rows.
     *
     * @param base the folder that file settings are relative to
     * @throws ProblemException if data or network cannot be used as described
     */
    public static LoadedProblem load(Problem problem, Catalog catalog, Path base) {
        DataSource source = (DataSource)
                catalog.data(problem.data().variant(), problem.data().settings());
        Network network = (Network)
                catalog.network(problem.network().variant(), problem.network().settings());
        return new LoadedProblem(problem, source.load(base), network);
    }

    private ProblemFacts facts(int parameters) {
        boolean quadratic = network.isLeastSquares() && !data.isClassification();
        Columns columns = data.columns();
        return new ProblemFacts(
                data.rows(),
                data.features(),
                data.targets(),
                parameters,
                data.hash(),
                quadratic ? Floor.of(data) : Optional.empty(),
                data.test().map(Data::rows).orElse(0),
                columns.features().stream().limit(MOST_NAMES).toList(),
                columns.targets(),
                columns.classes(),
                LayerFacts.of(configuration(Precision.DOUBLE)),
                quadratic ? Spectrum.of(data) : Optional.empty());
    }

    /** The training set. */
    public Data data() {
        return data;
    }

    /** Sizes, hash and floor. */
    public ProblemFacts facts() {
        return facts;
    }

    /** A new configuration of the network. */
    public MultiLayerConfiguration configuration(Precision precision) {
        DataType type = precision == Precision.DOUBLE ? DataType.DOUBLE : DataType.FLOAT;
        return network.configure(data, type);
    }

    /**
     * The starting parameters of a seed in DL4J's flat order: those the experiment fixes, or PyTorch's default for linear
     * layers, weights and bias from U(−1/√fan-in, 1/√fan-in).
     */
    public double[] start(long seed) {
        if (!problem.start().isEmpty()) {
            return problem.start().stream().mapToDouble(Double::doubleValue).toArray();
        }
        RandomGenerator uniform = Randomness.START.stream(seed);
        double[] start = new double[facts.parameters()];
        int next = 0;
        for (var layer : configuration(Precision.DOUBLE).getConfs()) {
            FeedForwardLayer dense = (FeedForwardLayer) layer.getLayer();
            double bound = 1 / Math.sqrt((double) dense.getNIn());
            for (long i = (dense.getNIn() + 1) * dense.getNOut(); i > 0; i--) {
                start[next++] = bound * (2 * uniform.nextDouble() - 1);
            }
        }
        return start;
    }

    private static int parameters(MultiLayerConfiguration configuration) {
        return configuration.getConfs().stream()
                .mapToInt(conf -> Math.toIntExact(conf.getLayer().initializer().numParams(conf)))
                .sum();
    }
}
