package org.converge4j.api;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.converge4j.analysis.Analysis;
import org.converge4j.analysis.Comparison;
import org.converge4j.experiment.EarlierReports;
import org.converge4j.experiment.Experiment;
import org.converge4j.result.Measurement;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.Results;
import org.converge4j.wording.FolderCommands;

/** Reads a results folder into a comparison. */
public final class Comparisons {
    private Comparisons() {}

    /** The comparison of an experiment's own runs. */
    public static Comparison of(Experiment experiment, Results results) {
        return of(experiment, results, List.of(), own -> List.of());
    }

    /**
     * The comparison of an experiment's runs with others beside them.
     *
     * @param jars of the user's own that the experiment needs
     * @param guests gives, for the experiment's own runs, those from elsewhere
     */
    public static Comparison of(
            Experiment experiment,
            Results results,
            List<Path> jars,
            Function<Collection<RunRecord>, List<RunRecord>> guests) {
        requireNonNull(experiment, "experiment");
        requireNonNull(results, "results");
        requireNonNull(jars, "jars");
        requireNonNull(guests, "guests");
        Recorded recorded = Recorded.in(results.records());
        List<RunRecord> others = guests.apply(recorded.runs().values());
        return of(experiment, results, recorded, new Analysis(experiment, recorded.runs(), others), jars);
    }

    /** The comparison of what is recorded, summed up. */
    static Comparison of(
            Experiment experiment, Results results, Recorded recorded, Analysis analysis, List<Path> jars) {
        List<String> damaged = new ArrayList<>(recorded.damaged());
        Map<String, Measurement> measurements = results.measurements(damage -> damaged.add(damage.toString()));
        EarlierReports looks = results.looks(damage -> damaged.add(damage.toString()));
        return analysis.compare(measurements, damaged)
                .in(new FolderCommands(
                        spoken(results.folder()),
                        jars.stream().map(Comparisons::spoken).toList()))
                .after(looks.before(experiment));
    }

    /** A file as a report names it, which may be sent to anybody: of a path from the root its last name alone. */
    private static String spoken(Path file) {
        Path last = file.getFileName();
        String spoken = file.isAbsolute() && last != null ? last.toString() : file.toString();
        return spoken.isEmpty() ? "." : spoken;
    }
}
