package org.converge4j.train.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.converge4j.Thorough;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.UpdaterSettings;
import org.converge4j.catalog.Variant;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Clip;
import org.converge4j.experiment.CommonSettings;
import org.converge4j.experiment.Decay;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.train.Trainers;
import org.converge4j.train.Twins;
import org.converge4j.train.network.NetworkTrainer;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;
import org.converge4j.train.step.Treatment;
import org.converge4j.updater.Updater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The expected numbers are those of {@link NetworkTrainer}, which are DL4J's own. */
public class StackedTrainerTest {
    private static final Catalog CATALOG = Catalog.load(StackedTrainerTest.class.getClassLoader());

    static Stream<String> updaters() {
        return CATALOG.updaters().stream()
                .filter(updater -> updater.about().unusable().isEmpty())
                .map(Variant::name);
    }

    /** One of each kind: DL4J's own, with state, by the step's number, by signs, and those whose rounding grows; all if thorough. */
    static Stream<String> kinds() {
        return Thorough.IS ? updaters() : Stream.of("sgd", "adam", "torchNAdam", "lion", "rmsProp", "noOp");
    }

    @ParameterizedTest
    @MethodSource("updaters")
    void agreesWithDl4jOnTheArticlesProblem(String updater) {
        Setup setup = new Setup(linear(5), training(0), replicas(linear(5), updater, CommonSettings.NONE));
        int strict = updater.equals("soap") ? 0 : 50; // an eigenbasis is as sharp as its eigenvalues are apart
        Twins.agree(setup, Thorough.or(25, 200), strict);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void agreesWithDl4jOnMinibatches(String updater) { // 30 rows: 1/30 is rounded, and the last batch of 12 is short
        Setup setup = new Setup(linear(30), training(12), replicas(linear(30), updater, CommonSettings.NONE));
        boolean grows = updater.equals("lbfgs") || ofCurvature(updater); // a line search goes on from every rounding
        Twins.agree(setup, 50, grows ? 0 : 50, ofCurvature(updater) ? 1e-10 : Twins.ONE_ULP);
    }

    /** Whose Hessian products are exact in a stack, and differences in the reference, off by 1e-10. */
    static boolean ofCurvature(String updater) {
        return Set.of("sophia", "adahessian").contains(updater);
    }

    @Test
    void agreesWithDl4jUnderScheduleClippingAndDecay() {
        Choice cosine = new Choice("cosine", Map.of("steps", 40, "end", 0.1));
        for (Decay decay : List.of(Decay.coupled(0.1), Decay.decoupled(0.1))) {
            CommonSettings common = new CommonSettings(List.of(cosine), new Clip(Clip.Kind.NORM, 0.5), decay);
            for (String updater : List.of("sgd", "momentum", "adam")) {
                Twins.agree(new Setup(linear(32), training(0), replicas(linear(32), updater, common)), 50, 50);
            }
        }
    }

    @Test
    void aPerturbationOfOneInABillionWouldBeNoticed() {
        LoadedProblem problem = linear(5);
        List<Replica> replicas = replicas(problem, "adam", CommonSettings.NONE);
        List<Replica> moved = replicas.stream().map(r -> Twins.moved(r, 1e-9)).toList();
        try (Trainer one = new NetworkTrainer(problem, training(0), replicas);
                Trainer other = Trainers.of(problem, training(0), moved)) {
            assertThatThrownBy(() -> Twins.compare(one, other, 50, step -> 0)).isInstanceOf(AssertionError.class);
        }
    }

    @ParameterizedTest
    @MethodSource("updaters")
    void aReplicasBitsDoNotDependOnTheOthers(String updater) {
        LoadedProblem problem = linear(5);
        for (Precision precision : Precision.values()) {
            Training training = new Training(new Budget(Budget.Unit.STEPS, 10), 2, precision, Recording.EVERY_STEP);
            List<Replica> many = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                many.add(replica(problem, updater, CommonSettings.NONE, i, i == 3 ? 1e9 : 0.01)); // one that diverges
            }
            try (Trainer together = Trainers.of(problem, training, many);
                    Trainer alone = Trainers.of(problem, training, many.subList(5, 6))) {
                IntStream.range(0, 10).forEach(step -> {
                    together.step();
                    alone.step();
                });
                assertThat(together).isInstanceOf(StackedTrainer.class);
                assertThat(alone).isInstanceOf(StackedTrainer.class);
                assertThat(alone.loss(0)).isEqualTo(together.loss(5)).isFinite();
                assertThat(alone.parameters(0)).containsExactly(together.parameters(5));
            }
        }
    }

    static LoadedProblem linear(int rows) {
        Choice data = new Choice("randn", Map.of("rows", rows, "features", 10, "targets", 1, "seed", 1L));
        Problem problem = new Problem("p", data, new Choice("linear", Map.of()), List.of());
        return LoadedProblem.load(problem, CATALOG, Path.of(""));
    }

    static Training training(int batch) {
        return new Training(new Budget(Budget.Unit.STEPS, 1000), batch, Precision.DOUBLE, Recording.EVERY_STEP);
    }

    /** Two, of different seeds, and of different learning rates where the updater has one. */
    static List<Replica> replicas(LoadedProblem problem, String updater, CommonSettings common) {
        return List.of(replica(problem, updater, common, 1, 0.01), replica(problem, updater, common, 2, 0.003));
    }

    private static Replica replica(
            LoadedProblem problem, String updater, CommonSettings common, long seed, double rate) {
        Variant<UpdaterSettings> variant = CATALOG.updater(updater);
        Map<String, Object> settings = new HashMap<>();
        variant.parameter(Choice.LEARNING_RATE).ifPresent(there -> settings.put(Choice.LEARNING_RATE, rate));
        variant.parameter("knownFloor").ifPresent(there -> settings.put("knownFloor", false));
        return new Replica(
                (Updater) variant.create(settings), Treatment.of(common, CATALOG), problem.start(seed), seed);
    }

    /** A problem to train in two ways. */
    public record Setup(LoadedProblem problem, Training training, List<Replica> replicas) {}
}
