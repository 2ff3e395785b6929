package org.converge4j.examine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.Exports;
import org.converge4j.catalog.Variant;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.updater.Updater;
import org.converge4j.wording.Figures;
import org.jspecify.annotations.Nullable;

/** What an updater computes, beside what the article, DL4J and PyTorch compute under its name, and how far apart they end up. */
public final class Explanation {
    private final Updater updater;
    private final Catalog catalog;
    private final List<String> lines = new ArrayList<>();
    private @Nullable Distances measured;

    private Explanation(Updater updater, Catalog catalog) {
        this.updater = updater;
        this.catalog = catalog;
    }

    /** The explanation, line by line; the distances are measured now. */
    public static List<String> of(Updater updater, Catalog catalog) {
        return new Explanation(updater, catalog).write();
    }

    private List<String> write() {
        Variant<?> variant = Variant.of(updater.getClass());
        About about = variant.about();
        lines.add(variant.name() + ": " + about.value());
        lines.add("  source: " + about.source());
        if (!about.unusable().isEmpty()) {
            lines.add("  cannot be used: " + about.unusable());
        }
        if (!updater.reads().isEmpty()) {
            lines.add("  reads: "
                    + updater.reads().stream().sorted().map(Reads::words).collect(Collectors.joining("; ")));
        }
        if (!about.cost().isEmpty()) {
            lines.add("  costs: " + about.cost());
        }
        Exports.refusal(updater).ifPresent(why -> lines.add("  " + why));
        Map<String, Updater> namesakes = Namesakes.of(updater);
        section("What is computed");
        namesakes.forEach((whose, rule) -> line(whose, about(rule).equation()));
        if (about.differs().length > 0) {
            section("Where they differ");
            List.of(about.differs()).forEach(sentence -> lines.add("  - " + sentence));
        }
        section("The settings to copy");
        namesakes.forEach((whose, rule) -> line(whose, Spelling.of(rule)));
        libraries();
        if (about.unusable().isEmpty() && namesakes.size() > 1) {
            distances(List.copyOf(namesakes.keySet()), namesakes);
        }
        return List.copyOf(lines);
    }

    /** Other libraries by the entries that compute what they do, and how much of the distance is their defaults'. */
    private void libraries() {
        List<Elsewhere> all = Elsewhere.of(updater, catalog);
        if (all.isEmpty()) {
            return;
        }
        section("In other libraries, at their defaults");
        for (Elsewhere one : all) {
            line(one.library(), one.call() + ": " + about(one.atDefaults()).equation());
            line("", (one.isOfCatalog() ? "here " : "there ") + Spelling.of(one.atDefaults()));
        }
        table("How far they end up from this one: the largest difference of a parameter");
        Distances distances = measured();
        for (Elsewhere one : all) {
            lines.add("  " + row(one.library() + ", as it comes", texts(distances.between(updater, one.atDefaults()))));
            lines.add("  " + row("  because of the rule", texts(distances.between(updater, one.atOurs()))));
            lines.add("  " + row("  because of defaults", texts(distances.between(one.atOurs(), one.atDefaults()))));
        }
    }

    /** What is measured for one table serves the next. */
    private Distances measured() {
        if (measured == null) {
            measured = new Distances(catalog);
        }
        return measured;
    }

    private void table(String title) {
        section(title);
        lines.add("  on " + Distances.PROBLEM);
        lines.add("  "
                + row(
                        "after steps",
                        Distances.STEPS.stream().map(String::valueOf).toList()));
    }

    private static List<String> texts(List<Double> distances) {
        return distances.stream().map(Figures::about).toList();
    }

    private void distances(List<String> whose, Map<String, Updater> namesakes) {
        table("How far apart they end up: the largest difference of a parameter");
        Distances distances = measured();
        for (int i = 0; i < whose.size(); i++) {
            for (int j = i + 1; j < whose.size(); j++) {
                List<String> apart =
                        texts(distances.between(rule(namesakes, whose.get(i)), rule(namesakes, whose.get(j))));
                lines.add("  " + row(whose.get(i) + " – " + whose.get(j), apart));
            }
        }
    }

    private static Updater rule(Map<String, Updater> namesakes, String whose) {
        return Objects.requireNonNull(namesakes.get(whose));
    }

    private static String row(String title, List<String> cells) {
        return String.format(Locale.ROOT, "%-24s", title)
                + cells.stream()
                        .map(cell -> String.format(Locale.ROOT, "%11s", cell))
                        .collect(Collectors.joining());
    }

    private void section(String title) {
        lines.add("");
        lines.add(title);
    }

    private void line(String whose, String text) {
        lines.add(String.format(Locale.ROOT, "  %-12s %s", whose, text));
    }

    private static About about(Updater rule) {
        return Variant.of(rule.getClass()).about();
    }
}
