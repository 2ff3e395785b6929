package org.converge4j.problem;

import java.util.random.RandomGenerator;
import org.converge4j.experiment.Randomness;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.network.Blueprint;
import org.converge4j.problem.network.Configuration;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.nd4j.linalg.api.buffer.DataType;

/** Starting parameters, in DL4J's flat order, decided by a seed. */
final class Start {
    private Start() {}

    /** PyTorch's default for linear layers: weights and bias of each from U(−1/√fan-in, 1/√fan-in). */
    static double[] uniform(MultiLayerConfiguration layers, int parameters, long seed) {
        RandomGenerator uniform = Randomness.START.stream(seed);
        double[] start = new double[parameters];
        int next = 0;
        for (NeuralNetConfiguration layer : layers.getConfs()) {
            FeedForwardLayer dense = (FeedForwardLayer) layer.getLayer();
            double bound = 1 / Math.sqrt((double) dense.getNIn());
            for (long i = (dense.getNIn() + 1) * dense.getNOut(); i > 0; i--) {
                start[next++] = bound * (2 * uniform.nextDouble() - 1);
            }
        }
        return start;
    }

    /** What the model's own weight initialisation draws. */
    static double[] ofModel(Blueprint blueprint, long seed) {
        Blueprint seeded = new Blueprint() {
            @Override
            public Configuration configure(DataType type) {
                return seed(blueprint.configure(type), dl4jSeed(seed));
            }

            @Override
            public Data rows() {
                return blueprint.rows();
            }

            @Override
            public boolean isPlain() {
                return false;
            }
        };
        try (DifferentiableNetwork network = DifferentiableNetwork.of(seeded, DataType.DOUBLE)) {
            return network.parameters().dup().data().asDouble();
        }
    }

    /** DL4J keeps 31 bits of a seed and reads 0 as the clock. */
    private static long dl4jSeed(long seed) {
        return 1L + Randomness.START.stream(seed).nextInt(Integer.MAX_VALUE - 1);
    }

    private static Configuration seed(Configuration configuration, long seed) {
        if (configuration instanceof Configuration.Layers layers) {
            layers.configuration().getConfs().forEach(conf -> conf.setSeed(seed));
        } else if (configuration instanceof Configuration.Graph graph) {
            ComputationGraphConfiguration model = graph.configuration();
            model.getDefaultConfiguration().setSeed(seed);
            model.getVertices().values().forEach(vertex -> {
                if (vertex instanceof LayerVertex layer) {
                    layer.getLayerConf().setSeed(seed);
                }
            });
        }
        return configuration;
    }
}
