package org.converge4j.train.engine;

import static org.converge4j.train.engine.LayerReader.name;
import static org.converge4j.train.engine.UnknownLayerException.expect;

import java.util.ArrayList;
import java.util.List;
import org.converge4j.train.engine.Plan.LayerPart;
import org.converge4j.train.engine.Plan.Maker;
import org.converge4j.train.engine.Plan.Part;
import org.converge4j.train.layer.Kernel;
import org.converge4j.train.layer.Shape;
import org.converge4j.train.sequence.TurnedStage;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.jspecify.annotations.Nullable;

/** What is known of a configuration up to one of its layers: the parts so far, and what a row is behind them. */
final class Reading<A> {
    private final Kernel<A> kernel;
    private final List<Part<A>> parts = new ArrayList<>();
    private boolean isBehindInput;
    private final String layer;
    private Shape shape;
    private Form form;
    private int steps;

    /**
     * @param stepSize numbers of a step of a sequence; 0 where rows are none
     */
    Reading(Kernel<A> kernel, int features, int stepSize) {
        this.kernel = kernel;
        this.isBehindInput = true;
        this.layer = "";
        this.form = stepSize > 0 ? Form.BY_STEP : Form.ROW;
        this.steps = stepSize > 0 ? features / stepSize : 1;
        this.shape = stepSize > 0 ? new Shape(stepSize, 1, steps) : Shape.flat(features);
    }

    private Reading(Reading<A> before, String layer) {
        this.kernel = before.kernel;
        this.isBehindInput = before.isFirst();
        this.layer = layer;
        this.form = before.form;
        this.steps = before.steps;
        this.shape = before.shape;
    }

    /** What comes behind it, to which a layer of the configuration belongs. */
    Reading<A> then(String layer) {
        return new Reading<>(this, layer);
    }

    /** Several joined: numbers or planes beside each other, or added up. */
    static <A> Reading<A> joined(List<Reading<A>> all, boolean isSum, String vertex) throws UnknownLayerException {
        Reading<A> first = all.get(0);
        Reading<A> joined = new Reading<>(first, vertex);
        joined.isBehindInput = false;
        int channels = 0;
        for (Reading<A> each : all) {
            channels += each.shape.channels();
            boolean isAlike = isSum ? each.isLike(first) : each.form == Form.ROW && each.isBeside(first);
            expect(isAlike, "a vertex of different inputs");
        }
        if (!isSum) {
            joined.shape = new Shape(channels, first.shape.height(), first.shape.width());
        }
        return joined;
    }

    private boolean isLike(Reading<A> other) {
        return form == other.form && steps == other.steps && shape.equals(other.shape);
    }

    private boolean isBeside(Reading<A> other) {
        return shape.height() == other.shape.height() && shape.width() == other.shape.width();
    }

    Kernel<A> kernel() {
        return kernel;
    }

    List<Part<A>> parts() {
        return List.copyOf(parts);
    }

    /** Whether what it takes is the features themselves. */
    boolean isFirst() {
        return isBehindInput && parts.isEmpty();
    }

    /** What a row is; of a sequence, channels, and steps as its width. */
    Shape shape() {
        return shape;
    }

    /** Numbers of a row of the table. */
    int size() {
        return shape.size() * times();
    }

    /** Rows of a table that the numbers of a step or of a row make. */
    int times() {
        return form == Form.EACH_STEP ? steps : 1;
    }

    /** Takes a row for something else of as many numbers. */
    void see(Shape as) {
        shape = as;
    }

    void add(Shape out, Maker<A> maker) {
        parts.add(new LayerPart<>(layer, times(), maker));
        shape = out;
    }

    /** Wants numbers or planes. */
    void row(String what) throws UnknownLayerException {
        expect(form == Form.ROW || form == Form.EACH_STEP, what + " of sequences");
    }

    /** Wants a sequence step by step. */
    void byStep(String what) throws UnknownLayerException {
        expect(isSequence(), what + " without sequences");
        turn(Form.BY_CHANNEL, Form.BY_STEP);
    }

    /** Wants a sequence channel by channel. */
    void byChannel(String what) throws UnknownLayerException {
        expect(isSequence(), what + " without sequences");
        turn(Form.BY_STEP, Form.BY_CHANNEL);
    }

    private void turn(Form from, Form to) {
        if (form == from) {
            Shape all = shape;
            add(all, (arrays, most) -> new TurnedStage<>(kernel, all, to == Form.BY_CHANNEL, most));
            form = to;
        }
    }

    boolean isSequence() {
        return form == Form.BY_STEP || form == Form.BY_CHANNEL;
    }

    /** Does what DL4J does before a layer. */
    void preprocess(@Nullable InputPreProcessor between) throws UnknownLayerException {
        if (between instanceof FeedForwardToCnnPreProcessor fold) {
            row(name(fold));
            see(new Shape((int) fold.getNumChannels(), (int) fold.getInputHeight(), (int) fold.getInputWidth()));
        } else if (between instanceof CnnToFeedForwardPreProcessor flatten) {
            expect(flatten.getFormat() == CNN2DFormat.NCHW, "channels last");
            row(name(flatten));
            see(Shape.flat(shape().size()));
        } else if (between instanceof RnnToFeedForwardPreProcessor) {
            split();
        } else if (between instanceof FeedForwardToRnnPreProcessor) {
            join();
        } else if (between != null) {
            throw new UnknownLayerException(name(between));
        }
    }

    /** Takes each step of a sequence for a row; a row stays one. */
    void split() throws UnknownLayerException {
        if (form == Form.ROW) {
            return;
        }
        byStep("steps");
        steps = shape.width();
        shape = Shape.flat(shape.channels());
        form = Form.EACH_STEP;
    }

    /** Takes rows for the steps of sequences again. */
    void join() throws UnknownLayerException {
        expect(form == Form.EACH_STEP, "sequences of single rows");
        shape = new Shape(shape.size(), 1, steps);
        form = Form.BY_STEP;
    }

    /** A sequence has become a row. */
    void end() {
        form = Form.ROW;
    }

    /** What lies where. */
    private enum Form {
        /** Numbers, or planes. */
        ROW,
        /** A sequence, step by step. */
        BY_STEP,
        /** A sequence, channel by channel. */
        BY_CHANNEL,
        /** The steps of sequences, each a row. */
        EACH_STEP
    }
}
