package org.converge4j.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** Reads {@code seeds:}, a count or a list. */
final class SeedReader {
    private static final long MOST = 1_000_000;

    private final Complaints complaints;
    private final Values values;

    SeedReader(Complaints complaints) {
        this.complaints = complaints;
        this.values = new Values(complaints);
    }

    List<Long> read(Node node) {
        if (!(node instanceof Node.Sequence list)) {
            return values.whole(node, "seeds", 1, MOST).map(SeedReader::first).orElse(List.of());
        }
        Set<Long> seeds = new LinkedHashSet<>();
        for (int i = 0; i < list.items().size(); i++) {
            Node item = list.items().get(i);
            String where = "seeds[" + i + "]";
            values.whole(item, where, Long.MIN_VALUE, Long.MAX_VALUE).ifPresent(seed -> {
                if (!seeds.add(seed)) {
                    complaints.add(item.mark(), where, "the seed " + seed + " is here twice; once is accepted.");
                }
            });
        }
        if (list.items().isEmpty()) {
            complaints.found(node, "seeds", "a count or a list of at least one seed");
        }
        return List.copyOf(seeds);
    }

    /** 1, 2, …. */
    static List<Long> first(long count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }
}
