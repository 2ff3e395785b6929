package org.converge4j.train.update;

import org.converge4j.catalog.rule.EvaluatedElsewhere;
import org.converge4j.train.step.Replica;
import org.converge4j.updater.Extent;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Updater;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Finds out whether an updater may work on many replicas at once: each component of its update must depend on that component
 * alone and be proportional to the learning rate. It is tried, not believed: two replicas of different rates are updated
 * apart, and together at rate 1, with gradients from 1e-6 to 1e6.
 */
public final class Separable {
    private static final double[] RATES = {0.5, 0.0078125};
    private static final int PARAMETERS = 3;
    private static final int ROUNDS = 13;
    private static final double TOLERANCE = 1e-9;

    private Separable() {}

    /** Whether the updater of some replicas may: one that looks at nothing but gradients, with nothing around it. */
    public static boolean is(Replica replica) {
        return replica.treatment().around().isEmpty() && is(replica.updater());
    }

    /** Whether it may; a function of the updater and its settings alone. */
    public static boolean is(Updater updater) {
        return isModest(updater) && isTried(updater);
    }

    /** What a rule declares counts before any trial: Prodigy's distance, say, grows too rarely for one to notice. */
    private static boolean isModest(Updater updater) {
        return updater.reads().isEmpty()
                && !(updater instanceof EvaluatedElsewhere)
                && !(updater instanceof Rule rule
                        && rule.state().stream().anyMatch(name -> rule.extent(name) != Extent.PARAMETERS));
    }

    private static boolean isTried(Updater updater) {
        GradientUpdater<?> together = instantiate(updater, 1, RATES.length * PARAMETERS);
        GradientUpdater<?>[] apart = new GradientUpdater<?>[RATES.length];
        for (int replica = 0; replica < RATES.length; replica++) {
            apart[replica] = instantiate(updater, RATES[replica], PARAMETERS);
        }
        boolean rated = together.getConfig().hasLearningRate();
        for (int round = 0; round < ROUNDS; round++) {
            INDArray joint = gradient(round, 0, 1, RATES.length * PARAMETERS);
            together.applyUpdater(joint, round, 0);
            for (int replica = 0; replica < RATES.length; replica++) {
                INDArray own = gradient(round, replica, RATES.length, PARAMETERS);
                apart[replica].applyUpdater(own, round, 0);
                for (int i = 0; i < PARAMETERS; i++) {
                    double expected = own.getDouble(i);
                    double found = joint.getDouble((long) i * RATES.length + replica) * (rated ? RATES[replica] : 1);
                    if (!(Math.abs(found - expected) <= TOLERANCE * Math.abs(expected))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static INDArray gradient(int round, int from, int step, int length) {
        double[] gradient = new double[length];
        for (int i = 0; i < length; i++) {
            int place = from + step * i;
            gradient[i] = Math.pow(10, round - ROUNDS / 2) * Math.sin(1 + place + 0.7 * round);
        }
        return Nd4j.createFromArray(gradient);
    }

    private static GradientUpdater<?> instantiate(Updater updater, double rate, int parameters) {
        IUpdater rule = updater.toDl4j();
        if (rule.hasLearningRate()) {
            rule.setLrAndSchedule(rate, null);
        }
        long size = rule.stateSize(parameters);
        INDArray state = size == 0 ? null : Nd4j.create(DataType.DOUBLE, size);
        return rule.instantiate(state, true);
    }
}
