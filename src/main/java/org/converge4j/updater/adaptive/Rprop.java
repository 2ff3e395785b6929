package org.converge4j.updater.adaptive;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/**
 * Resilient propagation: only the gradient's sign counts; a component's step grows while the sign stays and shrinks when it turns.
 * For full batches.
 */
@About(
        value = "torch.optim.Rprop: steps that grow while the sign stays",
        family = Family.NEWER,
        equation =
                "s = sign(g g₋);  δ ← δ · (η₊, η₋ or 1 for s > 0, < 0, = 0), within [least, most];  where s < 0: g ← "
                        + "0;  θ ← θ − δ sign(g);  g₋ ← g; δ₀ = η",
        differs = {"optax 0.2.8 applies the update that it stored at the step before: its first step moves nothing"},
        source = "Riedmiller & Braun 1993 (IEEE ICNN); PyTorch 2.13 torch.optim.Rprop")
public record Rprop(
        @Setting(value = "first step η", above = 0) double learningRate,

        @Setting(value = "factor η₋ where the sign turns", above = 0, below = 1)
        double shrink,

        @Setting(value = "factor η₊ where it stays", above = 1)
        double grow,

        @Setting(value = "least step", above = 0) double least,

        @Setting(value = "largest step", above = 0) double most)
        implements Rule {
    public Rprop() {
        this(0.01, 0.5, 1.2, 1e-6, 50);
    }

    public Rprop {
        if (least > most) {
            throw new IllegalArgumentException(
                    "least: found " + least + " with most " + most + "; a least step of at most that is accepted.");
        }
    }

    /** The first step is η, but the bounds are not shares of it. */
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
        if (step.number() == 1) {
            Arrays.fill(size, step.learningRate());
        }
        for (int i = 0; i < gradient.length; i++) {
            double agreement = gradient[i] * last[i];
            double factor = agreement > 0 ? grow : agreement < 0 ? shrink : 1;
            size[i] = Math.max(least, Math.min(most, size[i] * factor));
            last[i] = agreement < 0 ? 0 : gradient[i];
            gradient[i] = size[i] * Math.signum(last[i]);
        }
    }
}
