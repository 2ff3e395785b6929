package org.converge4j.problem.network;

import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Counts multiplications of layers. */
final class Products {
    private static final int OF_SEQUENCES = 3;

    private Products() {}

    /**
     * Multiplications of a forward pass: the layer's parameters as often as they are at work.
     *
     * @param in what a row was when it came in
     * @param out what became of it
     */
    static long of(Trainable layer, INDArray in, INDArray out) {
        return layer.numParams() * (layer.getConfig() instanceof Layer kind ? times(kind, in, out) : 1);
    }

    private static long times(Layer layer, INDArray in, INDArray out) {
        if (!(unwrapped(layer) instanceof FeedForwardLayer sized)) {
            return 1;
        }
        boolean takesSteps = in.rank() == OF_SEQUENCES && !(sized instanceof Convolution1DLayer);
        long one = takesSteps ? sized.getNIn() : sized.getNOut();
        return one == 0 ? 1 : Math.max(1, (takesSteps ? in : out).length() / one);
    }

    private static Layer unwrapped(Layer layer) {
        if (layer instanceof FrozenLayer frozen) {
            return unwrapped(frozen.getLayer());
        }
        if (layer instanceof Bidirectional both) {
            return unwrapped(both.getFwd());
        }
        return layer instanceof BaseWrapperLayer wrapper ? unwrapped(wrapper.getUnderlying()) : layer;
    }
}
