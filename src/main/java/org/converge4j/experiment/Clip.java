package org.converge4j.experiment;

import static java.util.Objects.requireNonNull;

import org.converge4j.catalog.message.Checks;

/**
 * A limit on gradients, applied before anything else is done with them.
 *
 * @param kind what is limited
 * @param limit above 0; without meaning for {@link Kind#NONE}
 */
public record Clip(Kind kind, double limit) {
    public Clip {
        requireNonNull(kind, "kind");
        Checks.atLeast(0, limit, "the limit of a clip");
    }

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

    /** Part of the ids of runs, which may not change. */
    @Override
    public String toString() {
        return "Clip[kind=" + kind + ", limit=" + limit + "]";
    }
}
