package org.converge4j.run.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.RunSpec;

/**
 * One of several equal parts of a plan, each for a process of its own. The parts depend on the plan alone, so that processes
 * which know nothing of each other train every run once.
 *
 * @param number from 1
 * @param count of parts
 */
public record Shard(int number, int count) {
    /** The whole plan. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    public Shard {
        if (number < 1 || number > count) {
            throw new IllegalArgumentException("there is no part " + number + " of " + count);
        }
    }

    /** The part that a text such as {@code 2/3} names, or nothing if there is none. */
    public static Optional<Shard> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(parts.group(1));
        int count = Integer.parseInt(parts.group(2));
        return number < 1 || number > count ? Optional.empty() : Optional.of(new Shard(number, count));
    }

    /** Whether it is all there is. */
    public boolean isWhole() {
        return count == 1;
    }

    /**
     * Its runs of a plan: an equal share of every problem, for problems differ in what a step costs, and of each problem runs
     * that can be stacked. The sizes of two parts differ by one run at most.
     */
    public List<RunSpec> of(List<RunSpec> plan) {
        Map<Problem, List<RunSpec>> problems = new LinkedHashMap<>();
        Batches.stackable(RunSpec.byId(plan).values())
                .forEach(group -> problems.computeIfAbsent(group.get(0).trial().problem(), problem -> new ArrayList<>())
                        .addAll(group));
        List<RunSpec> ours = new ArrayList<>();
        int first = 0; // who gets the next run that is left over when a problem is shared out
        for (List<RunSpec> runs : problems.values()) {
            int least = runs.size() / count;
            int over = runs.size() % count;
            int share = Math.floorMod(number - 1 - first, count);
            int from = share * least + Math.min(share, over);
            ours.addAll(runs.subList(from, from + least + (share < over ? 1 : 0)));
            first = (first + over) % count;
        }
        return ours;
    }

    /** As it was written. */
    @Override
    public String toString() {
        return number + "/" + count;
    }
}
