package org.converge4j.train.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;
import org.converge4j.problem.network.DifferentiableNetwork;
import org.converge4j.train.dense.Activation;
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
import org.converge4j.train.layer.Tables;
import org.converge4j.train.layer.Weights;
import org.converge4j.train.layer.Window;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.CNN2DFormat;
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
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.lossfunctions.impl.LossNegativeLogLikelihood;

/** Makes stages of a DL4J configuration, in doubt none. */
final class StageReader<A> {
    /** The activations that we compute; one with a setting is told by being equal to that without. */
    private static final Map<IActivation, Activation> ACTIVATIONS = Map.of(
            new ActivationReLU(), Activation.RELU,
            new ActivationSigmoid(), Activation.SIGMOID,
            new ActivationTanH(), Activation.TANH);

    private final Kernel<A> kernel;
    private final MultiLayerConfiguration configuration;
    private final List<? extends Trainable> layers;
    private final Pointer parameters;
    private final Pointer gradient;
    private final int most;
    private final List<Stage<A>> stages = new ArrayList<>();
    private Shape shape = Shape.flat(1);
    private long at;

    /**
     * @param network of the configuration, whose memory the stages read and write
     * @param most rows of a block
     */
    StageReader(Kernel<A> kernel, MultiLayerConfiguration configuration, DifferentiableNetwork network, int most) {
        this.kernel = kernel;
        this.configuration = configuration;
        this.layers = network.layers();
        this.parameters = Tables.memory(kernel, network.parameters());
        this.gradient = Tables.memory(kernel, network.gradient());
        this.most = most;
    }

    /**
     * The program.
     *
     * @throws UnknownLayerException if there is something in the network that is left to DL4J
     */
    Program<A> read(int features) throws UnknownLayerException {
        try {
            return readStages(features);
        } catch (UnknownLayerException unknown) {
            stages.forEach(Stage::close);
            throw unknown;
        }
    }

    private Program<A> readStages(int features) throws UnknownLayerException {
        expect(configuration.getBackpropType() == BackpropType.Standard, "truncated backpropagation");
        shape = Shape.flat(features);
        List<NeuralNetConfiguration> confs = configuration.getConfs();
        for (int i = 0; i < confs.size() - 1; i++) {
            preprocess(configuration.getInputPreProcess(i));
            layer(confs.get(i).getLayer(), layers.get(i));
        }
        int last = confs.size() - 1;
        preprocess(configuration.getInputPreProcess(last));
        Layer layer = confs.get(last).getLayer();
        expect(layer instanceof OutputLayer && layer.getClass().equals(OutputLayer.class), name(layer) + " at the end");
        OutputLayer output = (OutputLayer) layer;
        plain(output);
        dense(output, output.hasBias(), layers.get(last));
        return new Program<>(kernel, stages, head(output), features, most);
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

    private void layer(Layer layer, Trainable trained) throws UnknownLayerException {
        expect(layer.getIDropout() == null, "dropout");
        if (layer.getClass().equals(DenseLayer.class)) {
            DenseLayer dense = (DenseLayer) layer;
            expect(!dense.hasLayerNorm(), "layer normalisation");
            plain(dense);
            dense(dense, dense.hasBias(), trained);
            activation(dense.getActivationFn());
        } else if (layer.getClass().equals(ConvolutionLayer.class)) {
            convolution((ConvolutionLayer) layer, trained);
        } else if (layer.getClass().equals(SubsamplingLayer.class)) {
            pooling((SubsamplingLayer) layer);
        } else if (layer.getClass().equals(ActivationLayer.class)) {
            activation(((ActivationLayer) layer).getActivationFn());
        } else {
            throw new UnknownLayerException(name(layer));
        }
    }

    private static void plain(BaseLayer layer) throws UnknownLayerException {
        expect(layer.getWeightNoise() == null, "weight noise");
        expect(layer.getIDropout() == null, "dropout");
    }

    private void dense(FeedForwardLayer sizes, boolean hasBias, Trainable trained) throws UnknownLayerException {
        expect(sizes.getNIn() == shape.size(), "a layer of " + sizes.getNIn() + " inputs behind " + shape.size());
        Map<String, Weights> arrays = weights(trained);
        int units = (int) sizes.getNOut();
        stages.add(new DenseStage<>(
                kernel, named(arrays, "W"), biases(arrays, hasBias), shape.size(), units, stages.isEmpty(), most));
        shape = Shape.flat(units);
    }

    private void convolution(ConvolutionLayer layer, Trainable trained) throws UnknownLayerException {
        plain(layer);
        expect(layer.getCnn2dDataFormat() == CNN2DFormat.NCHW, "channels last");
        expect(
                layer.getNIn() == shape.channels(),
                "a convolution of " + layer.getNIn() + " planes behind " + shape.channels());
        Map<String, Weights> arrays = weights(trained);
        Window window = Window.of(
                shape,
                layer.getKernelSize(),
                layer.getStride(),
                layer.getPadding(),
                layer.getDilation(),
                layer.getConvolutionMode());
        expect(window.rows() > 0 && window.columns() > 0, "a window larger than its planes");
        add(new ConvolutionStage<>(
                kernel,
                named(arrays, "W"),
                biases(arrays, layer.hasBias()),
                window,
                (int) layer.getNOut(),
                stages.isEmpty(),
                most));
        activation(layer.getActivationFn());
    }

    private void pooling(SubsamplingLayer layer) throws UnknownLayerException {
        expect(layer.getCnn2dDataFormat() == CNN2DFormat.NCHW, "channels last");
        boolean isMean = layer.getPoolingType() == PoolingType.AVG;
        expect(isMean || layer.getPoolingType() == PoolingType.MAX, "pooling " + layer.getPoolingType());
        Window window = Window.of(
                shape,
                layer.getKernelSize(),
                layer.getStride(),
                layer.getPadding(),
                layer.getDilation(),
                layer.getConvolutionMode());
        expect(window.rows() > 0 && window.columns() > 0, "a window larger than its planes");
        add(new PoolingStage<>(kernel, window, isMean, most));
    }

    private void activation(IActivation activation) throws UnknownLayerException {
        expect(!(activation instanceof ActivationRReLU), "an activation that draws");
        Activation ours = ACTIVATIONS.get(activation);
        if (ours != null) {
            add(new ActivationStage<>(kernel, ours, shape, most));
        } else if (!(activation instanceof ActivationIdentity)) {
            expect(!(activation instanceof ActivationSoftmax) || shape.plane() == 1, "a softmax between convolutions");
            add(new OtherActivationStage<>(kernel, activation, shape, most));
        }
    }

    private void add(Stage<A> stage) {
        stages.add(stage);
        shape = stage.out();
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

    /** The layer's arrays by name, where DL4J keeps them. */
    private Map<String, Weights> weights(Trainable layer) {
        Map<String, Weights> arrays = new HashMap<>();
        for (Map.Entry<String, INDArray> array : layer.paramTable(false).entrySet()) {
            int length = Math.toIntExact(array.getValue().length());
            arrays.put(array.getKey(), new Weights(kernel.at(parameters, at), kernel.at(gradient, at), length));
            at += length;
        }
        return arrays;
    }

    private Weights biases(Map<String, Weights> arrays, boolean hasBias) {
        return hasBias ? named(arrays, "b") : new Weights(parameters, gradient, 0);
    }

    private static Weights named(Map<String, Weights> arrays, String name) {
        return Optional.ofNullable(arrays.get(name)).orElseThrow();
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
