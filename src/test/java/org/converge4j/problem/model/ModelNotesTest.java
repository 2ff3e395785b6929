package org.converge4j.problem.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.data.ProblemException;
import org.converge4j.problem.network.Configuration;
import org.converge4j.problem.network.OwnSchedule;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.RampSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

/** What a model brings for its training is used, or it is said that it is not. */
class ModelNotesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "a,b,kind\n1,2,x\n2,1,y\n4,3,x\n8,5,y\n");
    }

    @Test
    void every_such_thing_has_a_line() throws IOException {
        MultiLayerConfiguration model = ModelFiles.small(new NeuralNetConfiguration.Builder()
                        .optimizationAlgo(OptimizationAlgorithm.LBFGS)
                        .updater(new Adam(new ExponentialSchedule(ScheduleType.EPOCH, 0.02, 0.9)))
                        .biasUpdater(new Sgd(0.5))
                        .l1(0.001)
                        .constrainWeights(new MaxNormConstraint(2, 1))
                        .weightNoise(new DropConnect(0.9))
                        .gradientNormalization(GradientNormalization.ClipL2PerLayer)
                        .gradientNormalizationThreshold(0.5)
                        .weightDecay(0.01)
                        .dropOut(0.8))
                .backpropType(BackpropType.TruncatedBPTT)
                .build();

        assertThat(notes(model))
                .containsExactly(
                        "model.json: every seed starts by its own weight initialisation",
                        "  replaced by each trial's: its updater Adam(beta1 0.9, beta2 0.999, epsilon 1.0E-8), of"
                                + " biases Sgd(learningRate 0.5)",
                        "  left out unless schedule: model is written: its learning-rate schedule"
                                + " ExponentialSchedule(gamma 0.9, initialValue 0.02, scheduleType EPOCH)",
                        "  left out: its algorithm LBFGS; each trial's updater takes the steps, and dl4jLbfgs is an updater"
                                + " that is this algorithm",
                        "  left out: its weight decay 0.01, which belongs to the updater; decay: { decoupled: 0.01 } in the"
                                + " experiment is the like for every trial, on biases too",
                        "  kept: gradient normalisation ClipL2PerLayer 0.5, before the trial's updater",
                        "  kept: L1Regularization(l1 0.001), Dropout(p 0.8), DropConnect(weightRetainProb 0.9),"
                                + " MaxNormConstraint(epsilon 1.0E-6, maxNorm 2.0)",
                        "  left out: truncated backpropagation through time (tbpttFwdLength 20); a step takes the gradient of"
                                + " whole sequences, for truncated it would be several steps");
    }

    @Test
    void layers_with_a_way_of_their_own_are_named() throws IOException {
        MultiLayerConfiguration model = new NeuralNetConfiguration.Builder()
                .updater(new Sgd(0.1))
                .list()
                .layer(new FrozenLayer(new DenseLayer.Builder().nIn(2).nOut(2).build()))
                .layer(new DenseLayer.Builder()
                        .nIn(2)
                        .nOut(2)
                        .updater(new NoOp())
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(2)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build();

        assertThat(notes(model))
                .contains(
                        "  replaced by each trial's: its updater Sgd(learningRate 0.1) (layer 2)",
                        "  kept: NoOp, under which the plain gradient is taken at rate 1 whatever the trial's updater, as DL4J's"
                                + " fit does; FrozenLayer would hold a layer still (layer 1)",
                        "  kept: frozen layers, which stay as they are (layer 0)");
    }

    /** DL4J's builder puts a decay that is set on the whole network on each layer twice. */
    @Test
    void weight_decay_does_not_reach_the_trial() throws IOException {
        MultiLayerConfiguration model = ModelFiles.small(new NeuralNetConfiguration.Builder().weightDecay(0.01))
                .build();
        Files.writeString(folder.resolve("model.json"), model.toJson());
        assertThat(((BaseLayer) model.getConf(0).getLayer()).getRegularization())
                .isNotEmpty();

        LoadedProblem problem = ModelFiles.load(folder, "label: kind", "model.json");

        var trained = ((Configuration.Layers) problem.blueprint().configure(DataType.DOUBLE)).configuration();
        assertThat(((BaseLayer) trained.getConf(0).getLayer()).getRegularization())
                .isEmpty();
    }

    /** The other side is DL4J's valueAt over the value that the schedule begins at. */
    @Test
    void its_schedule_is_a_factor_on_the_trials_rate() throws IOException {
        follows(new ExponentialSchedule(ScheduleType.EPOCH, 0.02, 0.9), 0.02);
        follows(new StepSchedule(ScheduleType.ITERATION, 0.5, 0.1, 3), 0.5);
        follows(
                new MapSchedule.Builder(ScheduleType.ITERATION)
                        .add(0, 0.3)
                        .add(5, 0.03)
                        .build(),
                0.3);
    }

    private void follows(ISchedule schedule, double first) throws IOException {
        Files.writeString(
                folder.resolve("model.json"),
                ModelFiles.small(new Adam(schedule)).toJson());
        OwnSchedule own = ModelFiles.load(folder, "label: kind", "model.json").schedule();
        for (int step = 0; step < 12; step++) {
            assertThat(own.factor(step, step / 3)).isCloseTo(schedule.valueAt(step, step / 3) / first, within(1e-15));
        }
    }

    @Test
    void a_ramp_is_not_in_the_file() throws IOException {
        ISchedule ramp = new RampSchedule(new ExponentialSchedule(ScheduleType.ITERATION, 0.1, 0.5), 4);
        Files.writeString(
                folder.resolve("model.json"), ModelFiles.small(new Adam(ramp)).toJson());
        LoadedProblem problem = ModelFiles.load(folder, "label: kind", "model.json");

        assertThatThrownBy(problem::schedule)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("schedule: [warmUp: { steps: n }, …] says the like");
    }

    @Test
    void a_model_without_a_schedule_cannot_be_followed() throws IOException {
        Files.writeString(
                folder.resolve("model.json"), ModelFiles.small(new Sgd(0.1)).toJson());
        LoadedProblem problem = ModelFiles.load(folder, "label: kind", "model.json");

        assertThatThrownBy(problem::schedule)
                .isInstanceOf(ProblemException.class)
                .hasMessageEndingWith("expected a model whose updater has a learning-rate schedule, found none");
    }

    private List<String> notes(MultiLayerConfiguration model) throws IOException {
        Files.writeString(folder.resolve("model.json"), model.toJson());
        List<String> all =
                ModelFiles.load(folder, "label: kind", "model.json").data().understood();
        return all.subList(all.indexOf("model.json: every seed starts by its own weight initialisation"), all.size());
    }
}
