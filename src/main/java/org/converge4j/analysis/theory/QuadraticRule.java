package org.converge4j.analysis.theory;

import java.util.Optional;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.CommonSettings;
import org.converge4j.experiment.Curvature;
import org.converge4j.experiment.Trial;

/**
 * An updater that is linear in the gradient, on a quadratic loss. Along an eigenvector of the Hessian with eigenvalue λ, with
 * a = scale · η · λ, the distance from the optimum obeys
 *
 * <ul>
 *   <li>r² − (1 + β − a) r + β = 0 for heavy-ball momentum (Polyak 1964), gradient descent being β = 0;
 *   <li>r² − (1 + β)(1 − a) r + β (1 − a) = 0 for Nesterov's.
 * </ul>
 *
 * and shrinks by the largest |r| a step in the long run.
 *
 * @param scale what the rule multiplies the learning rate by
 * @param momentum β
 * @param lookahead whether it is Nesterov's
 */
public record QuadraticRule(double scale, double momentum, boolean lookahead) {
    private static final int BISECTIONS = 200;

    /** The rule of a trial, if theory knows it: it must be linear, its rate constant, with no clipping or decay. */
    public static Optional<QuadraticRule> of(Trial trial) {
        return trial.common().equals(CommonSettings.NONE) ? of(trial.updater()) : Optional.empty();
    }

    private static Optional<QuadraticRule> of(Choice updater) {
        return switch (updater.variant()) {
            case "sgd" -> Optional.of(new QuadraticRule(1, 0, false));
            case "momentum" ->
                Optional.of(new QuadraticRule(1 - number(updater, "beta"), number(updater, "beta"), true));
            case "emaMomentum" ->
                Optional.of(new QuadraticRule(1 - number(updater, "beta"), number(updater, "beta"), false));
            case "nesterovs" -> Optional.of(new QuadraticRule(1, number(updater, "momentum"), true));
            case "torchSgd" -> torch(updater);
            default -> Optional.empty();
        };
    }

    private static Optional<QuadraticRule> torch(Choice updater) {
        double momentum = number(updater, "momentum");
        return number(updater, "weightDecay") != 0
                ? Optional.empty()
                : Optional.of(new QuadraticRule(
                        momentum == 0 ? 1 : 1 - number(updater, "dampening"),
                        momentum,
                        Boolean.TRUE.equals(updater.settings().get("nesterov"))));
    }

    private static double number(Choice updater, String setting) {
        return updater.settings().get(setting) instanceof Number number ? number.doubleValue() : 0;
    }

    /** The least learning rate at which the loss no longer falls. */
    public double critical(Curvature curvature) {
        double a = lookahead ? (2 + 2 * momentum) / (1 + 2 * momentum) : 2 * (1 + momentum);
        return a / scale / curvature.largest();
    }

    /** The learning rate at which the slowest direction shrinks fastest. */
    public double best(Curvature curvature) {
        if (!lookahead) {
            return 2 * (1 + momentum) / scale / (curvature.largest() + curvature.smallest());
        }
        // flat directions gain and steep ones lose as the rate grows; the best is where they meet
        double low = 0;
        double high = critical(curvature);
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (shrinkage(middle * curvature.smallest()) > shrinkage(middle * curvature.largest())) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** What the distance from the optimum is multiplied by each step in the long run; the excess, by its square. */
    public double factor(double rate, Curvature curvature) {
        return Math.max(shrinkage(rate * curvature.smallest()), shrinkage(rate * curvature.largest()));
    }

    private double shrinkage(double rateTimesEigenvalue) {
        double a = scale * rateTimesEigenvalue;
        double sum = lookahead ? (1 + momentum) * (1 - a) : 1 + momentum - a;
        double product = lookahead ? momentum * (1 - a) : momentum;
        double discriminant = sum * sum - 4 * product;
        return discriminant < 0 ? Math.sqrt(product) : (Math.abs(sum) + Math.sqrt(discriminant)) / 2;
    }
}
