package org.converge4j.train.engine;

import static org.converge4j.train.engine.UnknownLayerException.expect;

import java.util.ArrayList;
import java.util.List;
import org.converge4j.problem.network.Configuration;
import org.converge4j.problem.network.RowShape;
import org.converge4j.train.engine.Plan.Part;
import org.converge4j.train.layer.Head;
import org.converge4j.train.layer.Kernel;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;

/** Plans the stages of a DL4J configuration, in doubt none. */
final class StageReader<A> {
    /** Rows of a batch that may be looked at together, for which there must be memory. */
    private static final int MOST_TOGETHER = 512;

    private final Kernel<A> kernel;
    private final int block;
    private final int batch;

    /**
     * @param block rows that may go through by themselves
     * @param batch rows of a step
     */
    StageReader(Kernel<A> kernel, int block, int batch) {
        this.kernel = kernel;
        this.block = block;
        this.batch = batch;
    }

    /**
     * The plan.
     *
     * @param features of a row
     * @param input what a row is
     * @throws UnknownLayerException if there is something in the configuration that is left to DL4J
     */
    Plan<A> read(Configuration configuration, int features, RowShape input) throws UnknownLayerException {
        expect(!input.sizeLast(), "channels last");
        Reading<A> start = new Reading<>(kernel, features, input.stepSize());
        if (configuration instanceof Configuration.Layers row) {
            return read(row.configuration(), features, start);
        }
        if (configuration instanceof Configuration.Graph graph) {
            GraphReader<A> reader = new GraphReader<>(graph.configuration(), start);
            Head<A> head = reader.read();
            return new Plan<>(kernel, reader.parts(), head, features, most(reader.layers()));
        }
        throw new UnknownLayerException("a function");
    }

    private Plan<A> read(MultiLayerConfiguration network, int features, Reading<A> start) throws UnknownLayerException {
        expect(network.getBackpropType() == BackpropType.Standard, "truncated backpropagation");
        List<Layer> layers = network.getConfs().stream()
                .map(NeuralNetConfiguration::getLayer)
                .toList();
        List<Part<A>> parts = new ArrayList<>();
        Reading<A> reading = start;
        int last = layers.size() - 1;
        for (int at = 0; at < last; at++) {
            reading = reading.then(Integer.toString(at));
            reading.preprocess(network.getInputPreProcess(at));
            new LayerReader<>(reading).add(layers.get(at));
            parts.addAll(reading.parts());
        }
        reading = reading.then(Integer.toString(last));
        reading.preprocess(network.getInputPreProcess(last));
        Head<A> head = HeadReader.end(reading, layers.get(last));
        parts.addAll(reading.parts());
        return new Plan<>(kernel, parts, head, features, most(layers));
    }

    /** Rows that go through together: those of a batch where a layer looks across them. */
    private int most(List<Layer> layers) throws UnknownLayerException {
        boolean isTogether = layers.stream().anyMatch(LayerReader::takesBatch);
        expect(
                !isTogether || batch <= MOST_TOGETHER,
                "batches of more than " + MOST_TOGETHER + " rows in batch normalisation or dropout");
        return isTogether ? batch : block;
    }
}
