package org.converge4j.train.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.converge4j.train.dense.DenseNetwork;
import org.converge4j.train.dense.Layer;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Scene;
import org.converge4j.updater.Block;
import org.converge4j.updater.Blocks;
import org.deeplearning4j.nn.api.Trainable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Makes out what problems show to rules that look. */
public final class Scenes {
    private Scenes() {}

    /** Of a network that a stack computes, as DL4J lays it out. */
    public static Scene of(DenseNetwork network, ProblemFacts facts) {
        List<Block> blocks = new ArrayList<>();
        int from = 0;
        for (int index = 0; index < network.layers().size(); index++) {
            Layer layer = network.layers().get(index);
            int weights = layer.inputs() * layer.units();
            blocks.add(new Block(index + "_W", from, layer.units(), layer.inputs(), true));
            blocks.add(new Block(index + "_b", from + weights, layer.units(), 1, false));
            from += layer.parameters();
        }
        return new Scene(blocks, facts.floor());
    }

    /**
     * Of what a trial's updater governs in a DL4J network, counted from the first number that it governs; nothing where neither the
     * updater nor what is around it looks.
     */
    public static Scene of(DifferentiableNetwork network, ProblemFacts facts, Replica replica) {
        if (Needs.of(replica.updater(), replica.treatment()).isEmpty()) {
            return Scene.NONE;
        }
        List<Block> blocks = new ArrayList<>();
        int from = 0;
        int index = 0;
        for (Trainable layer : network.layers()) {
            Map<String, INDArray> parameters = layer.numParams() == 0 ? Map.of() : layer.paramTable(false);
            for (Map.Entry<String, INDArray> parameter : parameters.entrySet()) {
                if (Segment.isGoverned(layer, parameter.getKey())) {
                    blocks.addAll(Blocks.of(
                            index + "_" + parameter.getKey(),
                            layer.getConfig(),
                            parameter.getKey(),
                            parameter.getValue(),
                            from));
                    from += Math.toIntExact(parameter.getValue().length());
                }
            }
            index++;
        }
        return new Scene(blocks, facts.floor());
    }
}
