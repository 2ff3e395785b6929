package org.converge4j.problem.model;

import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LearnedSelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.LocallyConnected1D;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.RecurrentAttentionLayer;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling1D;
import org.deeplearning4j.nn.conf.layers.ZeroPadding1DLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping1D;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.TimeDistributed;
import org.deeplearning4j.nn.conf.layers.util.MaskZeroLayer;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;

/** What layers of DL4J's take and give. */
final class LayerKinds {
    private LayerKinds() {}

    /** The layer inside wrappers. */
    static Layer unwrapped(Layer layer) {
        if (layer instanceof FrozenLayer frozen) {
            return unwrapped(frozen.getLayer());
        }
        if (layer instanceof Bidirectional both) {
            return unwrapped(both.getFwd());
        }
        return layer instanceof BaseWrapperLayer wrapper ? unwrapped(wrapper.getUnderlying()) : layer;
    }

    /** Whether it takes sequences. */
    static boolean takesSequences(Layer layer) {
        if (layer instanceof Bidirectional
                || layer instanceof LastTimeStep
                || layer instanceof TimeDistributed
                || layer instanceof MaskZeroLayer) {
            return true;
        }
        Layer inner = unwrapped(layer);
        return inner instanceof BaseRecurrentLayer
                || inner instanceof Convolution1DLayer
                || inner instanceof Subsampling1DLayer
                || inner instanceof Upsampling1D
                || inner instanceof ZeroPadding1DLayer
                || inner instanceof Cropping1D
                || inner instanceof LocallyConnected1D
                || inner instanceof SelfAttentionLayer
                || inner instanceof LearnedSelfAttentionLayer
                || inner instanceof RecurrentAttentionLayer
                || givesSequences(inner);
    }

    /** Whether it compares each step of a sequence with a target. */
    static boolean givesSequences(Layer layer) {
        return unwrapped(layer) instanceof RnnOutputLayer || unwrapped(layer) instanceof RnnLossLayer;
    }

    /** How many numbers it takes, a step each where it takes sequences; 0 where it takes any. */
    static long inputs(Layer layer) {
        Layer inner = unwrapped(layer);
        if (inner instanceof SelfAttentionLayer attention) {
            return attention.getNIn();
        }
        if (inner instanceof LearnedSelfAttentionLayer attention) {
            return attention.getNIn();
        }
        if (inner instanceof RecurrentAttentionLayer attention) {
            return attention.getNIn();
        }
        if (inner instanceof LocallyConnected1D local) {
            return local.getNIn();
        }
        return inner instanceof FeedForwardLayer sized ? sized.getNIn() : 0;
    }

    /** How many numbers it gives, for each step where it gives sequences; 0 where that depends on what it gets. */
    static long outputs(Layer layer) {
        long one = unwrapped(layer) instanceof FeedForwardLayer sized ? sized.getNOut() : 0;
        return layer instanceof Bidirectional both && both.getMode() == Bidirectional.Mode.CONCAT ? 2 * one : one;
    }

    /** Whether it compares what it gets with targets. */
    static boolean hasLoss(Layer layer) {
        Layer inner = unwrapped(layer);
        return inner instanceof BaseOutputLayer || inner instanceof LossLayer || inner instanceof RnnLossLayer;
    }

    /** Whether its sequences are [rows, steps, step size]. */
    static boolean isSizeLast(Layer layer) {
        Layer inner = unwrapped(layer);
        return (inner instanceof BaseRecurrentLayer recurrent && recurrent.getRnnDataFormat() == RNNFormat.NWC)
                || (inner instanceof Convolution1DLayer convolution && convolution.getRnnDataFormat() == RNNFormat.NWC)
                || (inner instanceof RnnOutputLayer output && output.getRnnDataFormat() == RNNFormat.NWC)
                || (inner instanceof RnnLossLayer loss && loss.getRnnDataFormat() == RNNFormat.NWC);
    }
}
