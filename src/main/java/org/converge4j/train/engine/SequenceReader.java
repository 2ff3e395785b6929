package org.converge4j.train.engine;

import static org.converge4j.train.engine.LayerReader.name;
import static org.converge4j.train.engine.UnknownLayerException.expect;

import java.util.Optional;
import java.util.Set;
import org.converge4j.train.dense.Activation;
import org.converge4j.train.engine.Plan.Maker;
import org.converge4j.train.layer.Kernel;
import org.converge4j.train.layer.Shape;
import org.converge4j.train.layer.Window;
import org.converge4j.train.sequence.BothWaysStage;
import org.converge4j.train.sequence.BothWaysStage.Joint;
import org.converge4j.train.sequence.ConvolutionAlongStage;
import org.converge4j.train.sequence.LastStepStage;
import org.converge4j.train.sequence.LstmStage;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.AbstractLSTM;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;

/** Plans the stages of layers that take sequences. */
final class SequenceReader<A> {
    @SuppressWarnings("deprecation") // of GravesLSTM, which saved models have
    private static final Set<Class<? extends Layer>> KNOWN = Set.of(
            LSTM.class,
            GravesLSTM.class,
            Bidirectional.class,
            LastTimeStep.class,
            Convolution1DLayer.class,
            Subsampling1DLayer.class);

    private final Reading<A> reading;
    private final Kernel<A> kernel;
    private final LayerReader<A> layers;

    SequenceReader(Reading<A> reading, LayerReader<A> layers) {
        this.reading = reading;
        this.kernel = reading.kernel();
        this.layers = layers;
    }

    /** Whether a layer takes sequences alone, or a sequence as well as planes and there is one. */
    boolean knows(Layer layer) {
        return KNOWN.contains(layer.getClass())
                || (layer.getClass().equals(GlobalPoolingLayer.class) && reading.isSequence());
    }

    void add(Layer layer) throws UnknownLayerException {
        LayerReader.withoutDropout(layer);
        if (layer instanceof Convolution1DLayer convolution) {
            convolution(convolution);
        } else if (layer instanceof Subsampling1DLayer pooling) {
            reading.byChannel(name(layer));
            layers.pooling(
                    pooling.getPoolingType(),
                    window(
                            pooling.getKernelSize(),
                            pooling.getStride(),
                            pooling.getPadding(),
                            pooling.getDilation(),
                            pooling.getConvolutionMode()));
        } else if (layer instanceof GlobalPoolingLayer pooling) {
            reading.byChannel(name(layer));
            layers.globalPooling(pooling);
            reading.end();
        } else if (layer instanceof LastTimeStep last) {
            add(last.getUnderlying());
            lastStep();
        } else {
            recurrent(layer);
        }
    }

    private void convolution(Convolution1DLayer layer) throws UnknownLayerException {
        reading.byStep(name(layer));
        LayerReader.plain(layer);
        expect(layer.getRnnDataFormat() != RNNFormat.NWC, "channels last");
        int channels = reading.shape().channels();
        expect(layer.getNIn() == channels, "a convolution of " + layer.getNIn() + " channels behind " + channels);
        Window window = window(
                layer.getKernelSize(),
                layer.getStride(),
                layer.getPadding(),
                layer.getDilation(),
                layer.getConvolutionMode());
        int maps = (int) layer.getNOut();
        boolean isFirst = reading.isFirst();
        reading.add(
                window.out(maps),
                (arrays, most) -> new ConvolutionAlongStage<>(
                        kernel, arrays.of("W"), arrays.of("b"), window, maps, isFirst, most));
        layers.activation(layer.getActivationFn());
    }

    private Window window(int[] size, int[] stride, int[] padding, int[] dilation, ConvolutionMode mode)
            throws UnknownLayerException {
        expect(mode != ConvolutionMode.Causal, "causal windows");
        Window window = Window.of(
                reading.shape(),
                new int[] {1, size[0]},
                new int[] {1, stride[0]},
                new int[] {0, padding[0]},
                new int[] {1, dilation[0]},
                mode);
        expect(window.columns() > 0, "a window longer than its sequences");
        return window;
    }

    private void lastStep() throws UnknownLayerException {
        reading.byStep("a last step");
        Shape shape = reading.shape();
        reading.add(Shape.flat(shape.channels()), (arrays, most) -> new LastStepStage<>(kernel, shape, most));
        reading.end();
    }

    private void recurrent(Layer layer) throws UnknownLayerException {
        reading.byStep(name(layer));
        Shape in = reading.shape();
        boolean isFirst = reading.isFirst();
        if (layer instanceof Bidirectional both) {
            AbstractLSTM one = lstm(both.getFwd(), in);
            lstm(both.getBwd(), in);
            Joint joint = joint(both.getMode());
            int units = (int) one.getNOut();
            Maker<A> along = maker(one, "f", in, isFirst);
            Maker<A> against = maker(one, "b", in, isFirst);
            reading.add(
                    new Shape(joint == Joint.BESIDE ? 2 * units : units, 1, in.width()),
                    (arrays, most) -> new BothWaysStage<>(
                            kernel, along.make(arrays, most), against.make(arrays, most), joint, in, isFirst, most));
        } else {
            AbstractLSTM lstm = lstm(layer, in);
            reading.add(new Shape((int) lstm.getNOut(), 1, in.width()), maker(lstm, "", in, isFirst));
        }
    }

    @SuppressWarnings("deprecation") // of GravesLSTM, which saved models have
    private static AbstractLSTM lstm(Layer layer, Shape in) throws UnknownLayerException {
        expect(layer.getClass().equals(LSTM.class) || layer.getClass().equals(GravesLSTM.class), name(layer));
        AbstractLSTM lstm = (AbstractLSTM) layer;
        LayerReader.withoutDropout(lstm);
        LayerReader.plain(lstm);
        expect(lstm.getRnnDataFormat() != RNNFormat.NWC, "channels last");
        expect(lstm.getNIn() == in.channels(), "an LSTM of " + lstm.getNIn() + " inputs behind " + in.channels());
        expect(lstm.getGateActivationFn() instanceof ActivationSigmoid, "gates other than sigmoid");
        expect(LayerReader.ours(lstm.getActivationFn()).isPresent(), "an LSTM of activation " + lstm.getActivationFn());
        return lstm;
    }

    private Maker<A> maker(AbstractLSTM layer, String prefix, Shape in, boolean isFirst) {
        LstmStage.Sizes sizes = new LstmStage.Sizes(in.channels(), (int) layer.getNOut(), in.width());
        Optional<Activation> activation = LayerReader.ours(layer.getActivationFn());
        return (arrays, most) -> new LstmStage<>(
                kernel,
                new LstmStage.Parameters(arrays.of(prefix + "W"), arrays.of(prefix + "RW"), arrays.of(prefix + "b")),
                sizes,
                activation.orElseThrow(),
                isFirst,
                most);
    }

    private static Joint joint(Bidirectional.Mode mode) {
        return switch (mode) {
            case CONCAT -> Joint.BESIDE;
            case ADD -> Joint.SUM;
            case AVERAGE -> Joint.MEAN;
            case MUL -> Joint.PRODUCT;
        };
    }
}
