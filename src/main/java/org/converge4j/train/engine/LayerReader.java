package org.converge4j.train.engine;

import static org.converge4j.train.engine.UnknownLayerException.expect;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.converge4j.train.dense.Activation;
import org.converge4j.train.layer.ActivationStage;
import org.converge4j.train.layer.ConvolutionStage;
import org.converge4j.train.layer.DenseStage;
import org.converge4j.train.layer.DropoutStage;
import org.converge4j.train.layer.Kernel;
import org.converge4j.train.layer.NormalisationStage;
import org.converge4j.train.layer.NormalisationStage.Parameters;
import org.converge4j.train.layer.NormalisationStage.Settings;
import org.converge4j.train.layer.OtherActivationStage;
import org.converge4j.train.layer.PoolingStage;
import org.converge4j.train.layer.Shape;
import org.converge4j.train.layer.Window;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationRReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** Plans the stages of single layers, in doubt none. */
final class LayerReader<A> {
    /** The activations that we compute; one with a setting is told by being equal to that without. */
    private static final Map<IActivation, Activation> ACTIVATIONS = Map.of(
            new ActivationReLU(), Activation.RELU,
            new ActivationSigmoid(), Activation.SIGMOID,
            new ActivationTanH(), Activation.TANH,
            new ActivationIdentity(), Activation.IDENTITY);

    private final Reading<A> reading;
    private final Kernel<A> kernel;
    private final SequenceReader<A> sequences;

    LayerReader(Reading<A> reading) {
        this.reading = reading;
        this.kernel = reading.kernel();
        this.sequences = new SequenceReader<>(reading, this);
    }

    /** Whether a layer looks across the rows of a batch, or draws for all of them at once. */
    static boolean takesBatch(Layer layer) {
        return layer instanceof BatchNormalization
                || (layer.getIDropout() != null
                        && !(layer instanceof SubsamplingLayer)
                        && !(layer instanceof ActivationLayer));
    }

    /** Adds a layer's stages. Where a network's dropout is that of every layer, DL4J's pooling, normalisation and activations drop nothing. */
    void add(Layer layer) throws UnknownLayerException {
        if (layer.getClass().equals(DropoutLayer.class)) {
            dropout(layer.getIDropout());
        } else if (sequences.knows(layer)) {
            sequences.add(layer);
        } else if (layer.getClass().equals(ActivationLayer.class)) {
            activation(((ActivationLayer) layer).getActivationFn());
        } else {
            reading.row(name(layer));
            ofRows(layer);
        }
    }

    private void ofRows(Layer layer) throws UnknownLayerException {
        if (layer.getClass().equals(DenseLayer.class)) {
            DenseLayer dense = (DenseLayer) layer;
            expect(!dense.hasLayerNorm(), "layer normalisation");
            dense(dense);
            activation(dense.getActivationFn());
        } else if (layer.getClass().equals(ConvolutionLayer.class)) {
            ConvolutionLayer convolution = (ConvolutionLayer) layer;
            dropout(layer.getIDropout());
            convolution(convolution, window(convolution));
        } else if (layer.getClass().equals(SubsamplingLayer.class)) {
            SubsamplingLayer pooling = (SubsamplingLayer) layer;
            pooling(pooling.getPoolingType(), window(pooling));
        } else if (layer.getClass().equals(GlobalPoolingLayer.class)) {
            globalPooling((GlobalPoolingLayer) layer);
        } else if (layer.getClass().equals(BatchNormalization.class)) {
            normalisation((BatchNormalization) layer);
        } else {
            throw new UnknownLayerException(name(layer));
        }
    }

    static void withoutDropout(Layer layer) throws UnknownLayerException {
        expect(layer.getIDropout() == null, "dropout before " + name(layer));
    }

    static void plain(BaseLayer layer) throws UnknownLayerException {
        expect(layer.getWeightNoise() == null, "weight noise");
    }

    private void dropout(@Nullable IDropout dropout) throws UnknownLayerException {
        if (dropout == null) {
            return;
        }
        expect(dropout.getClass().equals(Dropout.class), name(dropout));
        expect(reading.times() == 1 && !reading.isSequence(), "dropout in sequences");
        Dropout plain = (Dropout) dropout;
        expect(plain.getPSchedule() == null, "dropout by a schedule");
        Shape shape = reading.shape();
        reading.add(shape, (arrays, most) -> new DropoutStage<>(kernel, plain.getP(), shape, most));
    }

    /** The sums of a dense layer, its dropout before them. */
    void dense(FeedForwardLayer layer) throws UnknownLayerException {
        plain(layer);
        dropout(layer.getIDropout());
        int inputs = reading.shape().size();
        int units = (int) layer.getNOut();
        boolean isFirst = reading.isFirst();
        expect(layer.getNIn() == inputs, "a layer of " + layer.getNIn() + " inputs behind " + inputs);
        reading.add(
                Shape.flat(units),
                (arrays, most) ->
                        new DenseStage<>(kernel, arrays.of("W"), arrays.of("b"), inputs, units, false, isFirst, most));
    }

