package org.converge4j.cli.progress;

import java.util.EnumMap;
import java.util.Map;
import org.converge4j.result.Outcome;

/** How many runs have ended how. */
final class Tally {
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private int ahead;

    /** So many runs are ahead. */
    synchronized void expect(int runs) {
        ahead += runs;
    }

    synchronized void add(Outcome outcome) {
        counts.merge(outcome, 1, Integer::sum);
    }

    @Override
    public synchronized String toString() {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return all + (ahead > 0 ? " of " + ahead : "") + " runs" + some(Outcome.DIVERGED, "diverged")
                + some(Outcome.FAILED, "failed");
    }

    private String some(Outcome outcome, String word) {
        int count = counts.getOrDefault(outcome, 0);
        return count == 0 ? "" : ", " + count + " " + word;
    }
}
