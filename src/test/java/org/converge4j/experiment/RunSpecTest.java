package org.converge4j.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.converge4j.experiment.training.Training;
import org.converge4j.result.Released;
import org.converge4j.result.store.RecordFormat;
import org.junit.jupiter.api.Test;

/** A run's id changes with what decides its numbers, and with nothing else. */
class RunSpecTest {
    private static final Training TRAINING = TrainingSamples.steps(10);

    @Test
    void names_and_places_do_not_count() {
        RunSpec here = run("a", "sgd", new SourceFile("here.csv", "abc"), 0.1, 1);
        RunSpec there = run("b", "mine", new SourceFile("there/it/is.csv", "abc"), 0.1, 1);

        assertThat(there.id()).isEqualTo(here.id());
    }

    @Test
    void contents_settings_and_seed_count() {
        RunSpec run = run("a", "sgd", new SourceFile("x.csv", "abc"), 0.1, 1);

        assertThat(List.of(
                        run.id(),
                        run("a", "sgd", new SourceFile("x.csv", "abd"), 0.1, 1).id(),
                        run("a", "sgd", new SourceFile("x.csv", "abc"), 0.2, 1).id(),
                        run("a", "sgd", new SourceFile("x.csv", "abc"), 0.1, 2).id()))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_ids_of_many_are_those_of_each() {
        SourceFile file = new SourceFile("x.csv", "abc");
        List<RunSpec> runs = List.of(
                run("a", "sgd", file, 0.1, 1),
                run("a", "sgd", file, 0.1, -20),
                run("a", "sgd", file, 0.2, 1),
                run("b", "same", file, 0.1, 1));

        assertThat(RunSpec.ids(runs))
                .containsExactlyElementsOf(runs.stream().map(RunSpec::id).toList());
        assertThat(RunSpec.byId(runs).values()).containsExactly(runs.get(0), runs.get(1), runs.get(2));
    }

    @Test
    void an_id_is_the_hash_that_it_has_been() {
        // sha256sum of the canonical text, which the released version wrote into the names of its records
        assertThat(Released.files())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(
                                RecordFormat.read(Released.text(file)).spec().id() + ".json")
                        .isEqualTo(file.getFileName().toString()));
    }

    @Test
    void texts_cannot_pass_for_structure() {
        Choice one = new Choice("x", Map.of("a", "1, b=2"));
        Choice two = new Choice("x", Map.of("a", "1", "b", "2"));

        assertThat(run(one).id()).isNotEqualTo(run(two).id());
    }

    private static RunSpec run(String problem, String label, SourceFile file, double rate, long seed) {
        Choice data = new Choice("csv", Map.of("file", file));
        Problem named = new Problem(problem, data, new Choice("linear", Map.of()), List.of());
        return new RunSpec(new Trial(label, named, new Choice("sgd", Map.of("learningRate", rate)), TRAINING), seed);
    }

    private static RunSpec run(Choice updater) {
        Problem problem = new Problem("p", new Choice("randn", Map.of()), new Choice("linear", Map.of()), List.of());
        return new RunSpec(new Trial("l", problem, updater, TRAINING), 1);
    }
}
