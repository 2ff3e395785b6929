package org.converge4j.updater.parameterfree;

import java.util.List;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.experiment.Decay;
import org.converge4j.updater.Extent;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;
import org.converge4j.updater.algebra.Vectors;

/**
 * Adam with a rate that a model of the loss gives: the loss is modelled by averages of past values and slopes, and bounded from
 * below; η is the most.
 */
@About(
        value = "Adam with a rate from the loss",
        family = Family.NEWER,
        equation =
                "F, h, m = averages (β₁) of L, <g, θ>, g;  v ← β₂ v + (1−β₂) g²;  D = ε + √(v/(1−β₂ᵗ));  k = 1−β₁ᵗ;  "
                        + "τ = min(η/k, max((1+ηc)(F − k b − h) + <m, θ>, 0)/<m, m/D>);  θ ← θ − ηc/(1+ηc) θ − τ m/D",
        source = "Schaipp et al. 2023 (https://arxiv.org/abs/2305.07583), algorithm 2; optax 0.2.8 momo_adam")
public record MomoAdam(
        @Setting(value = "largest rate η", above = 0) double learningRate,

        @Setting(value = "decay β₁ of the mean", atLeast = 0, below = 1)
        double beta1,

        @Setting(value = "decay β₂ of the mean square", atLeast = 0, below = 1)
        double beta2,

        @Setting(value = "ε, keeps the quotient finite", atLeast = 0)
        double epsilon,

        @Setting(value = "b, no loss is below it; the floor, where that is known", atLeast = -1e300)
        double lowerBound,

        @Setting("whether b follows what is seen") boolean adaptLowerBound,

        @Setting(value = "weight decay c, implicit: θ ← θ − ηc/(1+ηc) θ", atLeast = 0)
        double weightDecay)
        implements Rule {
    public MomoAdam() {
        this(0.01, 0.9, 0.999, 1e-8, 0, false, 0);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.PARAMETERS, Reads.LOSS, Reads.ALL);
    }

    @Override
    public List<String> state() {
        return List.of("m", "v", "loss", "slope", "bound");
    }

    @Override
    public Extent extent(String name) {
        return LossModel.extent(name);
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] theta = step.parameters();
        double[] m = state[0];
        double[] v = state[1];
        double along = Vectors.dot(gradient, theta);
        double correction = 1 - Math.pow(beta2, step.number());
        double square = 0;
        double[] scaled = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * gradient[i];
            v[i] = beta2 * v[i] + (1 - beta2) * gradient[i] * gradient[i];
            scaled[i] = m[i] / (epsilon + Math.sqrt(v[i] / correction));
            square += m[i] * scaled[i];
        }
        double loss = LossModel.average(state[2], step.loss(), 1 - beta1);
        double slope = LossModel.average(state[3], along, 1 - beta1);
        LossModel model = new LossModel(lowerBound, adaptLowerBound, weightDecay);
        double held = 1 - Math.pow(beta1, step.number());
        double rate = model.rate(loss - slope, Vectors.dot(m, theta), square, 0, held, state[4], step);
        double pull = model.pull(step);
        for (int i = 0; i < m.length; i++) {
            gradient[i] = pull * theta[i] + rate * scaled[i];
        }
    }

    @Override
    public Decay decay() {
        return Decay.inside(weightDecay);
    }
}
