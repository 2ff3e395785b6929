package org.converge4j.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.converge4j.experiment.RunSpec;
import org.converge4j.result.store.Results;
import org.junit.jupiter.api.Test;

class RunRecordTest {
    @Test
    void as_another_specification_a_run_keeps_its_numbers() {
        List<RunRecord> released = new ArrayList<>();
        new Results(Released.FOLDER).records().readAll(released::add, damaged -> {});
        RunRecord any = released.get(0);
        RunSpec spec = any.spec();
        RunSpec other = new RunSpec(spec.trial(), spec.seed() + 1000);
        Evaluations twice = new Evaluations(2L * any.steps(), 0);
        RunRecord run = new RunRecord(
                any.schema(),
                any.id(),
                spec,
                any.outcome(),
                any.steps(),
                any.reason(),
                any.curve(),
                any.parameters(),
                any.facts(),
                any.trainer(),
                any.environment(),
                any.metrics(),
                List.of(),
                Optional.of(twice),
                Optional.of(any.curve()),
                Optional.of(new Sampled(3, 0, List.of(0.1))));

        RunRecord same = run.as(other, "baseline");

        assertThat(same.id()).isEqualTo(other.id()).isNotEqualTo(spec.id());
        assertThat(same.spec()).isEqualTo(other);
        assertThat(same.trainer()).isEqualTo("baseline");
        assertThat(same.curve()).isEqualTo(any.curve());
        assertThat(same.gradientsPerStep()).isEqualTo(2); // a rule that takes two gradients a step goes on to
        assertThat(same.stepped()).contains(any.curve());
        assertThat(same.sampled()).contains(new Sampled(3, 0, List.of(0.1)));
    }
}
