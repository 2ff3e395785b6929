package org.converge4j.updater;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** How arrays are cut, by hand: the weights of a unit are one row. */
class BlocksTest {
    @Test
    void dense_weights_are_one_matrix_with_a_row_for_each_unit() {
        assertThat(blocks(new DenseLayer.Builder().nIn(4).nOut(6).build()))
                .containsExactlyInAnyOrder(new Block("W", 0, 6, 4, true), new Block("b", 0, 6, 1, false));
    }

    @Test
    void one_output_is_a_matrix_of_one_row() {
        assertThat(blocks(new DenseLayer.Builder().nIn(10).nOut(1).build()))
                .containsExactlyInAnyOrder(new Block("W", 0, 1, 10, true), new Block("b", 0, 1, 1, false));
    }

    @Test
    void kernels_are_one_matrix_with_a_row_for_each_output_channel() { // as Keller Jordan's Muon flattens them
        assertThat(blocks(new ConvolutionLayer.Builder(3, 2)
                        .nIn(5)
                        .nOut(7)
                        .convolutionMode(ConvolutionMode.Same)
                        .build()))
                .containsExactlyInAnyOrder(new Block("W", 0, 7, 30, true), new Block("b", 0, 7, 1, false));
    }

    @Test
    void the_gates_of_an_lstm_are_matrices_of_their_own() {
        assertThat(blocks(new LSTM.Builder().nIn(3).nOut(5).build()))
                .filteredOn(Block::matrix)
                .containsExactlyInAnyOrder(
                        new Block("W0", 0, 5, 3, true),
                        new Block("W1", 15, 5, 3, true),
                        new Block("W2", 30, 5, 3, true),
                        new Block("W3", 45, 5, 3, true),
                        new Block("RW0", 0, 5, 5, true),
                        new Block("RW1", 25, 5, 5, true),
                        new Block("RW2", 50, 5, 5, true),
                        new Block("RW3", 75, 5, 5, true));
    }

    @Test
    void a_layout_says_them_again() {
        List<Block> blocks = List.of(new Block("0", 0, 6, 4, true), new Block("1", 24, 6, 1, false));
        Layout layout = new Layout(List.of(Layout.text(blocks.subList(0, 1)), Layout.text(blocks.subList(1, 2))));
        assertThat(layout.blocks(30)).isEqualTo(blocks);
        assertThat(layout.blocks(60)).hasSize(4).endsWith(new Block("1", 54, 6, 1, false));
        assertThat(layout.isAmbiguous()).isFalse();
        assertThat(new Layout(List.of("2x6", "3x4")).isAmbiguous()).isTrue();
    }

    private static List<Block> blocks(Layer layer) {
        NeuralNetConfiguration conf =
                new NeuralNetConfiguration.Builder().layer(layer).build();
        long count = layer.initializer().numParams(conf);
        Map<String, INDArray> arrays = layer.initializer().init(conf, Nd4j.zeros(1, count), false);
        List<Block> blocks = new ArrayList<>();
        arrays.forEach((key, array) -> blocks.addAll(Blocks.of(key, layer, key, array, 0)));
        return blocks;
    }
}
