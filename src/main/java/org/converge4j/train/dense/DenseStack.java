package org.converge4j.train.dense;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Losses and gradients of several replicas of a dense network. Value v of replica r lies at {@code v · replicas + r} in every
 * array: parameters layer by layer, in a layer the weights input by input, then the biases; activations row by row, unit by
 * unit.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public final class DenseStack<A> {
    private final Arithmetic<A> arithmetic;
    private final DenseNetwork network;
    private final int replicas;
    private final int mostRows;
    private final A parameters;
    private final A gradient;
    private final Tiles<A> tiles;
    private final Table<A> ones;
    private final double[] losses;
    private final List<A> outputs = new ArrayList<>();
    private final List<A> deltas = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final int[] flatOrder;

    /**
     * A stack with parameters of 0.
     *
     * @param mostRows the most that {@link #add} will be given
     */
    public DenseStack(Arithmetic<A> arithmetic, DenseNetwork network, int replicas, int mostRows) {
        this.arithmetic = arithmetic;
        this.network = network;
        this.replicas = replicas;
        this.mostRows = mostRows;
        this.parameters = arithmetic.zeros(network.parameters() * replicas);
        this.gradient = arithmetic.zeros(network.parameters() * replicas);
        this.tiles = new Tiles<>(arithmetic);
        this.ones = new Table<>(arithmetic.of(new double[] {1}), 0, 0, 0);
        this.losses = new double[replicas];
        this.flatOrder = network.flatOrder();
        int start = 0;
        for (Layer layer : network.layers()) {
            outputs.add(arithmetic.zeros(mostRows * layer.units() * replicas));
            deltas.add(arithmetic.zeros(mostRows * layer.units() * replicas));
            starts.add(start);
            start += layer.parameters() * replicas;
        }
    }

    /** How many replicas. */
    public int replicas() {
        return replicas;
    }

    /** The most rows that {@link #add} can be given. */
    public int mostRows() {
        return mostRows;
    }

    /** The parameters; to be written to. */
    public A parameters() {
        return parameters;
    }

    /** Gives a replica parameters, in DL4J's flat order. */
    public void put(int replica, double[] flat) {
        for (int i = 0; i < flatOrder.length; i++) {
            arithmetic.set(parameters, i * replicas + replica, flat[flatOrder[i]]);
        }
    }

    /** The sum over the rows added since {@link #clear} of their gradients. */
    public A gradient() {
        return gradient;
    }

    /** The sum over the rows added since {@link #clear} of their losses, by replica. */
    public double[] losses() {
        return losses;
    }

    /** What the network says of the rows added last, row by row, output by output; overwritten by the next. */
    public A outputs() {
        return outputs.get(outputs.size() - 1);
    }

    /** Forgets the rows added so far. */
    public void clear() {
        arithmetic.fill(gradient, 0, arithmetic.length(gradient), 0);
        Arrays.fill(losses, 0);
    }

    /**
     * Adds rows to the losses, and to the gradient if it is wanted.
     *
     * @param rows at most {@link #mostRows}
     */
    public void add(Rows<A> rows, boolean gradientToo) {
        for (int layer = 0; layer < network.layers().size(); layer++) {
            forward(layer, rows);
        }
        loss(rows);
        if (gradientToo) {
            for (int layer = network.layers().size() - 1; layer >= 0; layer--) {
                backward(layer, rows);
            }
        }
    }

    private void forward(int index, Rows<A> rows) {
        Layer layer = network.layers().get(index);
        A z = outputs.get(index);
        int width = layer.units() * replicas;
        int weights = starts.get(index);
        int biases = weights + layer.inputs() * width;
        for (int row = 0; row < rows.count(); row++) {
            arithmetic.copy(parameters, biases, z, row * width, width);
        }
        if (index == 0 && rows.shared()) {
            tiles.addShared(
                    new Table<>(z, 0, width, 0),
                    new Table<>(rows.x(), rows.at(), layer.inputs(), 1),
                    new Table<>(parameters, weights, width, 0),
                    rows.count(),
                    layer.inputs(),
                    width);
        } else {
            A inputs = index == 0 ? rows.x() : outputs.get(index - 1);
            tiles.addEach(
                    new Table<>(z, 0, width, replicas),
                    new Table<>(inputs, 0, layer.inputs() * replicas, replicas),
                    new Table<>(parameters, weights, width, replicas),
                    rows.count(),
                    layer.inputs(),
                    layer.units(),
                    replicas);
        }
        activate(layer, z, rows.count());
    }

    private void activate(Layer layer, A z, int rows) {
        int width = layer.units() * replicas;
        if (layer.activation() != Activation.SOFTMAX) {
            arithmetic.activate(layer.activation(), z, rows * width);
            return;
        }
        for (int row = 0; row < rows; row++) {
            arithmetic.softmax(z, row * width, layer.units(), replicas);
        }
    }

    /** Adds the losses, and leaves their derivative by the last layer's weighted sums in its deltas. */
    private void loss(Rows<A> rows) {
        int last = network.layers().size() - 1;
        Layer layer = network.layers().get(last);
        A a = outputs.get(last);
        A d = deltas.get(last);
        int width = layer.units() * replicas;
        for (int row = 0; row < rows.count(); row++) {
            if (network.loss() == Loss.CROSS_ENTROPY) {
                arithmetic.crossEntropy(d, a, rows.y(), row * width, layer.units(), replicas, losses);
                continue;
            }
            arithmetic.squaredError(d, a, rows.y(), row * width, layer.units(), replicas, losses);
            if (layer.activation() == Activation.SOFTMAX) {
                arithmetic.differentiateSoftmax(d, a, row * width, layer.units(), replicas);
            }
        }
        if (layer.activation() != Activation.SOFTMAX) {
            arithmetic.differentiate(layer.activation(), d, a, rows.count() * width);
        }
    }

    /** Adds to the gradient of a layer, and leaves the deltas of the one before. */
    private void backward(int index, Rows<A> rows) {
        Layer layer = network.layers().get(index);
        A d = deltas.get(index);
        int width = layer.units() * replicas;
        int weights = starts.get(index);
        int biases = weights + layer.inputs() * width;
        tiles.addShared(new Table<>(gradient, biases, 0, 0), ones, new Table<>(d, 0, width, 0), 1, rows.count(), width);
        if (index == 0 && rows.shared()) {
            tiles.addShared(
                    new Table<>(gradient, weights, width, 0),
                    new Table<>(rows.x(), rows.at(), 1, layer.inputs()),
                    new Table<>(d, 0, width, 0),
                    layer.inputs(),
                    rows.count(),
                    width);
        } else {
            A inputs = index == 0 ? rows.x() : outputs.get(index - 1);
            tiles.addEach(
                    new Table<>(gradient, weights, width, replicas),
                    new Table<>(inputs, 0, replicas, layer.inputs() * replicas),
                    new Table<>(d, 0, width, replicas),
                    layer.inputs(),
                    rows.count(),
                    layer.units(),
                    replicas);
        }
        if (index > 0) {
            propagate(index, rows.count());
        }
    }

    private void propagate(int index, int rows) {
        Layer layer = network.layers().get(index);
        A d = deltas.get(index);
        A before = deltas.get(index - 1);
        int width = layer.units() * replicas;
        int widthBefore = layer.inputs() * replicas;
        arithmetic.fill(before, 0, rows * widthBefore, 0);
        tiles.addEach(
                new Table<>(before, 0, widthBefore, replicas),
                new Table<>(d, 0, width, replicas),
                new Table<>(parameters, starts.get(index), replicas, width),
                rows,
                layer.units(),
                layer.inputs(),
                replicas);
        Activation activation = network.layers().get(index - 1).activation();
        arithmetic.differentiate(activation, before, outputs.get(index - 1), rows * widthBefore);
    }
}
