package org.converge4j.updater.torch;

import java.util.List;
import org.converge4j.updater.Step;

/**
 * What PyTorch's Adam and AdamW have in common: everything but where their decay goes.
 *
 * @param amsgrad whether the largest mean square so far divides
 */
record Moments(double beta1, double beta2, double epsilon, boolean amsgrad) {
    static List<String> state(boolean amsgrad) {
        return amsgrad ? List.of("m", "v", "largest") : List.of("m", "v");
    }

    void apply(double[] gradient, double[][] state, Step step) {
        double[] m = state[0];
        double[] v = state[1];
        double[] divisor = state[state.length - 1];
        double rate = step.learningRate() / (1 - Math.pow(beta1, step.number()));
        double correction = Math.sqrt(1 - Math.pow(beta2, step.number()));
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i];
            m[i] += (1 - beta1) * (g - m[i]);
            v[i] = beta2 * v[i] + (1 - beta2) * g * g;
            divisor[i] = amsgrad ? Math.max(divisor[i], v[i]) : v[i];
            gradient[i] = rate * m[i] / (Math.sqrt(divisor[i]) / correction + epsilon);
        }
    }
}
