package org.converge4j.updater.adaptive;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/**
 * Quasi-hyperbolic momentum: a share of the velocity, the rest plain gradient.
 */
@About(
        value = "quasi-hyperbolic momentum",
        family = Family.NEWER,
        equation = "m ← β m + (1−β) g;  θ ← θ − η ((1−ν) g + ν m)",
        differs = {"ν = 0 is gradient descent, ν = 1 the article's momentum"},
        source = "Ma & Yarats 2019 (https://arxiv.org/abs/1810.06801), section 3")
public record Qhm(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "share β of the velocity kept", atLeast = 0, below = 1)
        double beta,

        @Setting(value = "share ν of the velocity in the step", atLeast = 0, atMost = 1)
        double nu)
        implements Rule {
    public Qhm() {
        this(0.01, 0.999, 0.7);
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
            gradient[i] = step.learningRate() * ((1 - nu) * gradient[i] + nu * m[i]);
        }
    }
}
