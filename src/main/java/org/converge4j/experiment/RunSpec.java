package org.converge4j.experiment;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One trial with one seed.
 *
 * @param trial what is trained
 * @param seed decides the starting parameters and the order of the batches
 */
public record RunSpec(Trial trial, long seed) {
    public RunSpec {
        requireNonNull(trial, "trial");
    }

    /** A hash of everything that decides the run's numbers, and of nothing else: names and places do not count. */
    public String id() {
        return new Identity(trial).of(seed);
    }

    /** The id of each of some runs, in their order; quicker than one by one, for a sweep has many runs of each trial. */
    public static List<String> ids(Collection<RunSpec> runs) {
        IdentityHashMap<Trial, Identity> identities = new IdentityHashMap<>();
        return runs.stream()
                .map(run -> identities.computeIfAbsent(run.trial, Identity::new).of(run.seed))
                .toList();
    }

    /** Runs by their ids, in their order; of those with one id the first. */
    public static Map<String, RunSpec> byId(Collection<RunSpec> runs) {
        Iterator<String> ids = ids(runs).iterator();
        Map<String, RunSpec> byId = new LinkedHashMap<>();
        runs.forEach(run -> byId.putIfAbsent(ids.next(), run));
        return byId;
    }

    // Written out, for Java links a record's own at the first use, milliseconds each (docs/design/speed.md).
    @Override
    public int hashCode() {
        return 31 * trial.hashCode() + Long.hashCode(seed);
    }
}
