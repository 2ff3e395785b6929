package org.converge4j.train.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * A network drawn at random: convolutions, pooling, batch normalisation, dropout and dense layers, regularisation and gradient
 * normalisation.
 */
final class Drawn {
    private static final List<Activation> ACTIVATIONS = List.of(
            Activation.TANH,
            Activation.SIGMOID,
            Activation.IDENTITY,
            Activation.SOFTPLUS,
            Activation.ELU,
            Activation.SWISH);

    private final int channels;
    private final int height;
    private final int width;
    private final List<Layer> layers = new ArrayList<>();
    private final double l1;
    private final double l2;
    private final GradientNormalization normalisation;

    Drawn(Random random) {
        channels = 1 + random.nextInt(3);
        height = 7 + random.nextInt(6);
        width = 7 + random.nextInt(6);
        l1 = random.nextBoolean() ? 0 : 0.01;
        l2 = random.nextBoolean() ? 0 : 0.02;
        GradientNormalization[] kinds = GradientNormalization.values();
        normalisation = kinds[random.nextInt(kinds.length)];
        for (int i = random.nextInt(3); i >= 0; i--) {
            layers.add(
                    switch (random.nextInt(layers.isEmpty() ? 2 : 8)) {
                        case 0 -> pooling(random);
                        case 2, 3 -> new BatchNormalization.Builder().build();
                        case 4 -> new DropoutLayer(0.5 + random.nextDouble() / 2);
                        default -> convolution(random);
                    });
        }
        if (random.nextInt(4) == 0) {
            layers.add(new GlobalPoolingLayer(random.nextBoolean() ? PoolingType.MAX : PoolingType.AVG));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            layers.add(new DenseLayer.Builder()
                    .nOut(2 + random.nextInt(9))
                    .hasBias(random.nextBoolean())
                    .activation(any(random))
                    .build());
        }
        layers.add(Nets.softmax(3));
    }

    private static Layer convolution(Random random) {
        ConvolutionLayer.Builder builder = new ConvolutionLayer.Builder(1 + random.nextInt(3), 1 + random.nextInt(3))
                .nOut(1 + random.nextInt(5))
                .hasBias(random.nextBoolean())
                .activation(any(random));
        return random.nextBoolean()
                ? builder.convolutionMode(ConvolutionMode.Same)
                        .stride(1 + random.nextInt(2), 1 + random.nextInt(2))
                        .build()
                : builder.convolutionMode(ConvolutionMode.Truncate)
                        .padding(random.nextInt(2), random.nextInt(2))
                        .build();
    }

    private static Layer pooling(Random random) {
        return Nets.pool(
                        random.nextBoolean() ? SubsamplingLayer.PoolingType.MAX : SubsamplingLayer.PoolingType.AVG,
                        2,
                        1 + random.nextInt(2))
                .convolutionMode(ConvolutionMode.Truncate)
                .build();
    }

    private static Activation any(Random random) {
        return ACTIVATIONS.get(random.nextInt(ACTIVATIONS.size()));
    }

    MultiLayerConfiguration model(DataType type) {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .dataType(type)
                .updater(new Sgd(1))
                .l1(l1)
                .l2(l2)
                .gradientNormalization(normalisation)
                .list();
        layers.forEach(layer -> list.layer(layer.clone()));
        return list.setInputType(InputType.convolutionalFlat(height, width, channels))
                .build();
    }

    /** Whether gradients are more than rounding in float: batch normalisation takes away much of what layers before it did. */
    boolean isCheckedInFloat() {
        return layers.stream().noneMatch(BatchNormalization.class::isInstance);
    }

    int features() {
        return channels * height * width;
    }

    @Override
    public String toString() {
        return channels + " × " + height + " × " + width + ": "
                + String.join(
                        ", ",
                        layers.stream()
                                .map(layer -> layer.getClass().getSimpleName())
                                .toList());
    }
}
