package org.converge4j.examine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Arguments;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.Variant;
import org.converge4j.catalog.rule.EvaluatedElsewhere;
import org.converge4j.train.step.Treatment;
import org.converge4j.updater.Around;
import org.converge4j.updater.Updater;

/** What something around updaters does, what other libraries have under its name, and how far it takes Adam from itself. */
public final class AroundExplanation {
    private AroundExplanation() {}

    /** The explanation, line by line; the distances are measured now. */
    public static List<String> of(Around around, Catalog catalog) {
        Variant<? extends Around> variant = Variant.of(around.getClass());
        About about = variant.about();
        Lines lines = new Lines();
        lines.head(variant.name(), about);
        lines.say("stands around any updater");
        lines.demands(around.reads(), about);
        if (around instanceof EvaluatedElsewhere) {
            lines.say("measured at other parameters than the updater steps from");
        }
        lines.section("What is computed");
        lines.line("this", about.equation());
        lines.differences(about);
        lines.section("The settings to copy");
        lines.line("this", spelled(around));
        Distances distances = new Distances(catalog);
        Updater adam = (Updater) catalog.updater("adam").create(Map.of());
        Treatment ours = treatment(around);
        Map<LibraryLine, Around> libraries = new LinkedHashMap<>();
        LibraryLine.of(variant.name()).forEach(line -> libraries.put(line, Arguments.create(variant, line.settings())));
        if (!libraries.isEmpty()) {
            lines.section("In other libraries, at their defaults");
            libraries.forEach((line, theirs) -> lines.line(line.library(), line.call() + ": " + spelled(theirs)));
        }
        lines.table(
                "How far adam ends up from " + variant.name() + " around adam: the largest difference of a parameter");
        lines.row("this", distances.between(adam, Treatment.NONE, adam, ours));
        libraries.forEach((line, theirs) ->
                lines.row(line.library(), distances.between(adam, Treatment.NONE, adam, treatment(theirs))));
        return lines.all();
    }

    private static Treatment treatment(Around around) {
        return new Treatment(Treatment.NONE.schedule(), Treatment.NONE.clip(), Treatment.NONE.decay(), List.of(around));
    }

    private static String spelled(Around around) {
        return "around: [" + Spelling.inFile(around) + "]";
    }
}
