package org.converge4j.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.catalog.Variant;
import org.converge4j.experiment.Choice;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Text;

/** What a picture of a loss surface shows, by which rule its learning rates were chosen, and what it does not say. */
final class LandscapeNotes {
    private LandscapeNotes() {}

    static List<Text> of(ProblemComparison problem, long seed, Optional<? extends Variant<?>> function) {
        List<Text> notes = new ArrayList<>();
        notes.add(Text.of(
                problem.problem().function().isPresent() ? "landscape.function" : "landscape.quadratic",
                Long.toString(seed)));
        function.ifPresent(known -> {
            notes.add(Text.sentences(
                    sentence(known.about().value()), sentence(known.about().source())));
            settings(problem, known).optional().ifPresent(notes::add);
        });
        notes.add(rule(problem));
        notes.add(Text.of("landscape.caution"));
        return List.copyOf(notes);
    }

    private static Text sentence(String catalog) {
        return catalog.isEmpty()
                ? Text.NONE
                : Text.of("sentence", Text.catalog(catalog).capital());
    }

    /** What the letters of its equation stand for: "Here κ, the ratio of the two curvatures: 100; …" */
    private static Text settings(ProblemComparison problem, Variant<?> function) {
        Map<String, Object> given =
                problem.problem().function().map(Choice::settings).orElse(Map.of());
        List<Text> settings = function.parameters().stream()
                .map(parameter -> Text.of(
                        "landscape.setting",
                        Text.catalog(parameter.setting().value()),
                        value(given.getOrDefault(parameter.name(), parameter.preset()))))
                .toList();
        return settings.isEmpty() ? Text.NONE : Text.of("landscape.settings", Text.semicolons(settings));
    }

    private static String value(Object value) {
        return value instanceof Number number ? Figures.given(number.doubleValue()) : value.toString();
    }

    /** How the learning rate of each path was chosen. */
    private static Text rule(ProblemComparison problem) {
        List<List<String>> grids = problem.updaters().stream()
                .map(LandscapeNotes::rates)
                .filter(rates -> !rates.isEmpty())
                .distinct()
                .toList();
        if (grids.stream().allMatch(rates -> rates.size() == 1)) {
            return Text.of("landscape.rate");
        }
        List<String> rates = grids.get(0);
        return grids.size() == 1
                ? Text.of("landscape.same", rates.size(), rates.get(0), rates.get(rates.size() - 1))
                : Text.of("landscape.own");
    }

    private static List<String> rates(UpdaterSummary updater) {
        return updater.trials().stream()
                .map(TrialSummary::trial)
                .flatMap(trial -> trial.updater().learningRate().stream())
                .map(Figures::given)
                .toList();
    }
}
