package org.converge4j.train.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.converge4j.train.dense.Activation;
import org.converge4j.train.engine.Plan.Part;
import org.converge4j.train.layer.ActivationStage;
import org.converge4j.train.layer.ConvolutionStage;
import org.converge4j.train.layer.DenseStage;
import org.converge4j.train.layer.Head;
import org.converge4j.train.layer.Kernel;
import org.converge4j.train.layer.KnownHead;
import org.converge4j.train.layer.OtherActivationStage;
import org.converge4j.train.layer.OtherHead;
import org.converge4j.train.layer.PoolingStage;
import org.converge4j.train.layer.Shape;
import org.converge4j.train.layer.Stage;
import org.converge4j.train.layer.Window;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationRReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.lossfunctions.impl.LossNegativeLogLikelihood;

/** Plans the stages of a DL4J configuration, in doubt none. */
final class StageReader<A> {
    /** The activations that we compute; one with a setting is told by being equal to that without. */
    private static final Map<IActivation, Activation> ACTIVATIONS = Map.of(
            new ActivationReLU(), Activation.RELU,
            new ActivationSigmoid(), Activation.SIGMOID,
            new ActivationTanH(), Activation.TANH);

    private final Kernel<A> kernel;
    private final MultiLayerConfiguration configuration;
    private final int most;
    private final List<Part<A>> parts = new ArrayList<>();
    private Shape shape = Shape.flat(1);
    private int at;

    /**
     * @param most rows of a block
     */
    StageReader(Kernel<A> kernel, MultiLayerConfiguration configuration, int most) {
        this.kernel = kernel;
        this.configuration = configuration;
        this.most = most;
    }

    /**
     * The plan.
     *
     * @throws UnknownLayerException if there is something in the configuration that is left to DL4J
     */
    Plan<A> read(int features) throws UnknownLayerException {
        expect(configuration.getBackpropType() == BackpropType.Standard, "truncated backpropagation");
        shape = Shape.flat(features);
        List<NeuralNetConfiguration> confs = configuration.getConfs();
        int last = confs.size() - 1;
        for (at = 0; at < last; at++) {
            preprocess(configuration.getInputPreProcess(at));
            layer(confs.get(at).getLayer());
        }
        preprocess(configuration.getInputPreProcess(last));
        Layer layer = confs.get(last).getLayer();
        expect(layer.getClass().equals(OutputLayer.class), name(layer) + " at the end");
        OutputLayer output = (OutputLayer) layer;
        plain(output);
        withoutDropout(output);
        dense(output);
        return new Plan<>(kernel, List.copyOf(parts), head(output), features, most);
    }

    private void preprocess(@Nullable InputPreProcessor between) throws UnknownLayerException {
        if (between instanceof FeedForwardToCnnPreProcessor fold) {
            shape = new Shape((int) fold.getNumChannels(), (int) fold.getInputHeight(), (int) fold.getInputWidth());
        } else if (between instanceof CnnToFeedForwardPreProcessor flatten) {
            expect(flatten.getFormat() == CNN2DFormat.NCHW, "channels last");
            shape = Shape.flat(shape.size());
        } else if (between != null) {
            throw new UnknownLayerException(name(between));
        }
    }

    private void layer(Layer layer) throws UnknownLayerException {
        withoutDropout(layer);
        if (layer.getClass().equals(DenseLayer.class)) {
            DenseLayer dense = (DenseLayer) layer;
            expect(!dense.hasLayerNorm(), "layer normalisation");
            plain(dense);
            dense(dense);
            activation(dense.getActivationFn());
        } else if (layer.getClass().equals(ConvolutionLayer.class)) {
            convolution((ConvolutionLayer) layer);
        } else if (layer.getClass().equals(SubsamplingLayer.class)) {
            pooling((SubsamplingLayer) layer);
        } else if (layer.getClass().equals(ActivationLayer.class)) {
            activation(((ActivationLayer) layer).getActivationFn());
        } else {
            throw new UnknownLayerException(name(layer));
        }
    }

