package org.converge4j.train.dense;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.network.Configuration;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** Recognises, in a DL4J configuration, the networks that a stack can compute; in doubt it recognises nothing. */
public final class DenseReader {
    private static final Map<Class<? extends IActivation>, Activation> ACTIVATIONS = Map.of(
            ActivationIdentity.class, Activation.IDENTITY,
            ActivationReLU.class, Activation.RELU,
            ActivationSigmoid.class, Activation.SIGMOID,
            ActivationTanH.class, Activation.TANH,
            ActivationSoftmax.class, Activation.SOFTMAX);

    private DenseReader() {}

    /** The network that is trained on a problem, if a stack could compute it. */
    public static Optional<DenseNetwork> read(LoadedProblem problem, Training training) {
        return problem.blueprint().isPlain()
                        && problem.configuration(training.precision()) instanceof Configuration.Layers layers
                ? read(layers.configuration())
                : Optional.empty();
    }

    /** The network of a configuration, if it is dense layers and an output layer, plain in every respect. */
    public static Optional<DenseNetwork> read(MultiLayerConfiguration configuration) {
        List<NeuralNetConfiguration> confs = configuration.getConfs();
        if (!configuration.getInputPreProcessors().isEmpty()
                || configuration.getBackpropType() != BackpropType.Standard) {
            return Optional.empty();
        }
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < confs.size(); i++) {
            layer(confs.get(i), i == confs.size() - 1).ifPresent(layers::add);
        }
        if (layers.size() < confs.size()) {
            return Optional.empty();
        }
        boolean softmaxInside =
                layers.stream().limit(confs.size() - 1L).anyMatch(l -> l.activation() == Activation.SOFTMAX);
        Layer last = layers.get(layers.size() - 1);
        return loss(confs.get(confs.size() - 1))
                .filter(loss -> !softmaxInside)
                .filter(loss -> loss != Loss.CROSS_ENTROPY || last.activation() == Activation.SOFTMAX)
                .map(loss -> new DenseNetwork(layers, loss));
    }

    private static Optional<Layer> layer(NeuralNetConfiguration conf, boolean last) {
        if (!(conf.getLayer() instanceof BaseLayer layer)
                || !layer.getClass().equals(last ? OutputLayer.class : DenseLayer.class)
                || !conf.isMiniBatch()
                || !conf.isMinimize()
                || !isPlain(layer)) {
            return Optional.empty();
        }
        FeedForwardLayer sizes = (FeedForwardLayer) layer;
        IActivation activationFunction = layer.getActivationFn();
        return Optional.ofNullable(ACTIVATIONS.get(activationFunction.getClass()))
                .map(activation ->
                        new Layer(Math.toIntExact(sizes.getNIn()), Math.toIntExact(sizes.getNOut()), activation));
    }

    /** Without anything that would change a forward pass, a gradient or a loss. */
    private static boolean isPlain(BaseLayer layer) {
        boolean plainWeights = layer instanceof DenseLayer dense
                ? dense.isHasBias() && !dense.isHasLayerNorm()
                : layer instanceof OutputLayer output && output.isHasBias();
        return plainWeights
                && layer.getIDropout() == null
                && layer.getWeightNoise() == null
                && isEmpty(layer.getConstraints())
                && isEmpty(layer.getRegularization())
                && isEmpty(layer.getRegularizationBias())
                && (layer.getGradientNormalization() == null
                        || layer.getGradientNormalization() == GradientNormalization.None);
    }

    private static boolean isEmpty(List<?> list) {
        return list == null || list.isEmpty();
    }

    private static Optional<Loss> loss(NeuralNetConfiguration conf) {
        if (!(conf.getLayer() instanceof OutputLayer output)) {
            return Optional.empty();
        }
        ILossFunction loss = output.getLossFn();
        if (loss.getClass().equals(LossMSE.class) && loss.equals(new LossMSE())) {
            return Optional.of(Loss.MEAN_SQUARED_ERROR);
        }
        return loss instanceof LossMCXENT && loss.equals(new LossMCXENT())
                ? Optional.of(Loss.CROSS_ENTROPY)
                : Optional.empty();
    }
}
