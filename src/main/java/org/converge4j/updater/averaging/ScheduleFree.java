package org.converge4j.updater.averaging;

import java.util.List;
import org.converge4j.updater.Extent;
import org.converge4j.updater.Step;

/**
 * What schedule-free rules have in common: a fast sequence z, its average x, and the place y between them where gradients are
 * taken. They differ in the direction of z's steps.
 *
 * @param beta1 share of x in y
 * @param warmUp steps over which the rate grows
 * @param weightPower power of the largest rate so far that a step weighs in the average
 */
record ScheduleFree(double beta1, int warmUp, double weightPower) {
    static final List<String> STATE = List.of("z", "x", "total", "largest");

    static Extent extent(String name) {
        return switch (name) {
            case "total", "largest" -> Extent.ONE;
            default -> Extent.PARAMETERS;
        };
    }

    /** Takes z's step, has x follow, and replaces the direction by what is to be subtracted from y. */
    void apply(double[] direction, double[][] state, Step step) {
        double[] y = step.parameters();
        double[] z = state[0];
        double[] x = state[1];
        if (step.number() == 1) {
            System.arraycopy(y, 0, z, 0, z.length);
            System.arraycopy(y, 0, x, 0, x.length);
        }
        double rate = step.learningRate() * warmth(step.number() - 1);
        double share = share(step.learningRate() * warmth(step.number()), state[2], state[3]);
        for (int i = 0; i < z.length; i++) {
            z[i] -= rate * direction[i];
            x[i] = (1 - share) * x[i] + share * z[i];
            direction[i] = y[i] - (beta1 * x[i] + (1 - beta1) * z[i]);
        }
    }

    /** x, once there is one. */
    static double[] evaluatedAt(double[] parameters, double[][] state) {
        return state[2][0] == 0 ? parameters : state[1];
    }

    /** The share of the rate that a warm-up leaves. */
    private double warmth(int number) {
        return warmUp == 0 ? 1 : Math.min(1, (double) number / warmUp);
    }

    /** The share of the newest step among all so far; both sums are one number each. */
    private double share(double rate, double[] total, double[] largest) {
        largest[0] = Math.max(largest[0], rate);
        double weight = Math.pow(largest[0], weightPower);
        total[0] += weight;
        return total[0] == 0 ? 0 : weight / total[0];
    }
}
