package org.converge4j.updater.matrix;

import java.util.List;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.experiment.Decay;
import org.converge4j.updater.Block;
import org.converge4j.updater.Extent;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;
import org.converge4j.updater.algebra.Vectors;

/**
 * Mean squares of a matrix from those of its rows and columns alone, and steps relative to the size of the parameters.
 */
@About(
        value = "torch.optim.Adafactor: mean squares by rows and columns",
        family = Family.NEWER,
        equation =
                "b = t⁻ᵖ;  a = max(ε₂, rms θ) min(η, 1/√t);  θ ← θ − ηcθ;  matrices: r ← r + b (row means of g² − r),"
                        + " k ← k + b (column means − k), V = r kᵀ/max(mean r, ε₁); vectors: V ← V + b (g² − V);  u ="
                        + " g/√max(V, ε₁²);  θ ← θ − a u/max(1, rms(u)/d)",
        cost = "a number a row and a column of each matrix, and a vector for biases",
        differs = {
            "optax does not factor matrices below 128 × 128 by default",
            "ε stands elsewhere in optax and Keras: 1e-8 to 6e-8 apart after 50 steps"
        },
        source = "Shazeer & Stern 2018 (https://arxiv.org/abs/1804.04235), algorithm 4; PyTorch 2.13 "
                + "torch.optim.Adafactor")
public record Adafactor(
        @Setting(value = "largest relative step η", above = 0)
        double learningRate,

        @Setting(value = "power p of the falling share of new squares", above = 0)
        double power,

        @Setting(value = "ε₁, the least square; 0: 2⁻⁵², the spacing of doubles at 1", atLeast = 0)
        double epsilon1,

        @Setting(value = "ε₂, the least size of parameters", above = 0)
        double epsilon2,

        @Setting(value = "d, the largest size of an update", above = 0)
        double clip,

        @Setting(value = "decoupled weight decay c: θ ← θ − ηcθ", atLeast = 0)
        double weightDecay)
        implements Rule {
    public Adafactor() {
        this(0.01, 0.8, 0, 1e-3, 1.0, 0);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.PARAMETERS, Reads.BLOCKS);
    }

    @Override
    public List<String> state() {
        return List.of("squares");
    }

    @Override
    public Extent extent(String name) {
        return switch (name) {
            case "squares" -> Extent.FACTORS;
            default -> Extent.PARAMETERS;
        };
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double share = Math.pow(step.number(), -power);
        double most = Math.min(step.learningRate(), 1 / Math.sqrt(step.number()));
        Factors factors = new Factors(state[0], epsilon1 == 0 ? Math.ulp(1.0) : epsilon1, share);
        int at = 0;
        for (Block block : step.blocks()) {
            double size = Vectors.norm(step.parameters(), block.from(), block.to()) / Math.sqrt(block.size());
            double rate = Math.max(epsilon2, size) * most;
            at += factors.divide(block, gradient, at);
            double moved = Vectors.norm(gradient, block.from(), block.to()) / Math.sqrt(block.size());
            rate /= Math.max(1, moved / clip);
            Vectors.scale(gradient, rate, block.from(), block.to());
        }
    }

    @Override
    public Decay decay() {
        return Decay.decoupled(weightDecay);
    }
}
