package org.converge4j.train.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.converge4j.function.Quadratic;
import org.converge4j.function.Rosenbrock;
import org.converge4j.function.Surface;
import org.converge4j.train.step.Numeric;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;
import org.converge4j.updater.Updater;
import org.converge4j.updater.article.Sgd;
import org.converge4j.updater.torch.TorchAdam;
import org.converge4j.updater.torch.TorchSgd;
import org.junit.jupiter.api.Test;

/** Training on functions against closed forms and against PyTorch. */
class SurfaceTrainerTest {
    private static final double[] ROSENBROCKS = {-1.2, 1};

    @Test
    void gradient_descent_on_a_quadratic_shrinks_each_coordinate_by_its_own_factor() {
        Surface bowl = new Quadratic(10, 0, 0);
        double[] end = walk(Numeric.DOUBLE, bowl, 50, new double[] {4, 3}, new Sgd(0.05), new Sgd(0.1))
                .get(0);

        assertThat(end[0]).isCloseTo(4 * Math.pow(1 - 0.05, 50), within(1e-14));
        assertThat(end[1]).isCloseTo(3 * Math.pow(1 - 0.05 * 10, 50), within(1e-14));
    }

    @Test
    void float_precision_follows_to_its_own_rounding() {
        double[] end = walk(Numeric.FLOAT, new Quadratic(10, 0, 0), 50, new double[] {4, 3}, new Sgd(0.05))
                .get(0);

        assertThat(end[0]).isCloseTo(4 * Math.pow(1 - 0.05, 50), within(1e-6)).isEqualTo((double) (float) end[0]);
    }

    /** PyTorch 2.13 in double precision: 100 steps from (−1.2, 1). */
    @Test
    void paths_over_rosenbrocks_valley_are_pytorchs() {
        double[] adam = walk(
                        Numeric.DOUBLE,
                        new Rosenbrock(),
                        100,
                        ROSENBROCKS,
                        new TorchAdam(0.01, 0.9, 0.999, 1e-8, 0, false))
                .get(0);
        assertThat(adam[0]).isCloseTo(-1.043575602399329, within(1e-12));
        assertThat(adam[1]).isCloseTo(1.0938826629602942, within(1e-12));

        double[] momentum = walk(
                        Numeric.DOUBLE, new Rosenbrock(), 100, ROSENBROCKS, new TorchSgd(0.0005, 0.9, 0, 0, false))
                .get(0);
        assertThat(momentum[0]).isCloseTo(-0.23030236910904892, within(1e-12));
        assertThat(momentum[1]).isCloseTo(0.05767022813583077, within(1e-12));
    }

    @Test
    void replicas_do_not_depend_on_each_other() {
        List<double[]> together =
                walk(Numeric.DOUBLE, new Rosenbrock(), 30, ROSENBROCKS, new Sgd(0.001), new Sgd(0.0005));
        List<double[]> alone = walk(Numeric.DOUBLE, new Rosenbrock(), 30, ROSENBROCKS, new Sgd(0.0005));

        assertThat(together.get(1)).containsExactly(alone.get(0));
    }

    private static <A> List<double[]> walk(
            Numeric<A> numeric, Surface surface, int steps, double[] start, Updater... updaters) {
        List<Replica> replicas = Stream.of(updaters)
                .map(updater -> new Replica(updater, start, 1))
                .toList();
        try (Trainer trainer = new SurfaceTrainer<>(numeric, surface, replicas)) {
            for (int step = 0; step < steps; step++) {
                trainer.step();
            }
            return IntStream.range(0, updaters.length)
                    .mapToObj(trainer::parameters)
                    .toList();
        }
    }
}