    private void convolution(ConvolutionLayer layer, Window window) throws UnknownLayerException {
        plain(layer);
        int channels = reading.shape().channels();
        expect(layer.getNIn() == channels, "a convolution of " + layer.getNIn() + " planes behind " + channels);
        int maps = (int) layer.getNOut();
        boolean isFirst = reading.isFirst();
        reading.add(
                window.out(maps),
                (arrays, most) ->
                        new ConvolutionStage<>(kernel, arrays.of("W"), arrays.of("b"), window, maps, isFirst, most));
        activation(layer.getActivationFn());
    }

    void globalPooling(GlobalPoolingLayer layer) throws UnknownLayerException {
        withoutDropout(layer);
        int[] all = reading.isSequence() ? new int[] {2} : new int[] {2, 3};
        int[] asked = layer.getPoolingDimensions();
        expect(asked == null || Arrays.equals(asked, all), "pooling of some dimensions");
        expect(layer.isCollapseDimensions(), "pooling that keeps dimensions");
        pooling(layer.getPoolingType(), whole());
        reading.see(Shape.flat(reading.shape().channels()));
    }

    void pooling(PoolingType type, Window window) throws UnknownLayerException {
        boolean isMean = type == PoolingType.AVG;
        expect(isMean || type == PoolingType.MAX, "pooling " + type);
        reading.add(
                window.out(reading.shape().channels()),
                (arrays, most) -> new PoolingStage<>(kernel, window, isMean, most));
    }

    /** The one place at which a window covers whole planes. */
    Window whole() {
        Shape in = reading.shape();
        return new Window(in, in.height(), in.width(), 1, 1, 1, 1, 0, 0, 1, 1);
    }

    private Window window(ConvolutionLayer layer) throws UnknownLayerException {
        return window(
                layer.getCnn2dDataFormat(),
                layer.getKernelSize(),
                layer.getStride(),
                layer.getPadding(),
                layer.getDilation(),
                layer.getConvolutionMode());
    }

    private Window window(SubsamplingLayer layer) throws UnknownLayerException {
        return window(
                layer.getCnn2dDataFormat(),
                layer.getKernelSize(),
                layer.getStride(),
                layer.getPadding(),
                layer.getDilation(),
                layer.getConvolutionMode());
    }

    private Window window(
            CNN2DFormat format, int[] size, int[] stride, int[] padding, int[] dilation, ConvolutionMode mode)
            throws UnknownLayerException {
        expect(format == CNN2DFormat.NCHW, "channels last");
        expect(mode != ConvolutionMode.Causal, "causal windows");
        Window window = Window.of(reading.shape(), size, stride, padding, dilation, mode);
        expect(window.rows() > 0 && window.columns() > 0, "a window larger than its planes");
        return window;
    }

    private void normalisation(BatchNormalization layer) throws UnknownLayerException {
        Shape shape = reading.shape();
        boolean isPlain = layer.getGamma() == 1 && layer.getBeta() == 0;
        expect(!layer.isLockGammaBeta() || isPlain, "batch normalisation locked to other numbers than 1 and 0");
        expect(shape.plane() == 1 || layer.getCnn2DFormat() == CNN2DFormat.NCHW, "channels last");
        expect(
                layer.getNOut() == shape.channels(),
                "a normalisation of " + layer.getNOut() + " channels behind " + shape.channels());
        Settings settings = new Settings(layer.getEps(), layer.getDecay(), layer.isUseLogStd());
        reading.add(
                shape,
                (arrays, most) -> new NormalisationStage<>(
                        kernel,
                        new Parameters(
                                arrays.of("gamma"),
                                arrays.of("beta"),
                                arrays.of("mean"),
                                arrays.of(settings.isLogarithmic() ? "log10stdev" : "var")),
                        settings,
                        shape,
                        most));
    }

    void activation(IActivation activation) throws UnknownLayerException {
        expect(!(activation instanceof ActivationRReLU), "an activation that draws");
        Shape all = reading.shape();
        Optional<Activation> ours = ours(activation);
        if (ours.isEmpty()) {
            expect(!(activation instanceof ActivationSoftmax) || all.plane() == 1, "a softmax between convolutions");
            reading.add(all, (arrays, most) -> new OtherActivationStage<>(kernel, activation, all, most));
        } else if (ours.get() != Activation.IDENTITY) {
            reading.add(all, (arrays, most) -> new ActivationStage<>(kernel, ours.get(), all, most));
        }
    }

    /** The one of ours that an activation is. */
    static Optional<Activation> ours(IActivation activation) {
        return Optional.ofNullable(ACTIVATIONS.get(activation));
    }

    static String name(Object part) {
        return part.getClass().getSimpleName();
    }
}
