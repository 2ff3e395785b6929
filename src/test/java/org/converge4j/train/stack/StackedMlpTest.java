package org.converge4j.train.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.converge4j.Thorough;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.CommonSettings;
import org.converge4j.experiment.Problem;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.train.Trainers;
import org.converge4j.train.Twins;
import org.converge4j.train.network.NetworkTrainer;
import org.converge4j.train.stack.StackedTrainerTest.Setup;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;
import org.converge4j.train.update.Separable;
import org.converge4j.train.update.SeparableTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks with hidden layers; the expected numbers are those of {@link NetworkTrainer}, which are DL4J's own. */
class StackedMlpTest {
    private static final Catalog CATALOG = Catalog.load(StackedMlpTest.class.getClassLoader());
    private static final Choice IRIS = new Choice("iris", Map.of());

    @ParameterizedTest
    @MethodSource("org.converge4j.train.stack.StackedTrainerTest#kinds")
    void agreesWithDl4jOverManySteps(String updater) { // 1/30 is rounded
        agree(setup(mlp(randn(30), "tanh", 8), updater, 0), updater, Thorough.or(60, 200));
    }

    @ParameterizedTest
    @MethodSource("org.converge4j.train.stack.StackedTrainerTest#kinds")
    void agreesWithDl4jOnFewRowsAndOnABlockFull(String updater) {
        int steps = updater.equals("noOp") ? 3 : 50; // its steps make every rounding twelve times as large here
        agree(setup(mlp(randn(5), "tanh", 8), updater, 0), updater, steps);
        agree(setup(mlp(randn(32), "sigmoid", 8), updater, 0), updater, 50);
    }

    @ParameterizedTest
    @MethodSource("org.converge4j.train.stack.StackedTrainerTest#kinds")
    void agreesWithDl4jOnMinibatchesOfClasses(String updater) { // 150 rows: the last batch of an epoch has 22
        int steps = updater.equals("rprop")
                ? 40
                : 50; // then a gradient that is rounding alone has either sign, and a full step
        agree(setup(mlp(IRIS, "relu", 6, 4), updater, 32), updater, steps);
    }

    @Test
    void aPerturbationOfOneInABillionWouldBeNoticed() {
        Setup setup = setup(mlp(randn(30), "tanh", 8), "torchAdam", 0);
        List<Replica> moved =
                setup.replicas().stream().map(r -> Twins.moved(r, 1e-9)).toList();
        try (Trainer one = new NetworkTrainer(setup.problem(), setup.training(), setup.replicas());
                Trainer other = Trainers.of(setup.problem(), setup.training(), moved)) {
            assertThatThrownBy(() -> Twins.compare(one, other, 50, step -> 0)).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void aRuleThatLooksAtTheWholeGradientIsAppliedToEachReplicaApart() {
        LoadedProblem problem = mlp(randn(30), "tanh", 8);
        List<Replica> replicas = List.of(
                new Replica(new SeparableTest.ByNorm(0.01), problem.start(1), 1),
                new Replica(new SeparableTest.ByNorm(0.003), problem.start(2), 2));
        assertThat(Separable.is(replicas.get(0).updater())).isFalse();

        Twins.agree(new Setup(problem, StackedTrainerTest.training(0), replicas), 50, 50);
    }

    /**
     * A step of the whole gradient overshoots here, a root of next to nothing divides, a sign or a line search turns: rounding grows from
     * the start.
     */
    private static int strict(String updater) {
        return Set.of("noOp", "rmsProp", "torchRmsProp", "acprop", "cocob", "lbfgs", "rprop", "soap")
                                .contains(updater)
                        || StackedTrainerTest.ofCurvature(updater)
                ? 0
                : 50;
    }

    private static void agree(Setup setup, String updater, int steps) {
        Twins.agree(setup, steps, strict(updater), StackedTrainerTest.ofCurvature(updater) ? 1e-10 : Twins.ONE_ULP);
    }

    private static Setup setup(LoadedProblem problem, String updater, int batch) {
        return new Setup(
                problem,
                StackedTrainerTest.training(batch),
                StackedTrainerTest.replicas(problem, updater, CommonSettings.NONE));
    }

    private static Choice randn(int rows) {
        return new Choice("randn", Map.of("rows", rows, "features", 10, "targets", 1, "seed", 1L));
    }

    private static LoadedProblem mlp(Choice data, String activation, Integer... hidden) {
        Choice network = new Choice("mlp", Map.of("hidden", List.of(hidden), "activation", activation));
        return LoadedProblem.load(new Problem("p", data, network, List.of()), CATALOG, Path.of(""));
    }
}
