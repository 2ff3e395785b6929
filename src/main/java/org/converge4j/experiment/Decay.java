package org.converge4j.experiment;

import static java.util.Objects.requireNonNull;

import org.converge4j.catalog.message.Checks;

/**
 * A pull of all parameters, weights and biases alike, towards zero.
 *
 * @param kind how it pulls
 * @param rate c, at least 0
 */
public record Decay(Kind kind, double rate) {
    public Decay {
        requireNonNull(kind, "kind");
        Checks.atLeast(0, rate, "the rate of a decay");
    }

    /** How a decay pulls. */
    public enum Kind {
        /** Not at all. */
        NONE,
        /** Through the gradient, g ← g + cθ, which the updater then rescales like any gradient: L2 regularisation. */
        COUPLED,
        /** Beside the updater, θ ← θ − ηcθ: what AdamW calls weight decay (Loshchilov and Hutter 2019). */
        DECOUPLED,
        /** By the updater itself, in a place of its own: inside LAMB's trust ratio, say. */
        INSIDE
    }

    /** No decay. */
    public static final Decay NONE = new Decay(Kind.NONE, 0);

    /** g ← g + cθ; none if c is 0. */
    public static Decay coupled(double rate) {
        return rate == 0 ? NONE : new Decay(Kind.COUPLED, rate);
    }

    /** Applied by the updater itself; none if c is 0. */
    public static Decay inside(double rate) {
        return rate == 0 ? NONE : new Decay(Kind.INSIDE, rate);
    }

    /** θ ← θ − ηcθ; none if c is 0. */
    public static Decay decoupled(double rate) {
        return rate == 0 ? NONE : new Decay(Kind.DECOUPLED, rate);
    }

    /** Part of the ids of runs, which may not change. */
    @Override
    public String toString() {
        return "Decay[kind=" + kind + ", rate=" + rate + "]";
    }
}
