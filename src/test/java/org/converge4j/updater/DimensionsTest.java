package org.converge4j.updater;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.converge4j.updater.matrix.Muon;
import org.converge4j.updater.matrix.Soap;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kernels and gates are cut as the papers mean it: an installed Muon moves them as optax's does when it is told which dimensions of each
 * array are inputs and outputs (golden/rules/muonDimensions.json); and what a rule remembers of them survives a saved network.
 */
class DimensionsTest {
    private static final Muon MUON = new Muon(0.02, 0.95, true, 1e-8, 0, 0.1, 0, 0.9, 0.999, 0);

    @ParameterizedTest
    @CsvSource({"convolution, 0.7, 1.1", "lstm, 0.9, 1.3"})
    void arrays_move_as_optaxs_do(String name, double ofStart, double ofGradients) throws IOException {
        JsonNode golden;
        try (InputStream in = DimensionsTest.class.getResourceAsStream("/golden/rules/muonDimensions.json")) {
            golden = JsonMapper.builder().build().readTree(in);
        }
        MultiLayerConfiguration configuration = configuration(
                name.equals("lstm")
                        ? new LSTM.Builder().nIn(3).nOut(5).build()
                        : new ConvolutionLayer.Builder(3, 2).nIn(2).nOut(7).build());
        Installation.install(configuration, MUON);
        RuleUpdater updater =
                (RuleUpdater) ((BaseLayer) configuration.getConf(0).getLayer()).getIUpdater();
        int compared = golden.get("steps").get(0).get(name).size();
        int length = compared + (name.equals("lstm") ? 4 * 5 * 5 : 0); // DL4J keeps the recurrent weights behind
        GradientUpdater<RuleUpdater> state =
                updater.instantiate(Nd4j.zeros(DataType.DOUBLE, updater.stateSize(length)), true);
        double[] theta = wave(length, ofStart);
        for (int t = 1; t <= golden.get("steps").size(); t++) {
            new Shown().apply(Nd4j.createFromArray(theta), Nd4j.empty(DataType.DOUBLE), 1, t - 1, 0);
            INDArray update = Nd4j.createFromArray(wave(length, ofGradients + 0.1 * t));
            state.applyUpdater(update, t - 1, 0);
            Arrays.setAll(theta, i -> theta[i] - update.getDouble(i));
            JsonNode expected = golden.get("steps").get(t - 1).get(name);
            for (int i = 0; i < compared; i++) {
                assertThat(theta[i])
                        .as("step %d, %d", t, i)
                        .isCloseTo(expected.get(i).asDouble(), within(1e-12));
            }
        }
    }

    @Test
    void a_saved_network_of_kernels_and_gates_goes_on_bit_by_bit() throws IOException {
        for (Updater updater : new Updater[] {MUON, new Soap()}) {
            ComputationGraphConfiguration configuration = graph();
            Installation.install(configuration, updater);
            ComputationGraph never = started(configuration.clone());
            ComputationGraph network = started(configuration);
            train(never, 4);
            train(network, 2);
            ByteArrayOutputStream zip = new ByteArrayOutputStream();
            ModelSerializer.writeModel(network, zip, true);
            ComputationGraph restored =
                    ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(zip.toByteArray()), true);
            train(restored, 2);
            assertThat(restored.params().toDoubleVector())
                    .doesNotContain(Double.NaN)
                    .isNotEqualTo(network.params().toDoubleVector())
                    .containsExactly(never.params().toDoubleVector());
        }
    }

    @Test
    void batch_normalisation_is_refused_by_rules_that_look_alone() {
        MultiLayerConfiguration configuration = builder()
                .list()
                .layer(new DenseLayer.Builder().nIn(2).nOut(2).build())
                .layer(new BatchNormalization.Builder().nIn(2).nOut(2).build())
                .layer(output(2))
                .build();
        assertThatThrownBy(() -> Installation.install(configuration, MUON))
                .hasMessageContaining("batch normalisation")
                .hasMessageContaining("layers of other kinds are accepted");
    }

    private static MultiLayerConfiguration configuration(Layer layer) {
        return builder().list().layer(layer).build();
    }

    private static NeuralNetConfiguration.Builder builder() {
        return new NeuralNetConfiguration.Builder().dataType(DataType.DOUBLE).seed(1);
    }

    private static OutputLayer output(int inputs) {
        return new OutputLayer.Builder(LossFunction.MSE)
                .nIn(inputs)
                .nOut(1)
                .activation(Activation.IDENTITY)
                .build();
    }

    /** Pictures of 6 × 6 through kernels, and sequences through an LSTM, to one number each. */
    private static ComputationGraphConfiguration graph() {
        return builder()
                .graphBuilder()
                .addInputs("picture", "sequence")
                .setInputTypes(InputType.convolutional(6, 6, 1), InputType.recurrent(3, 4))
                .addLayer("kernels", new ConvolutionLayer.Builder(3, 3).nOut(2).build(), "picture")
                .addLayer("seen", output(32), "kernels")
                .addLayer(
                        "gates",
                        new LastTimeStep(new LSTM.Builder().nIn(3).nOut(5).build()),
                        "sequence")
                .addLayer("heard", output(5), "gates")
                .setOutputs("seen", "heard")
                .build();
    }

    private static ComputationGraph started(ComputationGraphConfiguration configuration) {
        ComputationGraph network = new ComputationGraph(configuration);
        network.init();
        network.setParams(Nd4j.createFromArray(wave(Math.toIntExact(network.numParams()), 0.3)));
        return network;
    }

    private static void train(ComputationGraph network, int steps) {
        INDArray pictures = Nd4j.createFromArray(wave(2 * 36, 0.5)).reshape(2, 1, 6, 6);
        INDArray sequences = Nd4j.createFromArray(wave(2 * 12, 0.6)).reshape(2, 3, 4);
        INDArray targets = Nd4j.createFromArray(new double[][] {{0.5}, {-0.5}});
        for (int i = 0; i < steps; i++) {
            network.fit(new INDArray[] {pictures, sequences}, new INDArray[] {targets, targets});
        }
    }

    /** Numbers in (−½, ½) without a pattern. */
    private static double[] wave(int length, double frequency) {
        double[] numbers = new double[length];
        Arrays.setAll(numbers, i -> 0.5 * Math.sin(frequency * (i + 1) * (i + 1)));
        return numbers;
    }
}
