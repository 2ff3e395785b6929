package org.converge4j.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Everything that is wrong with a file, gathered so that it can be said at once. */
final class Complaints {
    private final Set<String> lines = new LinkedHashSet<>();

    /** Adds "place: where: what". */
    void add(Mark mark, String where, String what) {
        lines.add(mark + ": " + (where.isEmpty() ? "" : where + ": ") + what);
    }

    /** Adds "place: where: found …; … is accepted". */
    void found(Node node, String where, String accepted) {
        add(node.mark(), where, "found " + node.found() + "; " + accepted + " is accepted.");
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    List<String> lines() {
        return new ArrayList<>(lines);
    }
}
