package org.converge4j.train.engine;

import java.util.function.Function;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Small networks. */
final class Nets {
    private Nets() {}

    static SubsamplingLayer.Builder pool(SubsamplingLayer.PoolingType kind, int size, int stride) {
        return new SubsamplingLayer.Builder(kind).kernelSize(size, size).stride(stride, stride);
    }

    static OutputLayer softmax(int classes) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(classes)
                .activation(Activation.SOFTMAX)
                .build();
    }

    /** DL4J changes layers that it is given: each configuration gets clones. */
    static Function<DataType, MultiLayerConfiguration> sequential(InputType input, Layer... layers) {
        return type -> {
            NeuralNetConfiguration.ListBuilder list =
                    new NeuralNetConfiguration.Builder().dataType(type).list();
            for (Layer layer : layers) {
                list.layer(layer.clone());
            }
            return list.setInputType(input).build();
        };
    }
}
