package org.converge4j.train.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.converge4j.experiment.Clip;
import org.converge4j.experiment.Decay;
import org.converge4j.schedule.Cosine;
import org.converge4j.schedule.Exponential;
import org.converge4j.schedule.Schedule;
import org.converge4j.schedule.Sequence;
import org.converge4j.train.step.Numeric;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Scene;
import org.converge4j.train.step.Treatment;
import org.converge4j.updater.Updater;
import org.converge4j.updater.article.Adam;
import org.converge4j.updater.article.EmaMomentum;
import org.converge4j.updater.article.Sgd;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The expected numbers are the equations of each part, worked out by hand for one or two steps. */
class UpdatePipelineTest {
    private static final Offset<Double> ROUNDING = within(1e-15);

    @Test
    void coupledDecayGoesThroughTheUpdater() {
        // v = (1−β)(g + cθ) = 0.1 (2 + 0.5·4) = 0.4; θ = 4 − 0.1·0.4
        assertThat(afterOneStep(new EmaMomentum(0.1, 0.9), decay(Decay.coupled(0.5)), 4, 2))
                .isEqualTo(3.96, ROUNDING);
    }

    @Test
    void decoupledDecayGoesBesideIt() {
        // θ = 4 − 0.1·(1−β)·2 − 0.1·0.5·4
        assertThat(afterOneStep(new EmaMomentum(0.1, 0.9), decay(Decay.decoupled(0.5)), 4, 2))
                .isEqualTo(3.78, ROUNDING);
    }

    @Test
    void aScheduleScalesRateAndDecoupledDecay() {
        INDArray theta = vector(1);
        UpdatePipeline update =
                pipeline(new Sgd(0.1), treatment(new Exponential(0.5), Clip.NONE, Decay.decoupled(0.2)), theta);
        update.apply(vector(1), 1, null); // 1 − 0.1 − 0.1·0.2·1 = 0.88
        update.apply(vector(1), 2, null); // 0.88 − 0.05 − 0.05·0.2·0.88
        assertThat(theta.getDouble(0)).isEqualTo(0.8212, ROUNDING);
    }

    @Test
    void eachReplicaIsClippedByItsOwnNorm() {
        double[] theta = new double[4];
        Treatment clipped = treatment(new Exponential(1), new Clip(Clip.Kind.NORM, 1), Decay.NONE);
        Replica each = new Replica(new Sgd(1), clipped, new double[2], 0);
        Pipeline.joint(Numeric.DOUBLE, List.of(each, each), theta).apply(new double[] {3, 0.3, 4, 0.4}, 1, null);
        assertThat(theta).containsExactly(new double[] {-3 / 5.000001, -0.3, -4 / 5.000001, -0.4}, ROUNDING);
    }

    @Test
    void valuesAreClippedOneByOne() {
        INDArray theta = vector(0, 0, 0);
        Treatment clipped = treatment(new Exponential(1), new Clip(Clip.Kind.VALUE, 1), Decay.NONE);
        pipeline(new Sgd(1), clipped, theta).apply(vector(-3, 0.5, 3), 1, null);
        assertThat(theta.toDoubleVector()).containsExactly(1, -0.5, -1);
    }

    @Test
    void aRateOfZeroMovesNothing() { // where DL4J's Adam alone would step by ε
        INDArray theta = vector(0);
        UpdatePipeline update =
                pipeline(new Adam(0.1, 0.9, 0.999, 1e-8), treatment(new Cosine(1, 0), Clip.NONE, Decay.NONE), theta);
        update.apply(vector(1), 1, null);
        double before = theta.getDouble(0);
        update.apply(vector(1), 2, null);
        assertThat(before).isNotZero();
        assertThat(theta.getDouble(0)).isEqualTo(before);
    }

    @Test
    void aRateThatFloatCannotHoldMovesNothingOrIsRefused() { // where DL4J's Adam would step by ε
        INDArray theta = Nd4j.createFromArray(0f);
        new UpdatePipeline(new Replica(new Adam(1e-60, 0.9, 0.999, 1e-8), new double[1], 0), theta, Scene.NONE)
                .apply(Nd4j.createFromArray(1f), 1, null);
        assertThat(theta.getDouble(0)).isLessThan(0).isGreaterThan(-1e-30);
        Replica huge = new Replica(new Adam(1e300, 0.9, 0.999, 1e-8), new double[1], 0);
        UpdatePipeline update = new UpdatePipeline(huge, theta, Scene.NONE);
        assertThatThrownBy(() -> update.apply(Nd4j.createFromArray(1f), 1, null))
                .hasMessageContaining("expected a learning rate at most 3.4028235E38");
    }

    @Test
    void twoDecaysAreRefused() {
        Updater decaying = new Updater() {
            @Override
            public org.nd4j.linalg.learning.config.IUpdater toDl4j() {
                return new Sgd().toDl4j();
            }

            @Override
            public Decay decay() {
                return Decay.coupled(0.1);
            }
        };
        assertThatThrownBy(() -> pipeline(decaying, decay(Decay.coupled(0.1)), vector(1)))
                .hasMessageContaining("expected one decay");
    }

    private static UpdatePipeline pipeline(Updater updater, Treatment treatment, INDArray theta) {
        return new UpdatePipeline(new Replica(updater, treatment, new double[0], 0), theta, Scene.NONE);
    }

    private static double afterOneStep(Updater updater, Treatment treatment, double start, double gradient) {
        INDArray theta = vector(start);
        pipeline(updater, treatment, theta).apply(vector(gradient), 1, null);
        return theta.getDouble(0);
    }

    private static Treatment decay(Decay decay) {
        return treatment(new Exponential(1), Clip.NONE, decay);
    }

    private static Treatment treatment(Schedule schedule, Clip clip, Decay decay) {
        return new Treatment(new Sequence(List.of(schedule)), clip, decay);
    }

    private static INDArray vector(double... values) {
        return Nd4j.createFromArray(values);
    }
}
