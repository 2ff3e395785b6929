package org.converge4j.analysis.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Trial;
import org.converge4j.wording.Labels;
import org.converge4j.wording.Language;
import org.converge4j.wording.Text;

/** Which settings of an experiment are chosen, and which values of one compete as updaters of their own: as its file says. */
public final class Grids {
    private final Experiment experiment;

    /** By variant, the settings that are not chosen though its updaters differ in them; no variant without any. */
    private final Map<String, Set<String>> competing = new LinkedHashMap<>();

    public Grids(Experiment experiment) {
        this.experiment = experiment;
        Map<String, Choice> first = new HashMap<>();
        for (Trial trial : experiment.trials()) {
            Choice updater = trial.updater();
            Choice other = first.computeIfAbsent(updater.variant(), variant -> updater);
            updater.settings().forEach((name, value) -> {
                boolean chosen =
                        name.equals(Choice.LEARNING_RATE) || trial.tuned().contains(name);
                if (!chosen && !value.equals(other.settings().get(name))) {
                    competing
                            .computeIfAbsent(updater.variant(), variant -> new LinkedHashSet<>())
                            .add(name);
                }
            });
        }
    }

    /**
     * For {@code plan} and before a run, in a line.
     *
     * @return empty where only learning rates are tried at several values
     */
    public String ahead() {
        Text words = words("ahead");
        Set<String> instead = new LinkedHashSet<>(experiment.tuned());
        competing.values().forEach(instead::addAll);
        return competing.isEmpty()
                ? words.in(Language.EN)
                : words.in(Language.EN) + " (tuning: { settings: [" + String.join(", ", instead) + "] } would choose)";
    }

    /**
     * "Learning rates and beta are chosen for each updater; nag β₁ = 0.5 and nag β₁ = 0.9 compete as updaters of their own".
     *
     * @param when {@code ahead} of training, or in the {@code past}
     */
    Text words(String when) {
        List<Text> rivals = rivals();
        if (rivals.isEmpty() && experiment.tuned().isEmpty()) {
            return Text.NONE;
        }
        List<Object> names = new ArrayList<>(List.of(Text.of("grids.rates")));
        names.addAll(experiment.tuned());
        Text chosen = names.size() == 1
                ? Text.of("grids.only." + when)
                : Text.of("grids.each." + when, Text.and(names).capital());
        return rivals.isEmpty() ? chosen : Text.of("grids.compete." + when, chosen, Text.semicolons(rivals));
    }

    /** Of each variant whose updaters compete by a setting their names. */
    private List<Text> rivals() {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        experiment.trials().stream()
                .filter(trial -> competing.containsKey(trial.updater().variant()))
                .forEach(trial -> names.computeIfAbsent(trial.updater().variant(), variant -> new LinkedHashSet<>())
                        .add(Labels.updater(trial)));
        return names.values().stream().map(Text::and).toList();
    }
}
