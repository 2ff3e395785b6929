package org.converge4j.run.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.training.Target;

/** Cuts a plan into batches of runs that can be stacked, keeping its order as far as that allows. */
public final class Batches {
    /** Enough to stack well, few enough that a stopped experiment has finished some of every trial. */
    private static final int MOST = 256;

    private Batches() {}

    /**
     * The batches of a plan.
     *
     * @param targets whose first crossing is to be noticed
     */
    public static List<Batch> of(List<RunSpec> runs, List<Target> targets, Path base, int jobs) {
        String folder = base.toAbsolutePath().toString();
        List<Batch> batches = new ArrayList<>();
        for (List<RunSpec> group : stackable(runs)) {
            int size = Math.min(MOST, Math.max(1, (group.size() + jobs - 1) / jobs));
            for (int from = 0; from < group.size(); from += size) {
                batches.add(new Batch(folder, group.subList(from, Math.min(group.size(), from + size)), targets, 1));
            }
        }
        return batches;
    }

    /** The runs in groups, each of which one stack could train. */
    static Collection<List<RunSpec>> stackable(Collection<RunSpec> runs) {
        Map<List<Object>, List<RunSpec>> groups = new LinkedHashMap<>();
        for (RunSpec run : runs) {
            groups.computeIfAbsent(kind(run), kind -> new ArrayList<>()).add(run);
        }
        return groups.values();
    }

    private static List<Object> kind(RunSpec run) {
        return List.of(
                run.trial().problem(),
                run.trial().training(),
                run.trial().common(),
                run.trial().updater().variant());
    }
}
