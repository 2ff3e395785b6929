package org.converge4j.problem.model;

import java.util.Arrays;
import java.util.Optional;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.ProblemException;
import org.converge4j.problem.model.ModelEnds.Place;
import org.converge4j.problem.network.RowShape;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToCnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;

/** Finds out what a model's input takes a row of the data for, and whether it fits. */
final class ModelInput {
    private final String name;
    private final Data data;
    private final ModelEnds ends;

    /**
     * @param name of the model's file, for messages
     */
    ModelInput(String name, Data data, ModelEnds ends) {
        this.name = name;
        this.data = data;
        this.ends = ends;
    }

    /** What a row is. */
    RowShape shape() {
        if (ends.folding().orElse(null) instanceof FeedForwardToCnnPreProcessor images) {
            return images(images);
        }
        boolean sequence = ends.folding()
                .filter(folding ->
                        folding instanceof RnnToFeedForwardPreProcessor || folding instanceof RnnToCnnPreProcessor)
                .isPresent();
        for (Place place : ends.first()) {
            Layer layer = LayerKinds.unwrapped(place.layer());
            if (layer instanceof EmbeddingLayer || layer instanceof EmbeddingSequenceLayer) {
                return words(place);
            }
            sequence |= LayerKinds.takesSequences(place.layer());
            if (!sequence && (layer instanceof ConvolutionLayer || layer instanceof SubsamplingLayer)) {
                throw mismatch(
                        place,
                        "a model made with setInputType(InputType.convolutionalFlat(height, width, channels)), for rows are flat",
                        "images as its input");
            }
            if (LayerKinds.inputs(place.layer()) > 0) {
                return sequence ? sequence(place) : flat(place, LayerKinds.inputs(place.layer()));
            }
        }
        return RowShape.FLAT;
    }

    private RowShape sequence(Place place) {
        int size = Math.toIntExact(LayerKinds.inputs(place.layer()));
        Optional<Integer> ofStep = data.sequences().map(rows -> data.features() / rows.steps());
        if (ofStep.isPresent() && ofStep.get() != size) {
            throw mismatch(place, ofStep.get() + " inputs, the features of a step", Integer.toString(size));
        }
        if (data.features() % size != 0) {
            throw mismatch(
                    place,
                    "inputs that divide the data's " + data.features() + " features into equal steps",
                    Integer.toString(size));
        }
        return new RowShape(size, LayerKinds.isSizeLast(place.layer()));
    }

    private RowShape flat(Place place, long inputs) {
        refuseRagged(place);
        if (inputs != data.features()) {
            throw mismatch(place, features(), Long.toString(inputs));
        }
        return RowShape.FLAT;
    }

    private RowShape images(FeedForwardToCnnPreProcessor images) {
        Place place = ends.first().get(0);
        refuseRagged(place);
        long pixels = images.getInputHeight() * images.getInputWidth() * images.getNumChannels();
        if (pixels != data.features()) {
            throw mismatch(
                    place,
                    features(),
                    "images of " + images.getInputHeight() + " × " + images.getInputWidth() + " × "
                            + images.getNumChannels() + " = " + pixels);
        }
        return RowShape.FLAT;
    }

    /** Numbers that stand for words: one, or a row of them. */
    private RowShape words(Place place) {
        refuseRagged(place);
        long words = LayerKinds.inputs(place.layer());
        if (LayerKinds.unwrapped(place.layer()) instanceof EmbeddingLayer && data.features() != 1) {
            throw mismatch(place, "one feature, the number of a word", data.features() + " features");
        }
        Arrays.stream(data.x())
                .filter(value -> value < 0 || value >= words || value != Math.rint(value))
                .findFirst()
                .ifPresent(value -> {
                    throw mismatch(
                            place,
                            "features that are whole numbers from 0 to " + (words - 1) + ", of one of its " + words
                                    + " words each",
                            Double.toString(value));
                });
        return RowShape.FLAT;
    }

    private void refuseRagged(Place place) {
        if (data.isRagged()) {
            throw mismatch(
                    place,
                    "sequences of one length, for it takes a row at once (recurrent layers take any lengths)",
                    "shorter ones");
        }
    }

    private String features() {
        return data.features() + " inputs, the data's features";
    }

    private ProblemException mismatch(Place place, String expected, String found) {
        return new ProblemException(name + ": " + place.spoken() + Mismatch.of(expected, found));
    }
}
