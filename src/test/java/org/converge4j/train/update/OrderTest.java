package org.converge4j.train.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.converge4j.experiment.Clip;
import org.converge4j.experiment.Decay;
import org.converge4j.schedule.Schedule;
import org.converge4j.schedule.Sequence;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Scene;
import org.converge4j.train.step.Treatment;
import org.converge4j.updater.Around;
import org.converge4j.updater.Block;
import org.converge4j.updater.Updater;
import org.converge4j.updater.algebra.Vectors;
import org.converge4j.updater.around.Cautious;
import org.converge4j.updater.matrix.Lamb;
import org.converge4j.updater.matrix.Muon;
import org.converge4j.updater.torch.TorchSgd;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Schedule, clipping and decay meet a rule in the order that its paper means; one step of a 2 × 3 matrix, by hand. */
class OrderTest {
    private static final double[] THETA = {0.5, -1, 2, 0.25, -0.75, 1.5};
    private static final double[] GRADIENT = {3, -1, 0.5, -2, 4, 1};
    private static final List<Block> BLOCKS = List.of(new Block("0_W", 0, 2, 3, true));
    private static final Schedule HALF = taken -> 0.5;

    @Test
    void the_trust_ratio_of_LAMB_contains_decay() { // algorithm 2: |update| = η |θ|, whatever the decay
        double[] plain = update(new Lamb(0.01, 0.9, 0.999, 1e-6, 0, 0), List.of(), Clip.NONE, Decay.NONE);
        double[] decaying = update(new Lamb(0.01, 0.9, 0.999, 1e-6, 0, 0.5), List.of(), Clip.NONE, Decay.NONE);
        assertThat(Vectors.norm(plain)).isCloseTo(0.01 * Vectors.norm(THETA), within(1e-12));
        assertThat(Vectors.norm(decaying)).isCloseTo(0.01 * Vectors.norm(THETA), within(1e-12));
        assertThat(Vectors.distance(plain, decaying)).isGreaterThan(1e-3);
    }

    @Test
    void the_orthogonal_matrix_of_Muon_does_not() { // W ← W − η (s X + c W)
        double[] plain = update(muon(0), List.of(), Clip.NONE, Decay.NONE);
        double[] decaying = update(muon(0.5), List.of(), Clip.NONE, Decay.NONE);
        for (int i = 0; i < THETA.length; i++) {
            assertThat(decaying[i] - plain[i]).isCloseTo(0.01 * 0.5 * THETA[i], within(1e-12));
        }
    }

    @Test
    void a_schedule_scales_the_rules_own_decay_too() {
        for (Updater updater : List.of(new Lamb(0.01, 0.9, 0.999, 1e-6, 0, 0.5), muon(0.5))) {
            double[] whole = update(updater, List.of(), Clip.NONE, Decay.NONE);
            double[] half = update(updater, List.of(HALF), Clip.NONE, Decay.NONE);
            for (int i = 0; i < THETA.length; i++) {
                assertThat(half[i]).isCloseTo(whole[i] / 2, within(1e-12));
            }
        }
    }

    @Test
    void clipping_comes_before_coupled_decay_and_that_before_the_rule() { // g ← g/(|g| + 1e-6), then g + cθ
        double[] update =
                update(new TorchSgd(0.01, 0, 0, 0, false), List.of(), new Clip(Clip.Kind.NORM, 1), Decay.coupled(0.5));
        for (int i = 0; i < THETA.length; i++) {
            double clipped = GRADIENT[i] / (Vectors.norm(GRADIENT) + 1e-6);
            assertThat(update[i]).isCloseTo(0.01 * (clipped + 0.5 * THETA[i]), within(1e-12));
        }
    }

    @Test
    void clipping_does_not_reach_decoupled_decay_and_caution_does_not_mask_it() { // θ ← θ − ηcθ beside the update
        double[] update = update(
                new TorchSgd(0.01, 0, 0, 0, false),
                List.of(HALF),
                new Clip(Clip.Kind.VALUE, 1),
                Decay.decoupled(0.5),
                new Cautious());
        for (int i = 0; i < THETA.length; i++) {
            double clipped = Math.max(-1, Math.min(1, GRADIENT[i]));
            assertThat(update[i]).isCloseTo(0.005 * (clipped + 0.5 * THETA[i]), within(1e-12));
        }
    }

    private static Muon muon(double decay) {
        return new Muon(0.01, 0.95, true, 1e-8, 0, decay, 0, 0.9, 0.999, 0);
    }

    private static double[] update(Updater updater, List<Schedule> schedule, Clip clip, Decay decay, Around... around) {
        Treatment treatment = new Treatment(new Sequence(schedule), clip, decay, List.of(around));
        INDArray parameters = Nd4j.createFromArray(THETA.clone());
        new UpdatePipeline(new Replica(updater, treatment, THETA, 0), parameters, new Scene(BLOCKS, Optional.empty()))
                .apply(Nd4j.createFromArray(GRADIENT.clone()), 1, null);
        double[] after = parameters.toDoubleVector();
        for (int i = 0; i < after.length; i++) {
            after[i] = THETA[i] - after[i];
        }
        return after;
    }
}
