package org.converge4j.config.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.catalog.message.Nearest;

/** Everything that is wrong with a file, gathered so that it can be said at once. */
public final class Complaints {
    /** Whoever has read so many mistakes fixes them first. */
    private static final int MOST_LINES = 100;

    private final List<Complaint> complaints = new ArrayList<>();
    private final Supplier<Map<String, String>> places;

    /**
     * @param places where a key belongs that is known elsewhere, written as it stands there; asked once a key is unknown
     */
    public Complaints(Supplier<Map<String, String>> places) {
        this.places = places;
    }

    /** Adds that a key of a section is none of those that are known there; where it belongs, if that is elsewhere and none of them was meant. */
    void unknown(Mark mark, String section, String key, List<String> known) {
        String where = section.isEmpty() ? Text.printable(key) : section + "." + Text.printable(key);
        String here = section.replaceAll("s?\\[\\d+]$", "") + ": { " + key + ": … }";
        String place = places.get().getOrDefault(key, here);
        boolean isElsewhere = !place.equals(here) && Nearest.to(key, known).isEmpty();
        add(
                mark,
                where,
                isElsewhere ? "belongs elsewhere, expected " + place + "." : Mismatch.unknown("key", key, known));
    }

    /** Adds "place: where: what". */
    public void add(Mark mark, String where, String what) {
        complaints.add(new Complaint(mark, mark + ": " + (where.isEmpty() ? "" : where + ": ") + what));
    }

    /** Adds "place: where: expected …, found …". */
    public void found(Node node, String where, String expected) {
        add(node.mark(), where, Mismatch.of(expected, node.found()) + ".");
    }

    public boolean isEmpty() {
        return complaints.isEmpty();
    }

    /** One line each, in the order of the file. */
    public List<String> lines() {
        List<String> lines = complaints.stream()
                .sorted(Comparator.comparing((Complaint c) -> c.mark().line())
                        .thenComparing(c -> c.mark().column()))
                .map(Complaint::line)
                .distinct()
                .toList();
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, MOST_LINES));
        first.add(complaints.get(0).mark().file() + ": and " + (lines.size() - MOST_LINES) + " more.");
        return first;
    }

    private record Complaint(Mark mark, String line) {}
}
