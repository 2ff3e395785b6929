package org.converge4j.examine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.Exports;
import org.converge4j.catalog.Family;
import org.converge4j.catalog.Variant;
import org.converge4j.updater.Updater;
import org.jspecify.annotations.Nullable;

/** What an updater computes, beside what the article, DL4J, PyTorch and others compute under its name, and how far apart they end up. */
public final class Explanation {
    private final Updater updater;
    private final Catalog catalog;
    private final Lines lines = new Lines();
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
        lines.head(variant.name(), about);
        if (!about.unusable().isEmpty()) {
            lines.say("cannot be used: " + about.unusable());
        }
        lines.demands(updater.reads(), about);
        Exports.refusal(updater).ifPresent(lines::say);
        Map<String, Updater> namesakes = Namesakes.of(updater);
        lines.section("What is computed");
        namesakes.forEach((whose, rule) -> lines.line(whose, about(rule).equation()));
        lines.differences(about);
        lines.section("The settings to copy");
        namesakes.forEach((whose, rule) -> lines.line(whose, Spelling.of(rule)));
        libraries();
        if (about.unusable().isEmpty() && namesakes.size() > 1) {
            distances(List.copyOf(namesakes.keySet()), namesakes);
        }
        return lines.all();
    }

    /** Other libraries by the entries that compute what they do, and how much of the distance is their defaults'. */
    private void libraries() {
        List<Elsewhere> all = Elsewhere.of(updater, catalog);
        if (all.isEmpty()) {
            if (about(updater).family() == Family.NEWER) {
                lines.section("In none of PyTorch 2.13, optax 0.2.8, Keras 3.15 and timm 1.0.29");
            }
            return;
        }
        lines.section("In other libraries, at their defaults");
        for (Elsewhere one : all) {
            boolean same = one.atDefaults().getClass().equals(updater.getClass());
            lines.line(
                    one.library(),
                    one.call() + ": "
                            + (same ? "the same" : about(one.atDefaults()).equation()));
            lines.line("", (one.isOfCatalog() ? "here " : "there ") + Spelling.of(one.atDefaults()));
        }
        lines.table("How far they end up from this one: the largest difference of a parameter");
        Distances distances = measured();
        for (Elsewhere one : all) {
            lines.row(one.library() + ", as it comes", distances.between(updater, one.atDefaults()));
            lines.row("  because of the rule", distances.between(updater, one.atOurs()));
            lines.row("  because of defaults", distances.between(one.atOurs(), one.atDefaults()));
        }
    }

    /** What is measured for one table serves the next. */
    private Distances measured() {
        if (measured == null) {
            measured = new Distances(catalog);
        }
        return measured;
    }

    private void distances(List<String> whose, Map<String, Updater> namesakes) {
        lines.table("How far apart they end up: the largest difference of a parameter");
        Distances distances = measured();
        for (int i = 0; i < whose.size(); i++) {
            for (int j = i + 1; j < whose.size(); j++) {
                lines.row(
                        whose.get(i) + " – " + whose.get(j),
                        distances.between(rule(namesakes, whose.get(i)), rule(namesakes, whose.get(j))));
            }
        }
    }

    private static Updater rule(Map<String, Updater> namesakes, String whose) {
        return Objects.requireNonNull(namesakes.get(whose));
    }

    private static About about(Updater rule) {
        return Variant.of(rule.getClass()).about();
    }
}
