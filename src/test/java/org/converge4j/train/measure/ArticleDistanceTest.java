package org.converge4j.train.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.result.Measurement;
import org.converge4j.train.network.NetworkTrainer;
import org.converge4j.train.step.Replica;
import org.converge4j.train.step.Trainer;
import org.converge4j.updater.article.Adam;
import org.converge4j.updater.article.UncorrectedAdam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleDistanceTest {
    private static final Catalog CATALOG = Catalog.load(ArticleDistanceTest.class.getClassLoader());
    private static final Problem PROBLEM = new Problem(
            "randn",
            new Choice("randn", Map.of("rows", 6, "features", 3, "targets", 1, "seed", 1L)),
            new Choice("linear", Map.of()),
            List.of());
    private static final int STEPS = 60;

    /** The other side is DL4J's networks, one under each rule, compared after every step. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void the_largest_difference_is_that_of_two_networks_of_dl4js(int batch) {
        Trial adam = trial(new Choice("adam", Map.of("learningRate", 0.1)), batch);
        LoadedProblem problem = load();
        double[] start = problem.start(1);
        double largest = 0;
        int at = 0;
        Training training = adam.training();
        Replica one = new Replica(new Adam(0.1, 0.9, 0.999, 1e-8), start, 1);
        Replica other = new Replica(new UncorrectedAdam(0.1, 0.9, 0.999, 1e-8), start, 1);
        try (Trainer ours = new NetworkTrainer(problem, training, List.of(one));
                Trainer articles = new NetworkTrainer(problem, training, List.of(other))) {
            for (int step = 1; step <= STEPS; step++) {
                ours.step();
                articles.step();
                for (int i = 0; i < start.length; i++) {
                    double apart = Math.abs(ours.parameters(0)[i] - articles.parameters(0)[i]);
                    if (apart > largest) {
                        largest = apart;
                        at = step;
                    }
                }
            }
        }

        Measurement.Distance distance = distance(adam);

        assertThat(distance.largest()).isGreaterThan(0.01).isCloseTo(largest, within(1e-9));
        assertThat(distance.step()).isEqualTo(at);
        assertThat(distance.seeds()).isEqualTo(1);
    }

    /** Two rules that are one: whatever becomes of the numbers, they are the same until they are no numbers. */
    @Test
    void a_rule_that_is_the_articles_is_at_no_distance_even_where_it_diverges() {
        assertThat(distance(trial(new Choice("sgd", Map.of("learningRate", 1e3)), 2)))
                .isEqualTo(new Measurement.Distance(0, 0, 1));
    }

    /** Momentum differs from the article's at once, and grows without bound at this rate: what diverged does not count. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void steps_after_the_last_look_at_which_neither_had_diverged_do_not_count(int batch) {
        Measurement.Distance distance = distance(trial(new Choice("momentum", Map.of("learningRate", 20.0)), batch));

        assertThat(distance.largest()).isFinite().isBetween(1.0, 1e9);
        assertThat(distance.step()).isBetween(1, STEPS - 1);
    }

    /** A step multiplies three times for each of 6 rows and 4 parameters, and there are two trajectories of 60 steps. */
    @ParameterizedTest
    @CsvSource({"0, 1", "2.9, 2", "3, 3", "40, 4"})
    void as_many_seeds_are_followed_as_are_cheap_and_at_least_one(double affordable, int followed) {
        Trial trial = trial(new Choice("adam", Map.of("learningRate", 0.1)), 0);
        List<RunSpec> runs = LongStream.rangeClosed(1, 4)
                .mapToObj(seed -> new RunSpec(trial, seed))
                .toList();
        double ofSeed = 2 * 3 * 6 * 4 * STEPS;

        assertThat(new ArticleDistance(load(), CATALOG)
                        .of(Map.of(trial, runs), new Allowance(ofSeed, affordable * ofSeed)))
                .hasEntrySatisfying(
                        trial, distance -> assertThat(distance.seeds()).isEqualTo(followed));
        assertThat(new ArticleDistance(load(), CATALOG)
                        .of(Map.of(trial, runs), new Allowance(ofSeed - 1, affordable * ofSeed)))
                .isEmpty();
    }

    private static Measurement.Distance distance(Trial trial) {
        return Objects.requireNonNull(new ArticleDistance(load(), CATALOG)
                .of(Map.of(trial, List.of(new RunSpec(trial, 1))), new Allowance(1e12, 1e12))
                .get(trial));
    }

    private static Trial trial(Choice updater, int batch) {
        Training training =
                new Training(new Budget(Budget.Unit.STEPS, STEPS), batch, Precision.DOUBLE, Recording.EVERY_STEP);
        return new Trial(updater.variant(), PROBLEM, updater, training);
    }

    private static LoadedProblem load() {
        return LoadedProblem.load(PROBLEM, CATALOG, Path.of(""));
    }
}
