package org.converge4j.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.converge4j.analysis.Analysis;
import org.converge4j.analysis.Comparison;
import org.converge4j.experiment.Experiment;
import org.converge4j.result.Measurement;
import org.converge4j.result.Measurement.Horizon;
import org.converge4j.result.Released;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.Results;
import org.junit.jupiter.api.Test;

/** The report says of an audited trial from which step on its digits mean nothing. */
class HorizonsTest {
    @Test
    void a_horizon_within_the_budget_is_said_and_none_is_not() {
        Results results = new Results(Released.FOLDER);
        Experiment experiment = results.experiment();
        Map<String, RunRecord> records = new HashMap<>();
        results.records().readAll(run -> records.put(run.id(), run), damaged -> {});
        Map<String, Measurement> measured = new HashMap<>(results.measurements(damage -> {}));
        List<Horizon> horizons = List.of(new Horizon(-1, 1e-16), new Horizon(-1, 0), new Horizon(143, 0.0123));
        for (int i = 0; i < horizons.size(); i++) {
            Horizon horizon = horizons.get(i);
            measured.computeIfPresent(experiment.trials().get(i).key(), (key, known) -> known.audited(horizon));
        }

        Comparison comparison = new Analysis(experiment, records, new ArrayList<>()).compare(measured, List.of());

        assertThat(Findings.of(comparison))
                .extracting(finding -> finding.sentence().toString())
                .filteredOn(sentence -> sentence.contains("digits"))
                .containsExactly(
                        "From step 143 on, the digits of a single run of adam mean nothing: a start moved by one"
                                + " unit in the last place moves its loss by more than a millionth, at most by 0.012 of itself.");
    }
}
