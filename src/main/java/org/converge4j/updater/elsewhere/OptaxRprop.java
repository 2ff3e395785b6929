package org.converge4j.updater.elsewhere;

import java.util.List;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/** Rprop as optax has it: it takes the step that it worked out the time before. */
@About(
        value = "Rprop a step behind",
        family = Family.NEWER,
        equation =
                "σ ← clamp(σ · (grow, shrink or 1), least, most) by the sign of g u₋;  u ← 0 where it turned, else σ sign(g);  θ ← θ − u₋, but not where it turned",
        source = "optax 0.2.8 rprop")
public record OptaxRprop(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "factor where the sign stays", above = 1)
        double grow,

        @Setting(value = "factor where it turns", above = 0, below = 1)
        double shrink,

        @Setting(value = "least step", above = 0) double least,
        @Setting(value = "largest step", above = 0) double most)
        implements Rule {
    public OptaxRprop() {
        this(0.01, 1.2, 0.5, 1e-6, 50);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.RATE);
    }

    @Override
    public List<String> state() {
        return List.of("size", "last");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] size = state[0];
        double[] last = state[1];
        for (int i = 0; i < size.length; i++) {
            double g = gradient[i];
            double turn = g * last[i];
            double now = step.number() == 1 ? step.learningRate() : size[i];
            size[i] = turn == 0 ? now : Math.min(most, Math.max(least, now * (turn > 0 ? grow : shrink)));
            gradient[i] = turn < 0 ? 0 : last[i];
            last[i] = turn < 0 ? 0 : size[i] * Math.signum(g);
        }
    }
}
