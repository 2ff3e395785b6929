package org.converge4j.problem.network;

import org.nd4j.linalg.activations.Activation;

/** What hidden layers do to their weighted sums. */
public enum HiddenActivation {
    /** max(0, z). */
    RELU,
    /** The hyperbolic tangent. */
    TANH,
    /** 1 / (1 + e⁻ᶻ). */
    SIGMOID,
    /** z, or eᶻ − 1 below 0. */
    ELU,
    /** ln(1 + eᶻ). */
    SOFTPLUS,
    /** z. */
    IDENTITY;

    /** DL4J's name for it: the same. */
    Activation inDl4j() {
        return Activation.valueOf(name());
    }
}
