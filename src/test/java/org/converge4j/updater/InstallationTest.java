package org.converge4j.updater;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.converge4j.updater.article.Adam;
import org.converge4j.updater.dl4j.AdaBelief;
import org.converge4j.updater.torch.TorchAdamW;
import org.converge4j.updater.torch.TorchSgd;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * One row x = (1, 2), y = 3 through Linear(2, 1) from w = (½, −½), b = ¼: the residual is −3.25, the gradient of the squared
 * error (−6.5, −13, −6.5). AdamW's first step is η g/(|g| + ε) to each parameter, after a decay of ηc times it.
 */
class InstallationTest {
    private static final TorchAdamW ADAM_W = new TorchAdamW(0.1, 0.9, 0.999, 1e-8, 0.5, false);
    private static final double[] START = {0.5, -0.5, 0.25};
    private static final double[] AFTER_ADAM_W = {0.5 * 0.95 + 0.1, -0.5 * 0.95 + 0.1, 0.25 * 0.95 + 0.1};
    private static final INDArray X = Nd4j.createFromArray(new double[][] {{1, 2}});
    private static final INDArray Y = Nd4j.createFromArray(new double[][] {{3}});

    @Test
    void a_network_decays_weights_and_biases_once() {
        MultiLayerConfiguration configuration = builder().list().layer(output()).build();
        Installation.install(configuration, ADAM_W);
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        network.setParams(Nd4j.createFromArray(START));
        network.fit(X, Y);
        assertThat(network.params().toDoubleVector()).containsExactly(AFTER_ADAM_W, within(1e-8));
    }

    @Test
    void a_graph_decays_weights_and_biases_once() {
        ComputationGraphConfiguration configuration = builder()
                .graphBuilder()
                .addInputs("in")
                .addLayer("out", output(), "in")
                .setOutputs("out")
                .build();
        Installation.install(configuration, ADAM_W);
        ComputationGraph network = new ComputationGraph(configuration);
        network.init();
        network.setParams(Nd4j.createFromArray(START));
        network.fit(new INDArray[] {X}, new INDArray[] {Y});
        assertThat(network.params().toDoubleVector()).containsExactly(AFTER_ADAM_W, within(1e-8));
    }

    @Test
    void coupled_decay_joins_the_gradient() { // θ − η (g + cθ)
        MultiLayerConfiguration configuration = builder().list().layer(output()).build();
        Installation.install(configuration, new TorchSgd(0.1, 0, 0, 0.5, false));
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        network.setParams(Nd4j.createFromArray(START));
        network.fit(X, Y);
        assertThat(network.params().toDoubleVector())
                .containsExactly(
                        new double[] {0.5 - 0.1 * (-6.5 + 0.25), -0.5 - 0.1 * (-13 - 0.25), 0.25 - 0.1 * (-6.5 + 0.125)
                        },
                        within(1e-12));
    }

    @Test
    void frozen_layers_stay_as_they_are() {
        MultiLayerConfiguration configuration = builder()
                .list()
                .layer(new FrozenLayer(new DenseLayer.Builder()
                        .nIn(2)
                        .nOut(2)
                        .activation(Activation.IDENTITY)
                        .build()))
                .layer(output())
                .build();
        Installation.install(configuration, ADAM_W);
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        INDArray before = network.getLayer(0).params().dup();
        network.fit(X, Y);
        assertThat(network.getLayer(0).params().toDoubleVector()).isEqualTo(before.toDoubleVector());
    }

    @Test
    void a_second_decay_is_refused() {
        OutputLayer decaying = output();
        MultiLayerConfiguration configuration =
                builder().l2(0.1).list().layer(decaying).build();
        assertThatThrownBy(() -> Installation.install(configuration, ADAM_W))
                .hasMessageContaining("it would be applied twice");
    }

    @Test
    void settings_out_of_range_are_refused_where_they_are_put_to_use() {
        assertThatThrownBy(() -> new TorchAdamW(Double.NaN, 0.9, 0.999, 1e-8, 0, false).toDl4j())
                .hasMessage("torchAdamW.learningRate: expected a number above 0, found `NaN`.");
        assertThatThrownBy(() -> new Adam(0, 0.9, 0.999, 1e-8).toDl4j())
                .hasMessage("adam.learningRate: expected a number above 0, found `0.0`.");
        assertThatThrownBy(() -> new AdaBelief().toDl4j()).hasMessageContaining("paperAdaBelief works");
    }

    private static NeuralNetConfiguration.Builder builder() {
        return new NeuralNetConfiguration.Builder().dataType(DataType.DOUBLE).seed(1);
    }

    private static OutputLayer output() {
        return new OutputLayer.Builder(LossFunction.MSE)
                .nIn(2)
                .nOut(1)
                .activation(Activation.IDENTITY)
                .build();
    }
}
