package org.converge4j.train.dense;

import java.util.List;

/**
 * Layers one after the other, and the loss of the last one's outputs.
 *
 * @param layers at least one; each takes what the one before gives
 * @param loss {@link Loss#CROSS_ENTROPY} only behind a softmax
 */
public record DenseNetwork(List<Layer> layers, Loss loss) {
    public DenseNetwork {
        layers = List.copyOf(layers);
        if (loss == Loss.CROSS_ENTROPY && last(layers).activation() != Activation.SOFTMAX) {
            throw new IllegalArgumentException("cross-entropy needs a softmax, not " + last(layers));
        }
        if (layers.stream().limit(layers.size() - 1L).anyMatch(layer -> layer.activation() == Activation.SOFTMAX)) {
            throw new IllegalArgumentException("a softmax is accepted as the last layer only");
        }
    }

    /** All weights and biases. */
    public int parameters() {
        return layers.stream().mapToInt(Layer::parameters).sum();
    }

    /** Columns in. */
    public int features() {
        return layers.get(0).inputs();
    }

    /** Columns out. */
    public int targets() {
        return last(layers).units();
    }

    /**
     * Where DL4J's flat order keeps each of our parameters: ours are per layer the weights input by input, then the biases;
     * DL4J's are the weights unit by unit, then the biases.
     */
    public int[] flatOrder() {
        int[] places = new int[parameters()];
        int at = 0;
        for (Layer layer : layers) {
            int start = at;
            for (int input = 0; input < layer.inputs(); input++) {
                for (int unit = 0; unit < layer.units(); unit++) {
                    places[at++] = start + unit * layer.inputs() + input;
                }
            }
            for (int unit = 0; unit < layer.units(); unit++) {
                places[at] = at;
                at++;
            }
        }
        return places;
    }

    private static Layer last(List<Layer> layers) {
        return layers.get(layers.size() - 1);
    }
}
