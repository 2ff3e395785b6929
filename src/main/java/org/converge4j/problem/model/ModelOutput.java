package org.converge4j.problem.model;

import java.util.Optional;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.ProblemException;
import org.converge4j.problem.data.Sequences;
import org.converge4j.problem.model.ModelEnds.Place;
import org.converge4j.problem.network.RowShape;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.Cnn3DLossLayer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.objdetect.Yolo2OutputLayer;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;

/** Finds out what a model's last layer predicts of a row of the data, and gives the rows such targets. */
final class ModelOutput {
    private final String name;
    private final Data data;
    private final Optional<Place> last;

    /**
     * @param name of the model's file, for messages
     */
    ModelOutput(String name, Data data, Optional<Place> last) {
        this.name = name;
        this.data = data;
        this.last = last;
    }

    /** The rows as the model takes them: one label a sequence or one a step; of two classes, one column for one sigmoid output. */
    Data rows(RowShape input) {
        last.ifPresent(this::refuseOthers);
        boolean byStep =
                last.filter(place -> LayerKinds.givesSequences(place.layer())).isPresent();
        Data labelled = byStep ? byStep(last.orElseThrow(), input) : data.labelledByRow();
        return last.filter(this::isYesOrNo).isPresent() ? labelled.asOneColumn() : labelled;
    }

    /**
     * What a row of targets is.
     *
     * @param rows as {@link #rows} gave them
     */
    RowShape shape(Data rows) {
        last.ifPresent(place -> checkSize(place, rows));
        return last.filter(place -> LayerKinds.givesSequences(place.layer()))
                .map(place -> new RowShape(rows.targets(), LayerKinds.isSizeLast(place.layer())))
                .orElse(RowShape.FLAT);
    }

    private Data byStep(Place place, RowShape input) {
        if (data.isLabelledByStep()) {
            return data;
        }
        int steps = input.isSequence() ? data.features() / input.stepSize() : 0;
        long outputs = LayerKinds.unwrapped(place.layer()) instanceof BaseOutputLayer output ? output.getNOut() : 1;
        if (steps > 0 && !data.isClassification() && data.targets() == steps * outputs) {
            return data.in(new Sequences(steps, true, false));
        }
        throw mismatch(
                place,
                "an output for every row, as of LastTimeStep or GlobalPoolingLayer and OutputLayer, or data with a"
                        + " target for every step (sequence:, a folder of sequences, or " + outputs
                        + " target columns a step)",
                "one for every step");
    }

    private void refuseOthers(Place place) {
        Layer layer = LayerKinds.unwrapped(place.layer());
        if (layer instanceof CnnLossLayer || layer instanceof Cnn3DLossLayer || layer instanceof Yolo2OutputLayer) {
            throw mismatch(place, "a last layer that predicts columns of a table", "one that predicts pictures");
        }
        if (layer instanceof FeedForwardLayer && !(layer instanceof BaseOutputLayer)) {
            throw mismatch(place, "a last layer with a loss, such as OutputLayer, RnnOutputLayer or LossLayer", "none");
        }
    }

    /** Whether two classes are told apart by one output, the probability of the second. */
    private boolean isYesOrNo(Place place) {
        return data.columns().classes().size() == 2
                && LayerKinds.unwrapped(place.layer()) instanceof BaseOutputLayer output
                && output.getNOut() == 1
                && output.getActivationFn() instanceof ActivationSigmoid;
    }

    private void checkSize(Place place, Data rows) {
        if (LayerKinds.unwrapped(place.layer()) instanceof BaseOutputLayer output
                && output.getNOut() != rows.targets()) {
            throw mismatch(
                    place,
                    rows.targets() + " outputs, the data's " + (data.isClassification() ? "classes" : "targets"),
                    Long.toString(output.getNOut()));
        }
    }

    private ProblemException mismatch(Place place, String expected, String found) {
        return new ProblemException(name + ": " + place.spoken() + Mismatch.of(expected, found));
    }
}
