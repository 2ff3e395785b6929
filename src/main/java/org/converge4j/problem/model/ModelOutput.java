package org.converge4j.problem.model;

import org.converge4j.catalog.message.Mismatch;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.ProblemException;
import org.converge4j.problem.data.Sequences;
import org.converge4j.problem.model.ModelEnds.Place;
import org.converge4j.problem.network.RowShape;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Cnn3DLossLayer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.objdetect.Yolo2OutputLayer;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;

/** Finds out what a model's last layer predicts of a row of the data, and gives the rows such targets. */
final class ModelOutput {
    private final String name;
    private final Data data;
    private final Place last;
    private final long outputs;

    /**
     * @param name of the model's file, for messages
     */
    ModelOutput(String name, Data data, ModelEnds ends) {
        this.name = name;
        this.data = data;
        this.last = ends.last();
        this.outputs = ends.outputs();
    }

    /** The rows as the model takes them: one label a sequence or one a step; of two classes, one column for one sigmoid output. */
    Data rows(RowShape input) {
        refuseOthers();
        Data labelled = LayerKinds.givesSequences(last.layer()) ? byStep(input) : data.labelledByRow();
        return isYesOrNo() ? labelled.asOneColumn() : labelled;
    }

    /**
     * What a row of targets is.
     *
     * @param rows as {@link #rows} gave them
     */
    RowShape shape(Data rows) {
        checkSize(rows);
        return LayerKinds.givesSequences(last.layer())
                ? new RowShape(rows.targets(), LayerKinds.isSizeLast(last.layer()))
                : RowShape.FLAT;
    }

    private Data byStep(RowShape input) {
        if (data.isLabelledByStep()) {
            return data;
        }
        int steps = input.isSequence() ? data.features() / input.stepSize() : 0;
        if (steps > 0 && !data.isClassification() && data.targets() == steps * Math.max(1, outputs)) {
            return data.in(Sequences.whole(steps, name).labelled(true));
        }
        throw mismatch(
                "an output for every row, as of LastTimeStep or GlobalPoolingLayer and OutputLayer, or data with a"
                        + " target for every step (sequence:, a folder of sequences, or " + Math.max(1, outputs)
                        + " target columns a step)",
                "one for every step");
    }

    private void refuseOthers() {
        Layer layer = LayerKinds.unwrapped(last.layer());
        if (layer instanceof CnnLossLayer || layer instanceof Cnn3DLossLayer || layer instanceof Yolo2OutputLayer) {
            throw mismatch("a last layer that predicts columns of a table", "one that predicts pictures");
        }
        boolean isOfDl4j = layer.getClass().getName().startsWith("org.deeplearning4j.");
        if (isOfDl4j && !LayerKinds.hasLoss(layer)) {
            throw mismatch("a last layer with a loss, such as OutputLayer, RnnOutputLayer or LossLayer", "none");
        }
    }

    /** Whether two classes are told apart by one output, the probability of the second. */
    private boolean isYesOrNo() {
        return data.columns().classes().size() == 2
                && LayerKinds.unwrapped(last.layer()) instanceof BaseLayer layer
                && outputs == 1
                && layer.getActivationFn() instanceof ActivationSigmoid;
    }

    private void checkSize(Data rows) {
        if (LayerKinds.hasLoss(last.layer()) && outputs > 0 && outputs != rows.targets()) {
            throw mismatch(
                    rows.targets() + " outputs, the data's " + (data.isClassification() ? "classes" : "targets"),
                    Long.toString(outputs));
        }
    }

    private ProblemException mismatch(String expected, String found) {
        return new ProblemException(name + ": " + last.spoken() + Mismatch.of(expected, found));
    }
}
