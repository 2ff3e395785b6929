package org.converge4j.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.converge4j.config.yaml.Complaints;
import org.converge4j.config.yaml.Node;
import org.converge4j.config.yaml.Values;

/** Reads the seeds on which is reported, and those on which settings are chosen. */
final class SeedReader {
    private static final long MOST = 1_000_000;

    private final Complaints complaints;
    private final Values values;

    SeedReader(Complaints complaints) {
        this.complaints = complaints;
        this.values = new Values(complaints);
    }

    /** The seeds 1 to n of a count n, or those of a list. */
    List<Long> reporting(Node node) {
        return seeds(node, "seeds", 0);
    }

    /** The n that follow the greatest reporting seed, or those of a list; none of those reported on. */
    List<Long> tuning(Node node, List<Long> reporting) {
        long last = reporting.stream().mapToLong(Long::longValue).max().orElse(0);
        List<Long> tuning = seeds(node, "tuning.seeds", last);
        List<Long> both = new ArrayList<>(tuning);
        both.retainAll(new HashSet<>(reporting));
        if (!both.isEmpty()) {
            complaints.add(
                    node.mark(), "tuning.seeds", "expected other seeds than those reported on, found " + both + ".");
        }
        return tuning;
    }

    private List<Long> seeds(Node node, String where, long after) {
        if (!(node instanceof Node.Sequence list)) {
            return values.whole(node, where, 1, MOST)
                    .map(count -> following(after, count))
                    .orElse(List.of());
        }
        Set<Long> seeds = new LinkedHashSet<>();
        for (int i = 0; i < list.items().size(); i++) {
            Node item = list.items().get(i);
            String path = where + "[" + i + "]";
            values.whole(item, path, Long.MIN_VALUE, Long.MAX_VALUE).ifPresent(seed -> {
                if (!seeds.add(seed)) {
                    complaints.add(item.mark(), path, "expected each seed once, found " + seed + " twice.");
                }
            });
        }
        if (list.items().isEmpty()) {
            complaints.found(node, where, "a count or a list of at least one seed");
        }
        return List.copyOf(seeds);
    }

    /** So many seeds after one. */
    static List<Long> following(long after, long count) {
        return LongStream.range(0, count).map(i -> after + 1 + i).boxed().toList();
    }
}
