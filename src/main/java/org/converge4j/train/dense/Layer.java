package org.converge4j.train.dense;

/**
 * A layer with weights from every input to every unit, and a bias.
 *
 * @param inputs of each unit
 * @param units its outputs
 * @param activation of the weighted sums
 */
public record Layer(int inputs, int units, Activation activation) {
    /** Weights and biases. */
    public int parameters() {
        return (inputs + 1) * units;
    }
}
