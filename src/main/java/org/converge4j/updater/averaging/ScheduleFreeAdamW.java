package org.converge4j.updater.averaging;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.EvaluatedElsewhere;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.updater.Extent;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/**
 * Schedule-free AdamW: the fast sequence takes steps of Adam without its mean, whose part the average takes.
 */
@About(
        value = "schedule-free AdamW: an average instead of a schedule",
        family = Family.NEWER,
        equation = "v ← β₂ v + (1−β₂) g²;  z ← z − η (g/(√(v/(1−β₂ᵗ)) + ε) + c y);  x ← (1−w) x + w z, w = ηₘₐₓᵖ/Σ "
                + "ηₘₐₓᵖ;  y ← β₁ x + (1−β₁) z; gradients at y = θ, measured at x",
        cost = "two copies of the parameters and a vector",
        differs = {
            "a loss measured at y, where the gradient is taken, flatters the rule",
            "Keras on its torch backend recovers x with the new z instead of the old: 4e-2 off after 50 steps",
            "with a warm-up the first step has rate 0, as in optax"
        },
        source = "Defazio et al. 2024 (https://arxiv.org/abs/2405.15682), algorithm 1; optax 0.2.8 schedule_free_adamw")
public record ScheduleFreeAdamW(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "share β₁ of the average x in the place y where gradients are taken", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", atLeast = 0)
        double epsilon,

        @Setting(value = "steps over which the rate grows to η", atLeast = 0)
        int warmUp,

        @Setting(value = "power p of the largest rate so far that weighs a step", atLeast = 0)
        double weightPower,

        @Setting(value = "weight decay c, at y, beside the quotient", atLeast = 0)
        double weightDecay)
        implements Rule, EvaluatedElsewhere {
    public ScheduleFreeAdamW() {
        this(0.0025, 0.9, 0.999, 1e-8, 0, 2.0, 0);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.PARAMETERS);
    }

    @Override
    public List<String> state() {
        return Stream.concat(ScheduleFree.STATE.stream(), Stream.of("v")).toList();
    }

    @Override
    public Extent extent(String name) {
        return ScheduleFree.extent(name);
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] y = step.parameters();
        double[] v = state[4];
        double correction = 1 - Math.pow(beta2, step.number());
        for (int i = 0; i < gradient.length; i++) {
            v[i] = beta2 * v[i] + (1 - beta2) * gradient[i] * gradient[i];
            gradient[i] = gradient[i] / (Math.sqrt(v[i] / correction) + epsilon) + weightDecay * y[i];
        }
        new ScheduleFree(beta1, warmUp, weightPower).apply(gradient, state, step);
    }

    @Override
    public double[] evaluatedAt(double[] parameters, double[][] state) {
        return ScheduleFree.evaluatedAt(parameters, state);
    }
}
