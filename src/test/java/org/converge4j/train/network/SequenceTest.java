package org.converge4j.train.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.ProblemFile;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;
import org.converge4j.updater.Updater;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks that take sequences are trained as DL4J's {@code fit} trains them on arrays that are folded by hand. */
class SequenceTest {
    private static final int STEPS = 5;

    /** Three sequences of three steps of two numbers. */
    private static final double[][] ROWS = {
        {0.1, 1.0, 0.2, 0.8, 0.3, 0.6}, {0.9, -1.0, 0.7, -0.5, 0.4, 0.0}, {-0.3, 0.3, 0.0, 0.1, 0.3, -0.2}
    };

    private static final double[][] CLASSES = {{1, 0}, {0, 1}, {1, 0}};

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("data.csv"),
                "a1,b1,a2,b2,a3,b3,kind\n0.1,1.0,0.2,0.8,0.3,0.6,x\n0.9,-1.0,0.7,-0.5,0.4,0.0,y\n-0.3,0.3,0.0,0.1,0.3,-0.2,x\n");
    }

    @Test
    void bidirectional() throws IOException {
        same(model(RNNFormat.NCW, new Bidirectional(lstm()), new GlobalPoolingLayer(), output()), classified());
    }

    @Test
    void last_step_of_a_bidirectional_layer() throws IOException {
        same(model(RNNFormat.NCW, new LastTimeStep(new Bidirectional(lstm())), output()), classified());
    }

    @Test
    void one_dimensional_convolution() throws IOException {
        same(model(RNNFormat.NCW, convolution(), new GlobalPoolingLayer(), output()), classified());
    }

    @Test
    void steps_before_their_numbers() throws IOException {
        MultiLayerConfiguration model = model(RNNFormat.NWC, new LastTimeStep(lstm()), output());
        same(model, new DataSet(folded().permute(0, 2, 1).dup('c'), Nd4j.createFromArray(CLASSES)));
    }

    /** {@code target} names a column for each step. */
    @Test
    void a_target_a_step() throws IOException {
        Layer perStep = new RnnOutputLayer.Builder(LossFunction.MSE)
                .nOut(1)
                .activation(Activation.IDENTITY)
                .build();
        Files.writeString(folder.resolve("data.csv"), """
                a1,b1,a2,b2,a3,b3,y1,y2,y3
                0.1,1.0,0.2,0.8,0.3,0.6,1,2,3
                0.9,-1.0,0.7,-0.5,0.4,0.0,4,5,6
                -0.3,0.3,0.0,0.1,0.3,-0.2,7,8,9
                """);
        INDArray targets = Nd4j.createFromArray(new double[][][] {{{1, 2, 3}}, {{4, 5, 6}}, {{7, 8, 9}}});

        same(model(RNNFormat.NCW, lstm(), perStep), new DataSet(folded(), targets), "steps: 3, target: [y1, y2, y3]");
    }

    private static DataSet classified() {
        return new DataSet(folded(), Nd4j.createFromArray(CLASSES));
    }

    /** [sequence, number, step], as DL4J's iterators make them. */
    private static INDArray folded() {
        INDArray folded = Nd4j.zeros(DataType.DOUBLE, 3, 2, 3);
        for (int row = 0; row < 3; row++) {
            for (int step = 0; step < 3; step++) {
                folded.putScalar(row, 0, step, ROWS[row][2 * step]);
                folded.putScalar(row, 1, step, ROWS[row][2 * step + 1]);
            }
        }
        return folded;
    }

    private void same(MultiLayerConfiguration model, DataSet rows) throws IOException {
        same(model, rows, "label: kind");
    }

    private void same(MultiLayerConfiguration model, DataSet rows, String settings) throws IOException {
        Files.writeString(folder.resolve("model.json"), model.toJson());
        LoadedProblem problem = ProblemFile.load(
                folder, "data: { csv: { file: data.csv, " + settings + " } }, network: { dl4j: model.json }");
        double[] start = problem.start(1);
        Updater sgd = (Updater)
                Catalog.load(getClass().getClassLoader()).updater("sgd").create(Map.of("learningRate", 0.1));
        Training training =
                new Training(new Budget(Budget.Unit.STEPS, STEPS), 0, Precision.DOUBLE, Recording.EVERY_STEP);

        try (Trainer trainer = new NetworkTrainer(problem, training, List.of(new Replica(sgd, start, 1)))) {
            MultiLayerNetwork fitted = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(model.toJson()));
            fitted.init(Nd4j.createFromArray(start), true);
            for (int step = 0; step < STEPS; step++) {
                trainer.step();
                fitted.fit(rows);
            }
            assertThat(Arrays.stream(trainer.parameters(0)).allMatch(Double::isFinite))
                    .isTrue();
            assertThat(trainer.parameters(0))
                    .containsExactly(fitted.params().dup().data().asDouble(), within(1e-12));
            assertThat(trainer.loss(0)).isCloseTo(fitted.score(rows, false), within(1e-12));
        }
    }

    private static MultiLayerConfiguration model(RNNFormat format, Layer... layers) {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .updater(new Sgd(0.1))
                .list();
        for (Layer layer : layers) {
            list.layer(layer);
        }
        return list.setInputType(InputType.recurrent(2, 3, format)).build();
    }

    private static LSTM lstm() {
        return new LSTM.Builder().nOut(3).activation(Activation.TANH).build();
    }

    private static Layer convolution() {
        return new Convolution1DLayer.Builder()
                .kernelSize(2)
                .convolutionMode(ConvolutionMode.Same)
                .nOut(3)
                .build();
    }

    private static BaseOutputLayer output() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(2)
                .activation(Activation.SOFTMAX)
                .build();
    }
}
