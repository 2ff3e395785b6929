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
 * Momentum with a rate that a model of the loss gives: the loss is modelled by averages of past values and slopes, and bounded
 * from below; η is the most.
 */
@About(
        value = "momentum with a rate from the loss",
        family = Family.NEWER,
        equation =
                "F, h, m = averages (β; at t = 1 the values) of L, <g, θ>, g;  τ = min(η, max((1+ηc)(F − b − h) + <m,"
                        + " θ>, 0)/|m|²);  θ ← θ − ηc/(1+ηc) θ − τ m",
        source = "Schaipp et al. 2023 (https://arxiv.org/abs/2305.07583), algorithm 1; optax 0.2.8 momo")
public record Momo(
        @Setting(value = "largest rate η", above = 0) double learningRate,

        @Setting(value = "decay β of the averages", atLeast = 0, below = 1)
        double beta,

        @Setting(value = "b, no loss is below it; the floor, where that is known", atLeast = -1e300)
        double lowerBound,

        @Setting("whether b follows what is seen") boolean adaptLowerBound,

        @Setting(value = "weight decay c, implicit: θ ← θ − ηc/(1+ηc) θ", atLeast = 0)
        double weightDecay)
        implements Rule {
    public Momo() {
        this(1.0, 0.9, 0, false, 0);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.PARAMETERS, Reads.LOSS, Reads.ALL);
    }

    @Override
    public List<String> state() {
        return List.of("m", "loss", "slope", "bound");
    }

    @Override
    public Extent extent(String name) {
        return LossModel.extent(name);
    }

    /** The smallest relative difference of numbers of 64 bits: a square below it has no direction. */
    private static final double TINY = Math.ulp(1.0);

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] theta = step.parameters();
        double[] m = state[0];
        double share = step.number() == 1 ? 1 : 1 - beta;
        double along = Vectors.dot(gradient, theta);
        for (int i = 0; i < m.length; i++) {
            m[i] = (1 - share) * m[i] + share * gradient[i];
        }
        double loss = LossModel.average(state[1], step.loss(), share);
        double slope = LossModel.average(state[2], along, share);
        LossModel model = new LossModel(lowerBound, adaptLowerBound, weightDecay);
        double reach = Vectors.dot(m, theta);
        double rate = model.rate(loss - slope, reach, Vectors.dot(m, m), TINY, 1, state[3], step);
        double pull = model.pull(step);
        for (int i = 0; i < m.length; i++) {
            gradient[i] = pull * theta[i] + rate * m[i];
        }
    }

    @Override
    public Decay decay() {
        return Decay.inside(weightDecay);
    }
}
