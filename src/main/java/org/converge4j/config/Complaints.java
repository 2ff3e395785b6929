package org.converge4j.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that is wrong with a file, gathered so that it can be said at once. */
final class Complaints {
    private final List<Complaint> complaints = new ArrayList<>();

    /** Adds "place: where: what". */
    void add(Mark mark, String where, String what) {
        complaints.add(new Complaint(mark, mark + ": " + (where.isEmpty() ? "" : where + ": ") + what));
    }

    /** Adds "place: where: found …; … is accepted". */
    void found(Node node, String where, String accepted) {
        add(node.mark(), where, "found " + node.found() + "; " + accepted + " is accepted.");
    }

    boolean isEmpty() {
        return complaints.isEmpty();
    }

    /** One line each, in the order of the file. */
    List<String> lines() {
        return complaints.stream()
                .sorted(Comparator.comparing((Complaint c) -> c.mark().line())
                        .thenComparing(c -> c.mark().column()))
                .map(Complaint::line)
                .distinct()
                .toList();
    }

    private record Complaint(Mark mark, String line) {}
}
