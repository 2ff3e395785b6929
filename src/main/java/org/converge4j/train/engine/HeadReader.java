package org.converge4j.train.engine;

import static org.converge4j.train.engine.LayerReader.name;
import static org.converge4j.train.engine.UnknownLayerException.expect;

import org.converge4j.train.layer.Head;
import org.converge4j.train.layer.Kernel;
import org.converge4j.train.layer.KnownHead;
import org.converge4j.train.layer.OtherHead;
import org.converge4j.train.sequence.EachStepHead;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.lossfunctions.impl.LossNegativeLogLikelihood;

/** Plans how a network ends: an output layer's sums, and its loss. */
final class HeadReader {
    private HeadReader() {}

    /** Adds the sums, and gives the loss. */
    static <A> Head<A> end(Reading<A> reading, Layer layer) throws UnknownLayerException {
        if (layer.getClass().equals(RnnOutputLayer.class)) {
            LayerReader.withoutDropout(layer);
            reading.byStep(name(layer));
            reading.split();
        } else {
            expect(layer.getClass().equals(OutputLayer.class), name(layer) + " at the end");
            reading.row(name(layer));
        }
        BaseOutputLayer output = (BaseOutputLayer) layer;
        new LayerReader<>(reading).dense(output);
        Head<A> head = head(reading.kernel(), output, (int) output.getNOut());
        return reading.times() == 1 ? head : new EachStepHead<>(head, reading.times());
    }

    private static <A> Head<A> head(Kernel<A> kernel, BaseOutputLayer output, int units) {
        ILossFunction loss = output.getLossFn();
        IActivation activation = output.getActivationFn();
        boolean isEntropy = loss.equals(new LossMCXENT()) || loss.equals(new LossNegativeLogLikelihood());
        if (isEntropy && activation instanceof ActivationSoftmax) {
            return new KnownHead<>(kernel, KnownHead.Kind.CLASSES, units);
        }
        if (loss.equals(new LossBinaryXENT()) && activation instanceof ActivationSigmoid) {
            return new KnownHead<>(kernel, KnownHead.Kind.YES_OR_NO, units);
        }
        return loss.equals(new LossMSE()) && activation instanceof ActivationIdentity
                ? new KnownHead<>(kernel, KnownHead.Kind.NUMBERS, units)
                : new OtherHead<>(kernel, activation, loss, units);
    }
}
