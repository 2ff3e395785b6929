package org.converge4j.run.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.TrainingSamples;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Target;
import org.converge4j.result.store.RecordFormat;
import org.junit.jupiter.api.Test;

class BatchTest {
    @Test
    void a_batch_is_sent_with_each_trial_once_and_arrives_as_it_was() {
        List<RunSpec> runs = new ArrayList<>();
        List<Trial> trials = List.of(trial(0.1), trial(0.01));
        for (long seed = 1; seed <= 100; seed++) {
            for (Trial trial : trials) {
                runs.add(new RunSpec(trial, seed));
            }
        }
        Batch batch = new Batch("/here", runs, List.of(new Target(Target.Kind.LOSS, 0.5)), 2);

        String text = RecordFormat.JSON.writeValueAsString(batch);
        Batch arrived = RecordFormat.value(text, Batch.class);

        assertThat(arrived).isEqualTo(batch);
        assertThat(text.split("\"label\"", -1)).hasSize(2 + 1);
        assertThat(arrived.runs().get(2).trial()).isSameAs(arrived.runs().get(0).trial());
    }

    private static Trial trial(double rate) {
        Problem problem = new Problem("p", new Choice("randn", Map.of()), new Choice("linear", Map.of()), List.of());
        Choice sgd = new Choice("sgd", Map.of("learningRate", rate));
        return new Trial("sgd " + rate, problem, sgd, TrainingSamples.steps(10));
    }
}
