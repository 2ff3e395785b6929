package org.converge4j.train;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.converge4j.updater.Updater;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;

/** The learning rates of a pipeline's replicas: one that DL4J's updater applies, or one for each replica, applied by us. */
final class Rates {
    private final double dl4j;
    private final double own;
    private final @Nullable INDArray dl4jEach;
    private final @Nullable INDArray ownEach;

    private Rates(double dl4j, double own, @Nullable INDArray dl4jEach, @Nullable INDArray ownEach) {
        this.dl4j = dl4j;
        this.own = own;
        this.dl4jEach = dl4jEach;
        this.ownEach = ownEach;
    }

    /** Of one replica, applied by DL4J's updater. */
    static Rates own(Updater updater) {
        return new Rates(dl4j(updater), updater.learningRate(), null, null);
    }

    /** Of several replicas, side by side in the parameters; DL4J's updater works at rate 1. */
    static Rates each(List<Replica> replicas, INDArray parameters) {
        return new Rates(
                1, 1, tile(replicas, Rates::dl4j, parameters), tile(replicas, Updater::learningRate, parameters));
    }

    /** What DL4J's updater is to work at, before any schedule. */
    double dl4j() {
        return dl4j;
    }

    /** Brings an update made at {@link #dl4j()} to each replica's rate. */
    void scale(INDArray update) {
        if (dl4jEach != null) {
            update.muli(dl4jEach);
        }
    }

    /** Parameters times their rate η, which is not the one DL4J knows where a wrapper translates it; a new array. */
    INDArray times(INDArray parameters) {
        return ownEach == null ? parameters.mul(own) : parameters.mul(ownEach);
    }

    private static double dl4j(Updater updater) {
        IUpdater rule = updater.toDl4j();
        return rule.hasLearningRate() ? rule.getLearningRate(0, 0) : 1;
    }

    private static INDArray tile(List<Replica> replicas, ToDoubleFunction<Updater> rate, INDArray parameters) {
        double[] each = new double[Math.toIntExact(parameters.length())];
        double[] rates = replicas.stream()
                .mapToDouble(replica -> rate.applyAsDouble(replica.updater()))
                .toArray();
        for (int i = 0; i < each.length; i++) {
            each[i] = rates[i % rates.length];
        }
        return Nd4j.createFromArray(each).castTo(parameters.dataType());
    }
}
