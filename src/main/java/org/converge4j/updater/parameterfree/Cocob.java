package org.converge4j.updater.parameterfree;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.experiment.Decay;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/**
 * Coin betting, component by component: what was won so far is staked again, so that no rate is needed.
 */
@About(
        value = "coin betting, without a rate",
        family = Family.NEWER,
        equation =
                "h = η g;  L ← max(L, |h|);  G ← G + |h|;  R ← max(R − h (θ−θ₀), 0);  s ← s − h;  θ ← θ₀ + s (L+R)/(L"
                        + " max(G+L, α L)); L₀ = ε",
        cost = "five vectors",
        source = "Orabona & Tommasi 2017 (https://arxiv.org/abs/1705.07795), algorithm 2; optax 0.2.8 cocob")
public record Cocob(
        @Setting(value = "factor η on the gradient", above = 0)
        double learningRate,

        @Setting(value = "α, bounds the first steps", above = 0)
        double alpha,

        @Setting(value = "ε, the least scale of a gradient", above = 0)
        double epsilon,

        @Setting(value = "coupled weight decay c: g ← g + cθ", atLeast = 0)
        double weightDecay)
        implements Rule {
    public Cocob() {
        this(1.0, 100.0, 1e-8, 0);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.PARAMETERS);
    }

    @Override
    public List<String> state() {
        return List.of("start", "largest", "sizes", "reward", "sum");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] theta = step.parameters();
        double[] start = state[0];
        double[] largest = state[1];
        double[] sizes = state[2];
        double[] reward = state[3];
        double[] sum = state[4];
        if (step.number() == 1) {
            System.arraycopy(theta, 0, start, 0, start.length);
            Arrays.fill(largest, epsilon);
        }
        for (int i = 0; i < theta.length; i++) {
            double h = step.learningRate() * gradient[i];
            largest[i] = Math.max(largest[i], Math.abs(h));
            sizes[i] += Math.abs(h);
            reward[i] = Math.max(reward[i] - h * (theta[i] - start[i]), 0);
            sum[i] -= h;
            double stake = sum[i]
                    / (largest[i] * Math.max(sizes[i] + largest[i], alpha * largest[i]))
                    * (largest[i] + reward[i]);
            gradient[i] = theta[i] - (start[i] + stake);
        }
    }

    @Override
    public Decay decay() {
        return Decay.coupled(weightDecay);
    }
}
