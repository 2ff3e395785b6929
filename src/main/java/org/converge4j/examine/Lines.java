package org.converge4j.examine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.converge4j.catalog.About;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.wording.Figures;

/** The lines of an explanation, as they grow. */
final class Lines {
    private final List<String> all = new ArrayList<>();

    List<String> all() {
        return List.copyOf(all);
    }

    /** What something is, and where it comes from. */
    void head(String name, About about) {
        all.add(name + ": " + about.value());
        say("source: " + about.source());
    }

    /** What it sees besides the gradient, and what it costs; nothing, for most. */
    void demands(Set<Reads> reads, About about) {
        if (!reads.isEmpty()) {
            say("reads: " + reads.stream().sorted().map(Reads::words).collect(Collectors.joining("; ")));
        }
        if (!about.cost().isEmpty()) {
            say("costs: " + about.cost());
        }
    }

    void say(String sentence) {
        all.add("  " + sentence);
    }

    void section(String title) {
        all.add("");
        all.add(title);
    }

    /** A text, with whose it is. */
    void line(String whose, String text) {
        all.add(String.format(Locale.ROOT, "  %-12s %s", whose, text));
    }

    /** The sentences on where namesakes part, if there are any. */
    void differences(About about) {
        if (about.differs().length > 0) {
            section("Where they differ");
            Stream.of(about.differs()).forEach(sentence -> say("- " + sentence));
        }
    }

    /** Begins a table of {@link Distances}. */
    void table(String title) {
        section(title);
        say("on " + Distances.PROBLEM);
        row("after steps", Distances.STEPS.stream().map(String::valueOf));
    }

    /** A row of a table. */
    void row(String title, List<Double> distances) {
        row(title, distances.stream().map(Figures::about));
    }

    private void row(String title, Stream<String> cells) {
        say(String.format(Locale.ROOT, "%-24s", title)
                + cells.map(cell -> String.format(Locale.ROOT, "%12s", cell)).collect(Collectors.joining()));
    }
}