    private static void withoutDropout(Layer layer) throws UnknownLayerException {
        expect(layer.getIDropout() == null, "dropout");
    }

    private static void plain(BaseLayer layer) throws UnknownLayerException {
        expect(layer.getWeightNoise() == null, "weight noise");
    }

    private void dense(FeedForwardLayer sizes) throws UnknownLayerException {
        int inputs = shape.size();
        int units = (int) sizes.getNOut();
        boolean isFirst = parts.isEmpty();
        expect(sizes.getNIn() == inputs, "a layer of " + sizes.getNIn() + " inputs behind " + inputs);
        add(
                Shape.flat(units),
                arrays -> new DenseStage<>(kernel, arrays.weights(), arrays.biases(), inputs, units, isFirst, most));
    }

    private void convolution(ConvolutionLayer layer) throws UnknownLayerException {
        plain(layer);
        Window window = window(
                layer.getCnn2dDataFormat(),
                layer.getKernelSize(),
                layer.getStride(),
                layer.getPadding(),
                layer.getDilation(),
                layer.getConvolutionMode());
        expect(
                layer.getNIn() == shape.channels(),
                "a convolution of " + layer.getNIn() + " planes behind " + shape.channels());
        int maps = (int) layer.getNOut();
        boolean isFirst = parts.isEmpty();
        add(
                window.out(maps),
                arrays ->
                        new ConvolutionStage<>(kernel, arrays.weights(), arrays.biases(), window, maps, isFirst, most));
        activation(layer.getActivationFn());
    }

    private void pooling(SubsamplingLayer layer) throws UnknownLayerException {
        boolean isMean = layer.getPoolingType() == PoolingType.AVG;
        expect(isMean || layer.getPoolingType() == PoolingType.MAX, "pooling " + layer.getPoolingType());
        Window window = window(
                layer.getCnn2dDataFormat(),
                layer.getKernelSize(),
                layer.getStride(),
                layer.getPadding(),
                layer.getDilation(),
                layer.getConvolutionMode());
        add(window.out(shape.channels()), arrays -> new PoolingStage<>(kernel, window, isMean, most));
    }

    private Window window(
            CNN2DFormat format, int[] size, int[] stride, int[] padding, int[] dilation, ConvolutionMode mode)
            throws UnknownLayerException {
        expect(format == CNN2DFormat.NCHW, "channels last");
        Window window = Window.of(shape, size, stride, padding, dilation, mode);
        expect(window.rows() > 0 && window.columns() > 0, "a window larger than its planes");
        return window;
    }

    private void activation(IActivation activation) throws UnknownLayerException {
        expect(!(activation instanceof ActivationRReLU), "an activation that draws");
        Shape all = shape;
        Activation ours = ACTIVATIONS.get(activation);
        if (ours != null) {
            add(all, arrays -> new ActivationStage<>(kernel, ours, all, most));
        } else if (!(activation instanceof ActivationIdentity)) {
            expect(!(activation instanceof ActivationSoftmax) || all.plane() == 1, "a softmax between convolutions");
            add(all, arrays -> new OtherActivationStage<>(kernel, activation, all, most));
        }
    }

    private void add(Shape out, Function<Plan.Arrays, Stage<A>> stage) {
        parts.add(new Part<>(at, stage));
        shape = out;
    }

    private Head<A> head(OutputLayer output) {
        ILossFunction loss = output.getLossFn();
        IActivation activation = output.getActivationFn();
        boolean isEntropy = loss.equals(new LossMCXENT()) || loss.equals(new LossNegativeLogLikelihood());
        if (isEntropy && activation instanceof ActivationSoftmax) {
            return new KnownHead<>(kernel, true, shape.size());
        }
        return loss.equals(new LossMSE()) && activation instanceof ActivationIdentity
                ? new KnownHead<>(kernel, false, shape.size())
                : new OtherHead<>(kernel, activation, loss, shape.size());
    }

    private static void expect(boolean known, String otherwise) throws UnknownLayerException {
        if (!known) {
            throw new UnknownLayerException(otherwise);
        }
    }

    private static String name(Object part) {
        return part.getClass().getSimpleName();
    }
}
