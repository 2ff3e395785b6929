package org.converge4j.updater;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.TrainingConfig;
import org.deeplearning4j.nn.conf.layers.AbstractLSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Cuts DL4J's parameter arrays into blocks as the papers on matrix rules mean them: dense weights, which DL4J keeps unit by unit, are
 * one matrix with a row for each unit; a convolution's kernels one with a row for each output channel; the weights and biases of an
 * LSTM one for each gate, its peepholes vectors. What does not multiply inputs is a vector.
 */
public final class Blocks {
    private static final int GATES = 4;

    private Blocks() {}

    /**
     * The blocks of one parameter array.
     *
     * @param name of the blocks; those of gates have a number after it
     * @param config of the layer that the array belongs to
     * @param key DL4J's name for the array
     * @param from where its numbers begin
     */
    public static List<Block> of(String name, TrainingConfig config, String key, INDArray array, int from) {
        int size = Math.toIntExact(array.length());
        boolean matrix = array.rank() > 1 && config instanceof Layer layer && isWeight(layer, key);
        int rows = matrix ? rows(array) : size;
        int columns = size / rows;
        if (!(config instanceof Layer layer) || !hasGates(layer)) {
            return List.of(new Block(name, from, rows, columns, matrix));
        }
        return gates(name, from, rows, columns, matrix);
    }

    private static boolean isWeight(Layer layer, String key) {
        return layer.initializer().isWeightParam(layer, key);
    }

    /** Outputs: the last dimension of weights that lie column by column, the first of kernels. */
    private static int rows(INDArray array) {
        boolean isTable = array.size(0) > 1 && array.size(1) > 1;
        boolean byRow = array.rank() > 2 || (array.ordering() == 'c' && isTable);
        return Math.toIntExact(array.size(byRow ? 0 : 1));
    }

    private static boolean hasGates(Layer layer) {
        return layer instanceof AbstractLSTM
                || (layer instanceof Bidirectional both && hasGates(both.getFwd()))
                || (layer instanceof BaseWrapperLayer wrapper && hasGates(wrapper.getUnderlying()));
    }

    /** Four gates of n rows each; where there are peepholes, three more rows that are vectors of length n. */
    private static List<Block> gates(String name, int from, int rows, int columns, boolean matrix) {
        boolean peepholes = matrix && rows % GATES != 0;
        int units = peepholes ? columns : rows / GATES;
        List<Block> blocks = new ArrayList<>();
        int at = from;
        for (int gate = 0; gate < GATES; gate++) {
            blocks.add(new Block(name + gate, at, units, columns, matrix));
            at += units * columns;
        }
        for (int row = GATES * units; row < rows; row++) {
            blocks.add(new Block(name + "p" + row, at, columns, 1, false));
            at += columns;
        }
        return blocks;
    }
}
