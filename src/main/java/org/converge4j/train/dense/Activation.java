package org.converge4j.train.dense;

/** What a layer does to its weighted sums. */
public enum Activation {
    /** a = z. */
    IDENTITY,
    /** a = max(0, z). */
    RELU,
    /** a = 1/(1 + e⁻ᶻ). */
    SIGMOID,
    /** a = tanh z. */
    TANH,
    /** aⱼ = e^zⱼ / Σ e^z over the layer's units. */
    SOFTMAX
}
