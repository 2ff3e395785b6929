package org.converge4j.problem.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.ProblemException;
import org.converge4j.problem.network.Configuration;
import org.converge4j.problem.network.InputShape;
import org.converge4j.problem.network.Sizes;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;

/** Finds out whether a model's first and last layer fit the data's columns, and what its input takes a row for. */
final class ModelInput {
    private final String name;
    private final Data data;

    /**
     * @param name of the model's file, for messages
     */
    ModelInput(String name, Data data) {
        this.name = name;
        this.data = data;
    }

    /** The input of a model. */
    InputShape of(ModelText text) {
        Configuration configuration = ModelTrial.configure(text, name);
        Sizes.check(configuration, name);
        return configuration instanceof Configuration.Layers layers
                ? layers(layers.configuration())
                : graph(((Configuration.Graph) configuration).configuration());
    }

    /** The rows as a model takes them: of two classes, one column of 0 and 1 for one sigmoid output. */
    Data rows(ModelText text) {
        return last(ModelTrial.configure(text, name)).filter(this::isYesOrNo).isPresent() ? data.asOneColumn() : data;
    }

    private static Optional<Layer> last(Configuration configuration) {
        if (configuration instanceof Configuration.Layers layers) {
            int count = layers.configuration().getConfs().size();
            return Optional.of(layers.configuration().getConf(count - 1).getLayer());
        }
        ComputationGraphConfiguration graph = ((Configuration.Graph) configuration).configuration();
        return graph.getNetworkOutputs().stream()
                .map(graph.getVertices()::get)
                .filter(LayerVertex.class::isInstance)
                .map(vertex -> ((LayerVertex) vertex).getLayerConf().getLayer())
                .findFirst();
    }

    private InputShape layers(MultiLayerConfiguration model) {
        int last = model.getConfs().size() - 1;
        checkOutput(model.getConf(last).getLayer(), "layer " + last);
        return input(model.getConf(0).getLayer(), model.getInputPreProcess(0), "layer 0");
    }

    private InputShape graph(ComputationGraphConfiguration model) {
        if (model.getNetworkInputs().size() != 1 || model.getNetworkOutputs().size() != 1) {
            throw new ProblemException(name + ": "
                    + Mismatch.of(
                            "a graph with one input and one output",
                            "inputs " + model.getNetworkInputs() + " and outputs " + model.getNetworkOutputs()));
        }
        String output = model.getNetworkOutputs().get(0);
        if (model.getVertices().get(output) instanceof LayerVertex vertex) {
            checkOutput(vertex.getLayerConf().getLayer(), "vertex " + output);
        }
        String input = model.getNetworkInputs().get(0);
        Optional<Map.Entry<String, GraphVertex>> first = model.getVertices().entrySet().stream()
                .filter(v -> model.getVertexInputs()
                        .getOrDefault(v.getKey(), List.of())
                        .contains(input))
                .filter(v -> v.getValue() instanceof LayerVertex)
                .findFirst();
        return first.map(v -> input(
                        ((LayerVertex) v.getValue()).getLayerConf().getLayer(),
                        ((LayerVertex) v.getValue()).getPreProcessor(),
                        "vertex " + v.getKey()))
                .orElse(InputShape.FLAT);
    }

    private InputShape input(Layer outer, @Nullable InputPreProcessor folded, String where) {
        Layer layer = unwrapped(outer);
        String kind = name + ": " + where + " (" + layer.getClass().getSimpleName() + "): ";
        if (folded instanceof FeedForwardToCnnPreProcessor images) {
            long pixels = images.getInputHeight() * images.getInputWidth() * images.getNumChannels();
            if (pixels != data.features()) {
                throw new ProblemException(kind
                        + Mismatch.of(
                                features(),
                                "images of " + images.getInputHeight() + " × " + images.getInputWidth() + " × "
                                        + images.getNumChannels() + " = " + pixels));
            }
            return InputShape.FLAT;
        }
        if (layer instanceof ConvolutionLayer) {
            throw new ProblemException(kind
                    + Mismatch.of(
                            "a model made with setInputType(InputType.convolutionalFlat(height, width, channels)), for rows are flat",
                            "images as its input"));
        }
        if (!(layer instanceof FeedForwardLayer sized)) {
            return InputShape.FLAT;
        }
        if (layer instanceof BaseRecurrentLayer && data.features() % sized.getNIn() == 0) {
            return new InputShape(Math.toIntExact(sized.getNIn()));
        }
        if (sized.getNIn() != data.features()) {
            throw new ProblemException(kind + Mismatch.of(features(), Long.toString(sized.getNIn())));
        }
        return InputShape.FLAT;
    }

    private String features() {
        return data.features() + " inputs, the data's features";
    }

    /**
     * Whether two classes are told apart by one output, the probability of the second.
     *
     * @param outer the last layer
     */
    private boolean isYesOrNo(Layer outer) {
        return data.columns().classes().size() == 2
                && unwrapped(outer) instanceof BaseOutputLayer output
                && output.getNOut() == 1
                && output.getActivationFn() instanceof ActivationSigmoid;
    }

    private void checkOutput(Layer outer, String where) {
        Layer layer = unwrapped(outer);
        String kind = name + ": " + where + " (" + layer.getClass().getSimpleName() + "): ";
        if (layer instanceof RnnOutputLayer) {
            throw new ProblemException(kind
                    + Mismatch.of("an output for every row, as of LastTimeStep and OutputLayer", "one for every step"));
        }
        if (layer instanceof BaseOutputLayer output && output.getNOut() != data.targets()) {
            throw new ProblemException(kind
                    + Mismatch.of(
                            data.targets() + " outputs, the data's "
                                    + (data.isClassification() ? "classes" : "targets"),
                            Long.toString(output.getNOut())));
        }
    }

    private static Layer unwrapped(Layer layer) {
        if (layer instanceof FrozenLayer frozen) {
            return unwrapped(frozen.getLayer());
        }
        return layer instanceof BaseWrapperLayer wrapper ? unwrapped(wrapper.getUnderlying()) : layer;
    }
}
