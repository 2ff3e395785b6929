package org.converge4j.api;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.converge4j.analysis.Analysis;
import org.converge4j.analysis.Comparison;
import org.converge4j.experiment.EarlierReports;
import org.converge4j.experiment.Experiment;
import org.converge4j.result.Measurement;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.RecordStore;
import org.converge4j.result.store.Results;

/** Reads a results folder into a comparison. */
public final class Comparisons {
    private Comparisons() {}

    /** The comparison of an experiment's own runs. */
    public static Comparison of(Experiment experiment, Results results) {
        return of(experiment, results, own -> List.of());
    }

    /**
     * The comparison of an experiment's runs with others beside them.
     *
     * @param guests gives, for the experiment's own runs, those from elsewhere
     */
    public static Comparison of(
            Experiment experiment, Results results, Function<Collection<RunRecord>, List<RunRecord>> guests) {
        requireNonNull(experiment, "experiment");
        requireNonNull(results, "results");
        requireNonNull(guests, "guests");
        return of(experiment, results, results.records(), guests);
    }

    /** The same, of records some of which are known. */
    static Comparison of(
            Experiment experiment,
            Results results,
            RecordStore store,
            Function<Collection<RunRecord>, List<RunRecord>> guests) {
        Map<String, RunRecord> records = new TreeMap<>();
        List<String> damaged = new ArrayList<>();
        store.readAll(record -> records.put(record.id(), record), damaged::add);
        Map<String, Measurement> measurements = results.measurements(damage -> damaged.add(damage.toString()));
        EarlierReports looks = results.looks(damage -> damaged.add(damage.toString()));
        return new Analysis(experiment, records, measurements, guests.apply(records.values()))
                .compare(damaged)
                .in(spoken(results.folder()))
                .after(looks.before(experiment));
    }

    /** A folder as a report names it, which may be sent to anybody: of a path from the root its last name alone. */
    private static String spoken(Path folder) {
        Path last = folder.getFileName();
        String spoken = folder.isAbsolute() && last != null ? last.toString() : folder.toString();
        return spoken.isEmpty() ? "." : spoken;
    }
}
