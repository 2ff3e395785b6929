package org.converge4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.converge4j.analysis.Analysis;
import org.converge4j.analysis.Comparison;
import org.converge4j.experiment.Experiment;
import org.converge4j.result.Results;
import org.converge4j.result.RunRecord;

/** Reads a results folder into a comparison. */
final class Comparisons {
    private Comparisons() {}

    static Comparison of(Experiment experiment, Results results) {
        return of(experiment, results, new GuestOptions());
    }

    static Comparison of(Experiment experiment, Results results, GuestOptions guests) {
        Map<String, RunRecord> records = new TreeMap<>();
        List<String> damaged = new ArrayList<>();
        results.records().readAll(record -> records.put(record.id(), record), damaged::add);
        return new Analysis(experiment, records, results.measurements(), guests.runs(experiment, records.values()))
                .compare(damaged)
                .in(results.name());
    }
}
