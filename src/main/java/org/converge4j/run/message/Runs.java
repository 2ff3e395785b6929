package org.converge4j.run.message;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import tools.jackson.databind.util.StdConverter;

/**
 * Runs as they are sent: every trial once, for a batch has many runs of each.
 *
 * @param trials of the runs
 * @param of which of the trials each run is of
 * @param seeds of the runs
 */
public record Runs(List<Trial> trials, int[] of, long[] seeds) {
    private static Runs pack(List<RunSpec> runs) {
        IdentityHashMap<Trial, Integer> places = new IdentityHashMap<>();
        List<Trial> trials = new ArrayList<>();
        int[] of = new int[runs.size()];
        long[] seeds = new long[runs.size()];
        for (int i = 0; i < of.length; i++) {
            Trial trial = runs.get(i).trial();
            of[i] = places.computeIfAbsent(trial, first -> trials.size());
            if (of[i] == trials.size()) {
                trials.add(trial);
            }
            seeds[i] = runs.get(i).seed();
        }
        return new Runs(trials, of, seeds);
    }

    private List<RunSpec> unpack() {
        List<RunSpec> runs = new ArrayList<>(of.length);
        for (int i = 0; i < of.length; i++) {
            runs.add(new RunSpec(trials.get(of[i]), seeds[i]));
        }
        return runs;
    }

    /** Packs runs. */
    public static final class Packed extends StdConverter<List<RunSpec>, Runs> {
        @Override
        public Runs convert(List<RunSpec> runs) {
            return pack(runs);
        }
    }

    /** Unpacks them; runs of one trial share its object. */
    public static final class Unpacked extends StdConverter<Runs, List<RunSpec>> {
        @Override
        public List<RunSpec> convert(Runs runs) {
            return runs.unpack();
        }
    }
}
