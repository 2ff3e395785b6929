package org.converge4j.result;

import org.converge4j.catalog.message.Checks;

/**
 * What a run evaluated on its way: a step takes one gradient, with the loss that comes along; rules that look again take more.
 *
 * @param gradients taken; a product with the Hessian counts as two, or as the gradients it is made from
 * @param losses taken without a gradient
 */
public record Evaluations(long gradients, long losses) {
    /** Nothing yet. */
    public static final Evaluations NONE = new Evaluations(0, 0);

    public Evaluations {
        Checks.expect(gradients >= 0, "gradients", "at least 0", gradients);
        Checks.expect(losses >= 0, "losses", "at least 0", losses);
    }

    /** Those of both. */
    public Evaluations plus(Evaluations more) {
        return new Evaluations(gradients + more.gradients, losses + more.losses);
    }
}
