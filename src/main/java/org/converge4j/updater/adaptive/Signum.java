package org.converge4j.updater.adaptive;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/**
 * Signum: the sign of the momentum; with β = 0 it is signSGD.
 *
 * @param learningRate η
 * @param beta β, the share of the momentum that is kept
 */
@About(
        value = "Signum, the sign of the momentum",
        family = Family.NEWER,
        equation = "m ← β m + (1−β) g;  θ ← θ − η sign(m)",
        source = "Bernstein et al. 2018 (https://arxiv.org/abs/1802.04434), signSGD, algorithm 2")
public record Signum(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "share β of the momentum kept", atLeast = 0, below = 1)
        double beta)
        implements Rule {
    public Signum() {
        this(1e-4, 0.9);
    }

    @Override
    public List<String> state() {
        return List.of("m");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] m = state[0];
        for (int i = 0; i < gradient.length; i++) {
            m[i] = beta * m[i] + (1 - beta) * gradient[i];
            gradient[i] = step.learningRate() * Math.signum(m[i]);
        }
    }
}
