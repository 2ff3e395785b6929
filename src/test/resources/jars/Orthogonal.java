package stranger;

import java.util.List;
import java.util.Set;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Setting;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.updater.Block;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

@About(
        value = "momentum made orthogonal, matrix by matrix; plain momentum for biases",
        equation = "m ← β m + g;  X = m/|m|, eight times X ← 1.5 X − 0.5 X Xᵀ X;  θ ← θ − η X",
        source = "after Jordan et al. 2024, with the classical cubic iteration")
public record Orthogonal(
        @Setting(value = "step size η", above = 0) double learningRate,
        @Setting(value = "decay β of the momentum", atLeast = 0, below = 1) double beta)
        implements Rule {
    public Orthogonal() { this(0.02, 0.9); }

    @Override
    public Set<Reads> reads() { return Set.of(Reads.BLOCKS); }

    @Override
    public List<String> state() { return List.of("m"); }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        for (Block block : step.blocks()) {
            double squares = 1e-30;
            for (int i = block.from(); i < block.to(); i++) {
                state[0][i] = beta * state[0][i] + gradient[i];
                squares += state[0][i] * state[0][i];
            }
            double[][] x = new double[block.rows()][block.columns()];
            for (int i = 0; i < block.size(); i++) {
                x[i / block.columns()][i % block.columns()] =
                        state[0][block.from() + i] / (block.matrix() ? Math.sqrt(squares) : 1);
            }
            for (int k = 0; k < (block.matrix() ? 8 : 0); k++) x = cubic(x);
            for (int i = 0; i < block.size(); i++) {
                gradient[block.from() + i] = step.learningRate() * x[i / block.columns()][i % block.columns()];
            }
        }
    }

    private static double[][] cubic(double[][] x) {
        double[][] next = new double[x.length][x[0].length];
        for (int i = 0; i < x.length; i++)
            for (int j = 0; j < x[0].length; j++) {
                next[i][j] = 1.5 * x[i][j];
                for (double[] row : x)
                    for (int l = 0; l < x[0].length; l++) next[i][j] -= 0.5 * x[i][l] * row[l] * row[j];
            }
        return next;
    }
}
