package org.converge4j.report.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.catalog.About;
import org.converge4j.catalog.Catalog;
import org.converge4j.report.content.PageData.UpdaterData;
import org.converge4j.report.content.Palette.Look;
import org.converge4j.result.Measurement;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Labels;
import org.converge4j.wording.Text;

/** What each updater of an experiment computes, beside the article's equation and the measured distance between the two. */
public final class UpdaterNotes {
    private final Comparison comparison;
    private final Catalog catalog;
    private final Palette palette;

    public UpdaterNotes(Comparison comparison, Catalog catalog) {
        this.comparison = comparison;
        this.catalog = catalog;
        this.palette = new Palette(comparison);
    }

    /** In the order of the experiment; an updater that the catalog no longer knows has its name alone. */
    public List<UpdaterData> all() {
        return comparison.experiment().trials().stream()
                .map(trial -> trial.updater().variant())
                .distinct()
                .map(this::note)
                .toList();
    }

    private UpdaterData note(String updater) {
        Optional<About> about = Catalog.named(catalog.updaters(), updater).map(variant -> variant.about());
        return new UpdaterData(
                updater,
                look(updater),
                about.map(About::value).map(Text::catalog).orElse(Text.of("updater.unknown")),
                about.map(a -> lines(a.article())).orElse(List.of()),
                about.map(a -> lines(a.equation())).orElse(List.of()),
                distances(updater),
                settings(updater),
                about.map(a -> Arrays.stream(a.differs()).map(Text::catalog).toList())
                        .orElse(List.of()),
                about.map(About::source).map(Text::catalog).orElse(Text.NONE));
    }

    /** Settings beside the learning rate: one line, or one a label where its trials differ. */
    private List<String> settings(String updater) {
        Map<String, String> byName = new LinkedHashMap<>();
        comparison.experiment().trials().stream()
                .filter(trial -> trial.updater().variant().equals(updater))
                .forEach(trial -> byName.put(Labels.updater(trial), Words.settings(trial)));
        byName.values().removeIf(String::isEmpty);
        return byName.values().stream().distinct().count() == 1
                ? byName.values().stream().limit(1).toList()
                : byName.entrySet().stream()
                        .map(each -> each.getKey() + ": " + each.getValue())
                        .toList();
    }

    private Look look(String updater) {
        return comparison.experiment().trials().stream()
                .filter(trial -> trial.updater().variant().equals(updater))
                .findFirst()
                .map(palette::of)
                .orElseThrow();
    }

    /** The lines of an equation of the catalog. */
    public static List<String> lines(String equations) {
        return Arrays.stream(equations.split(";"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private List<Text> distances(String updater) {
        List<Text> distances = new ArrayList<>();
        for (ProblemComparison problem : comparison.problems()) {
            for (UpdaterSummary summary : problem.updaters()) {
                TrialSummary trial = summary.chosen().orElse(summary.trials().get(0));
                if (trial.trial().updater().variant().equals(updater)) {
                    trial.measurement()
                            .flatMap(Measurement::article)
                            .ifPresent(distance -> distances.add(distance(distance, where(problem, trial))));
                }
            }
        }
        return distances;
    }

    private Text where(ProblemComparison problem, TrialSummary trial) {
        String label = Labels.trial(trial.trial());
        return comparison.problems().size() > 1
                ? Text.of("list.comma", problem.problem().name(), label)
                : Text.plain(label);
    }

    private static Text distance(Measurement.Distance distance, Text where) {
        Text seeds = Text.count(distance.seeds(), "seed");
        return distance.largest() == 0
                ? Text.of("distance.none", where, seeds)
                : Text.of("distance", where, Figures.brief(distance.largest()), distance.step(), seeds);
    }
}
