package org.converge4j.problem.network;

import java.util.List;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A DL4J network of either kind as a function of one flat parameter vector, with its gradient. */
public interface DifferentiableNetwork extends AutoCloseable {
    /** A new network. */
    static DifferentiableNetwork of(Blueprint blueprint, DataType type) {
        Configuration configuration = blueprint.configure(type);
        Sizes.check(configuration, "network");
        if (configuration instanceof Configuration.Layers layers) {
            MultiLayerNetwork network = new MultiLayerNetwork(layers.configuration());
            network.init();
            return new LayeredNetwork(network, blueprint.input(), blueprint.output());
        }
        if (configuration instanceof Configuration.Graph model) {
            ComputationGraph graph = new ComputationGraph(model.configuration());
            graph.init();
            return new GraphNetwork(graph, blueprint.input(), blueprint.output());
        }
        throw new IllegalArgumentException("a function has no network");
    }

    /** All parameters, in DL4J's flat order; a view. */
    INDArray parameters();

    /** Gives all parameters new values, in the same order. */
    default void set(double[] values) {
        parameters().assign(Nd4j.createFromArray(values).castTo(parameters().dataType()));
    }

    /** The gradient last computed, in the same order; a view. */
    INDArray gradient();

    /**
     * Computes the gradient as DL4J does in training, dropout included, and leaves the sum over the rows in
     * {@link #gradient()}.
     *
     * @param x features, a row each
     * @param y targets, a row each
     * @return DL4J's score of these rows: their mean loss, and what regularisation adds
     */
    double differentiate(INDArray x, INDArray y);

    /**
     * Turns the sum that {@link #differentiate} left into what DL4J hands to an updater: divided by the rows, normalised and
     * regularised as the layers ask.
     *
     * @param iteration from 0
     */
    void treatGradient(int rows, int iteration);

    /** Applies the layers' constraints to the parameters. */
    void constrain(int iteration);

    /** The mean loss of rows without dropout, and what regularisation adds to it. */
    double loss(INDArray x, INDArray y);

    /** What regularisation adds to the loss. */
    double regularisation();

    /** What the network predicts for features. */
    INDArray output(INDArray x);

    /** Outputs and loss of rows. */
    default Seen see(INDArray x, INDArray y) {
        return new Seen(output(x), loss(x, y));
    }

    /**
     * Multiplications of a forward pass of one row: a layer's parameters as often as they are at work, once in a dense layer, at every
     * place of a convolution and at every step of a sequence.
     */
    long products(INDArray row);

    /** The layers, in the order of the flat parameters. */
    List<? extends Trainable> layers();

    /**
     * Gives back the parameters and the gradient. DL4J's own way to close a network also collects the whole heap, twice, and
     * takes down the thread's workspaces, which the next network needs again.
     */
    @Override
    void close();

    /**
     * What a look shows.
     *
     * @param outputs as by {@link #output}
     * @param loss as by {@link #loss}
     */
    record Seen(INDArray outputs, double loss) {}

    /** Gives back the memory of arrays. */
    static void free(INDArray... arrays) {
        for (INDArray array : arrays) {
            if (array.closeable()) {
                array.close();
            }
        }
    }
}
