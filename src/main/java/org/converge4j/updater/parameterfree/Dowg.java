package org.converge4j.updater.parameterfree;

import java.util.List;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.FindsRate;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.experiment.Decay;
import org.converge4j.updater.Extent;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;
import org.converge4j.updater.algebra.Vectors;

/**
 * Distance over weighted gradients: as dog, with each gradient weighed by the distance at its time.
 */
@About(
        value = "distance over weighted gradients, a rate that it finds itself",
        family = Family.NEWER,
        equation = "r² ← max(r², |θ−θ₀|²);  v ← v + r² |g|²;  θ ← θ − η r²/(√v + ε) g; norms over the whole network",
        cost = "a copy of the start",
        source = "Khaled et al. 2023 (https://arxiv.org/abs/2305.16284), algorithm 1; optax 0.2.8 dowg")
public record Dowg(
        @Setting(value = "factor η on the rate that is found", above = 0)
        double learningRate,

        @Setting(value = "first squared distance; 0: ε", atLeast = 0)
        double firstSquare,

        @Setting(value = "ε, beside the root", above = 0) double epsilon,

        @Setting(value = "coupled weight decay c: g ← g + cθ", atLeast = 0)
        double weightDecay)
        implements Rule, FindsRate {
    public Dowg() {
        this(1.0, 0, 1e-4, 0);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.PARAMETERS, Reads.ALL);
    }

    @Override
    public List<String> state() {
        return List.of("start", "farthest", "squares");
    }

    @Override
    public Extent extent(String name) {
        return switch (name) {
            case "farthest", "squares" -> Extent.ONE;
            default -> Extent.PARAMETERS;
        };
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] theta = step.parameters();
        double[] start = state[0];
        if (step.number() == 1) {
            System.arraycopy(theta, 0, start, 0, start.length);
            state[1][0] = firstSquare == 0 ? epsilon : firstSquare;
        }
        double distance = Vectors.distance(theta, start);
        double square = Math.max(state[1][0], distance * distance);
        state[1][0] = square;
        state[2][0] += square * Vectors.dot(gradient, gradient);
        double rate = step.learningRate() * square / (Math.sqrt(state[2][0]) + epsilon);
        Vectors.scale(gradient, rate);
    }

    @Override
    public double foundRate(double[][] state) {
        return state[1][0] / (Math.sqrt(state[2][0]) + epsilon);
    }

    @Override
    public Decay decay() {
        return Decay.coupled(weightDecay);
    }
}
