package org.converge4j.train.engine;

import java.util.Optional;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.network.Configuration;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.converge4j.train.dense.DenseReader;
import org.converge4j.train.layer.DoubleKernel;
import org.converge4j.train.layer.FloatKernel;
import org.converge4j.train.layer.Kernel;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;

/** Chooses who computes a network's passes. The choice depends on problem and training alone, never on how many runs there are. */
public final class Engine {
    /** Multiplications of a step's forward pass from which it pays for a network that a stack could take. */
    private static final long FEWEST_PRODUCTS = 1 << 20;

    /** The same where such a network is wide: it wins over one of 90 replicas, of fewer long before. */
    private static final long FEWEST_WIDE_PRODUCTS = 1 << 17;

    /** Inputs and units of a wide layer: where replicas share their rows, a stack has narrower ones done sooner. */
    private static final long WIDE = 32;

    /** Multiplications of a row that are enough where each replica has rows of its own, which a stack must put side by side. */
    private static final long MANY = 1 << 10;

    /** Rows that go through together, unless a batch has fewer. */
    private static final int BLOCK = 64;

    private Engine() {}

    /** A new network, its parameters not yet those of a run: DL4J's, its passes ours where we know all of it. */
    public static DifferentiableNetwork network(LoadedProblem problem, Training training) {
        return pays(problem, training) ? ofAnySize(problem, training) : problem.network(training.precision());
    }

    /** The same, be it worth it or not. */
    public static DifferentiableNetwork ofAnySize(LoadedProblem problem, Training training) {
        DifferentiableNetwork network = problem.network(training.precision());
        try {
            return new EngineNetwork(network, plan(problem, training).on(network));
        } catch (UnknownLayerException unknown) {
            return network;
        }
    }

    /** Why DL4J computes a network that no stack takes; nothing where it does not. */
    public static Optional<String> reason(LoadedProblem problem, Training training) {
        return pays(problem, training) ? unknown(problem, training) : Optional.empty();
    }

    /** Whether a network's passes are ours. */
    public static boolean computes(LoadedProblem problem, Training training) {
        return pays(problem, training) && unknown(problem, training).isEmpty();
    }

    /** The same of one that a stack could take. */
    public static boolean prefers(LoadedProblem problem, Training training) {
        return isLarge(problem, training) && unknown(problem, training).isEmpty();
    }

    /** What of a network we do not know. */
    private static Optional<String> unknown(LoadedProblem problem, Training training) {
        try {
            plan(problem, training);
            return Optional.empty();
        } catch (UnknownLayerException unknown) {
            return Optional.of(String.valueOf(unknown.getMessage()));
        }
    }

    /** What a record says of it; nothing of networks that a stack could take, and does where they are small. */
    public static String said(LoadedProblem problem, Training training) {
        if (!pays(problem, training)) {
            return "";
        }
        return unknown(problem, training).map(why -> ", passes by DL4J: " + why).orElse(", passes by the layer engine");
    }

    /** DL4J's way through a network costs at least a tenth of a millisecond a layer, far more than the arithmetic of a small one. */
    private static boolean pays(LoadedProblem problem, Training training) {
        return isLarge(problem, training)
                || (problem.surface().isEmpty()
                        && DenseReader.read(problem, training).isEmpty());
    }

    private static boolean isLarge(LoadedProblem problem, Training training) {
        double products = (double) training.batchSize(problem.data().rows())
                * problem.facts().products();
        return problem.surface().isEmpty()
                && (products > FEWEST_PRODUCTS || (products > FEWEST_WIDE_PRODUCTS && isWide(problem, training)));
    }

    private static boolean isWide(LoadedProblem problem, Training training) {
        if (!problem.blueprint().isPlain()
                || !(problem.configuration(training.precision()) instanceof Configuration.Layers layers)) {
            return false;
        }
        return training.isFullBatch(problem.data().rows())
                ? layers.configuration().getConfs().stream()
                        .map(NeuralNetConfiguration::getLayer)
                        .anyMatch(layer -> layer instanceof FeedForwardLayer dense
                                && Math.min(dense.getNIn(), dense.getNOut()) >= WIDE)
                : problem.facts().products() >= MANY;
    }

    private static Plan<?> plan(LoadedProblem problem, Training training) throws UnknownLayerException {
        Data data = problem.data();
        UnknownLayerException.expect(!isRagged(data), "sequences of different lengths");
        Kernel<?> kernel = switch (training.precision()) {
            case DOUBLE -> new DoubleKernel();
            case FLOAT -> new FloatKernel();
        };
        return new StageReader<>(kernel, BLOCK, training.batchSize(data.rows()))
                .read(
                        problem.configuration(training.precision()),
                        data.features(),
                        problem.blueprint().input());
    }

    private static boolean isRagged(Data data) {
        return data.isRagged() || data.test().filter(Engine::isRagged).isPresent();
    }
}
