package org.converge4j.run.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.TrainingSamples;
import org.converge4j.experiment.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shards are parts of a plan: disjoint, together all of it, of equal size, and cut where stacks are cut anyway. */
class ShardTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "3, 7, 2", "2, 10, 3", "5, 2, 7", "1, 90, 100"})
    void parts_are_disjoint_complete_and_equal_to_within_one_run(int problems, int seeds, int count) {
        List<RunSpec> plan = plan(problems, seeds);
        List<RunSpec> all = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            List<RunSpec> part = new Shard(number, count).of(plan);
            all.addAll(part);
            sizes.add(part.size());
        }

        assertThat(all).containsExactlyInAnyOrderElementsOf(plan);
        assertThat(sizes).allMatch(size -> size == plan.size() / count || size == plan.size() / count + 1);
    }

    @Test
    void a_part_of_k_has_at_most_one_stack_more_than_its_share() {
        List<RunSpec> plan = plan(1, 30); // two updaters: two stacks of 30

        assertThat(Batches.stackable(new Shard(1, 2).of(plan))).hasSize(1);
        assertThat(Batches.stackable(new Shard(2, 2).of(plan))).hasSize(1);
        assertThat(Batches.stackable(new Shard(2, 3).of(plan))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0/3", "4/3", "x", "", "1", "1/", "/3", "-1/3", "1/0", "1.5/3", "1/3/5", "1/9999999", " 1/3"})
    void what_names_no_part_is_refused(String text) {
        assertThat(Shard.parse(text)).isEmpty();
    }

    private static List<RunSpec> plan(int problems, int seeds) {
        List<Trial> trials = new ArrayList<>();
        for (long seed = 1; seed <= problems; seed++) {
            Choice randn = new Choice("randn", Map.of("rows", 5, "features", 10, "targets", 1, "seed", seed));
            Problem problem = new Problem("randn" + seed, randn, new Choice("linear", Map.of()), List.of());
            for (String updater : List.of("sgd", "adam")) {
                Choice choice = new Choice(updater, Map.of("learningRate", 0.01));
                trials.add(new Trial(updater, problem, choice, TrainingSamples.steps(5)));
            }
        }
        List<Long> numbers = LongStream.rangeClosed(1, seeds).boxed().toList();
        return new Experiment("plan", "", trials, numbers, List.of()).runs();
    }
}
