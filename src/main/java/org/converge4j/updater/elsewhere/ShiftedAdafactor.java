package org.converge4j.updater.elsewhere;

import java.util.List;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.updater.Block;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;
import org.converge4j.updater.algebra.Vectors;

/** Adafactor as optax and Keras have it: a constant joins every square, where PyTorch keeps the mean squares from falling too low. */
@About(
        value = "Adafactor with a constant beside the squares",
        family = Family.NEWER,
        equation = "b = t⁻ᵖ;  a = max(ε₂, rms θ) η, η at most 1/√t where it falls;  matrices with sides of n and more:"
                + " r ← r + b (row means of g² + ε₁ − r), k ← k + b (column means − k), V = r kᵀ/mean r; others:"
                + " V ← V + b (g² + ε₁ − V);  u = g/√V;  θ ← θ − a u/max(1, rms(u)/d)",
        source = "optax 0.2.8 adafactor; Keras 3.15 Adafactor")
public record ShiftedAdafactor(
        @Setting(value = "relative step η", above = 0) double learningRate,

        @Setting("whether η is at most 1/√t") boolean falling,

        @Setting(value = "power p of the falling share of new squares", above = 0)
        double power,

        @Setting(value = "ε₁, beside every square", above = 0)
        double shift,

        @Setting(value = "ε₂, the least size of parameters", above = 0)
        double epsilon2,

        @Setting(value = "d, the largest size of an update", above = 0)
        double clip,

        @Setting(value = "least side n of a matrix that is factored", atLeast = 1)
        int factoredFrom)
        implements Rule {
    public ShiftedAdafactor() {
        this(0.01, false, 0.8, 1e-30, 1e-3, 1.0, 128);
    }

    @Override
    public Set<Reads> reads() {
        return Set.of(Reads.PARAMETERS, Reads.BLOCKS);
    }

    @Override
    public List<String> state() {
        return List.of("squares", "rows", "columns");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double share = Math.pow(step.number(), -power);
        double most = falling ? Math.min(step.learningRate(), 1 / Math.sqrt(step.number())) : step.learningRate();
        for (Block block : step.blocks()) {
            if (block.matrix() && Math.min(block.rows(), block.columns()) >= factoredFrom) {
                divideFactored(block, gradient, state, share);
            } else {
                divide(block, gradient, state[0], share);
            }
            double size = Vectors.norm(step.parameters(), block.from(), block.to()) / Math.sqrt(block.size());
            double moved = Vectors.norm(gradient, block.from(), block.to()) / Math.sqrt(block.size());
            double rate = Math.max(epsilon2, size) * most / Math.max(1, moved / clip);
            Vectors.scale(gradient, rate, block.from(), block.to());
        }
    }

    private void divide(Block block, double[] gradient, double[] squares, double share) {
        for (int at = block.from(); at < block.to(); at++) {
            squares[at] += share * (gradient[at] * gradient[at] + shift - squares[at]);
            gradient[at] /= Math.sqrt(squares[at]);
        }
    }

    /** A row's mean is kept where the block begins and by its number after, and so is a column's. */
    private void divideFactored(Block block, double[] gradient, double[][] state, double share) {
        int columns = block.columns();
        double[] ofRows = new double[block.rows()];
        double[] ofColumns = new double[columns];
        for (int i = 0; i < block.size(); i++) {
            double g = gradient[block.from() + i];
            ofRows[i / columns] += (g * g + shift) / columns;
            ofColumns[i % columns] += (g * g + shift) / block.rows();
        }
        double mean = follow(state[1], block.from(), ofRows, share);
        follow(state[2], block.from(), ofColumns, share);
        for (int i = 0; i < block.size(); i++) {
            double square = state[1][block.from() + i / columns] * state[2][block.from() + i % columns] / mean;
            gradient[block.from() + i] /= Math.sqrt(square);
        }
    }

    /** The mean of what follows. */
    private static double follow(double[] kept, int from, double[] now, double share) {
        double sum = 0;
        for (int i = 0; i < now.length; i++) {
            kept[from + i] += share * (now[i] - kept[from + i]);
            sum += kept[from + i];
        }
        return sum / now.length;
    }
}
