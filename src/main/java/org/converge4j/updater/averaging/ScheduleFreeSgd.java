package org.converge4j.updater.averaging;

import java.util.List;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.EvaluatedElsewhere;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.updater.Extent;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/**
 * Schedule-free SGD: gradients are taken between a fast sequence and its average, which is what is measured; no schedule has to
 * know the end.
 */
@About(
        value = "schedule-free SGD: an average instead of a schedule",
        family = Family.NEWER,
        equation =
                "z ← z − η (∇L(y) + c y);  x ← (1−w) x + w z, w = ηₘₐₓᵖ/Σ ηₘₐₓᵖ;  y ← β₁ x + (1−β₁) z; gradients at y"
                        + " = θ, measured at x",
        cost = "two copies of the parameters",
        differs = {
            "a loss measured at y, where the gradient is taken, flatters the rule",
            "with a warm-up the first step has rate 0, as in optax"
        },
        source = "Defazio et al. 2024 (https://arxiv.org/abs/2405.15682), equations 3 to 5; optax 0.2.8 "
                + "schedule_free_sgd")
public record ScheduleFreeSgd(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "share β₁ of the average x in the place y where gradients are taken", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "steps over which the rate grows to η", atLeast = 0)
        int warmUp,

        @Setting(value = "power p of the largest rate so far that weighs a step", atLeast = 0)
        double weightPower,

        @Setting(value = "weight decay c, at y: g ← g + c y", atLeast = 0)
        double weightDecay)
        implements Rule, EvaluatedElsewhere {
    public ScheduleFreeSgd() {
        this(1.0, 0.9, 0, 2.0, 0);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.PARAMETERS);
    }

    @Override
    public List<String> state() {
        return ScheduleFree.STATE;
    }

    @Override
    public Extent extent(String name) {
        return ScheduleFree.extent(name);
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] y = step.parameters();
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += weightDecay * y[i];
        }
        new ScheduleFree(beta1, warmUp, weightPower).apply(gradient, state, step);
    }

    @Override
    public double[] evaluatedAt(double[] parameters, double[][] state) {
        return ScheduleFree.evaluatedAt(parameters, state);
    }
}
