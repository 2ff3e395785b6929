package org.converge4j.experiment;

/**
 * A limit on gradients, applied before anything else is done with them.
 *
 * @param kind what is limited
 * @param limit above 0; without meaning for {@link Kind#NONE}
 */
public record Clip(Kind kind, double limit) {
    /** What is limited. */
    public enum Kind {
        /** Nothing. */
        NONE,
        /** Each component of the gradient, to ±limit. */
        VALUE,
        /** The Euclidean norm of the gradient over all parameters. */
        NORM
    }

    /** Gradients as they come. */
    public static final Clip NONE = new Clip(Kind.NONE, 0);
}
