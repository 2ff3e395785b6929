package org.converge4j.train.update;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.converge4j.train.dense.Arithmetic;
import org.converge4j.train.step.Numeric;
import org.converge4j.train.step.Replica;
import org.converge4j.updater.Updater;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * The learning rates of a pipeline's replicas: one that the updater applies itself, or one for each replica, applied after it.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
final class Rates<A> {
    private final Arithmetic<A> arithmetic;
    private final double updater;
    private final double decay;
    private final @Nullable A updaterEach;
    private final @Nullable A decayEach;

    private Rates(
            Arithmetic<A> arithmetic, double updater, double decay, @Nullable A updaterEach, @Nullable A decayEach) {
        this.arithmetic = arithmetic;
        this.updater = updater;
        this.decay = decay;
        this.updaterEach = updaterEach;
        this.decayEach = decayEach;
    }

    /** Of one replica, applied by its updater. */
    static <A> Rates<A> own(Numeric<A> numeric, Updater updater) {
        return new Rates<>(numeric.arithmetic(), dl4j(updater), updater.learningRate(), null, null);
    }

    /** Of several replicas, side by side in {@code length} parameters; the updater works at rate 1. */
    static <A> Rates<A> each(Numeric<A> numeric, List<Replica> replicas, int length) {
        return new Rates<>(
                numeric.arithmetic(),
                1,
                1,
                tile(numeric, replicas, Rates::dl4j, length),
                tile(numeric, replicas, Updater::learningRate, length));
    }

    /** What the updater is to work at, before any schedule; 1 for one that has no rate. */
    double updater() {
        return updater;
    }

    /** Brings an update made at {@link #updater()} to each replica's rate. */
    void scale(A update) {
        if (updaterEach != null) {
            arithmetic.multiply(update, updaterEach);
        }
    }

    /** Adds η times a share of the parameters to the update; η is not the rate that DL4J knows where a wrapper translates it. */
    void decay(A update, A parameters, double share) {
        if (decayEach == null) {
            arithmetic.addScaled(update, parameters, share * decay);
        } else {
            arithmetic.addScaled(update, parameters, decayEach, share);
        }
    }

    private static double dl4j(Updater updater) {
        IUpdater rule = updater.toDl4j();
        return rule.hasLearningRate() ? rule.getLearningRate(0, 0) : 1;
    }

    private static <A> A tile(Numeric<A> numeric, List<Replica> replicas, ToDoubleFunction<Updater> rate, int length) {
        double[] rates = replicas.stream()
                .mapToDouble(replica -> rate.applyAsDouble(replica.updater()))
                .toArray();
        double[] each = new double[length];
        for (int i = 0; i < length; i++) {
            each[i] = rates[i % rates.length];
        }
        return numeric.arithmetic().of(each);
    }
}
