package org.converge4j.updater.elsewhere;

import java.util.List;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Setting;
import org.converge4j.updater.Rule;
import org.converge4j.updater.Step;

/** Adagrad and RMSprop as optax and Keras have them: PyTorch and DL4J add ε to the root. */
@About(
        value = "gradients over the root of their squares, ε under it",
        family = Family.NEWER,
        equation = "v ← ρ v + (1−ρ) g², or v + g² where ρ is 1;  θ ← θ − η g/√(v + ε)",
        source = "optax 0.2.8 and Keras 3.15, Adagrad and RMSprop")
public record RootedSquares(
        @Setting(value = "step size η", above = 0) double learningRate,

        @Setting(value = "decay ρ of the squares; 1: their sum", atLeast = 0, atMost = 1)
        double rho,

        @Setting(value = "v at the start", atLeast = 0) double first,

        @Setting(value = "ε, keeps the quotient finite", atLeast = 0)
        double epsilon)
        implements Rule {
    public RootedSquares() {
        this(0.001, 1, 0.1, 1e-7);
    }

    @Override
    public List<String> state() {
        return List.of("v");
    }

    @Override
    public void apply(double[] gradient, double[][] state, Step step) {
        double[] v = state[0];
        double share = rho == 1 ? 1 : 1 - rho;
        for (int i = 0; i < v.length; i++) {
            double g = gradient[i];
            v[i] = rho * (step.number() == 1 ? first : v[i]) + share * g * g;
            gradient[i] = step.learningRate() * g / Math.sqrt(v[i] + epsilon);
        }
    }
}
