package org.converge4j.examine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.Variant;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Clip;
import org.converge4j.experiment.Decay;
import org.converge4j.experiment.Trial;
import org.converge4j.schedule.Sequence;
import org.converge4j.train.step.Treatment;
import org.converge4j.updater.Updater;

/**
 * Learning rates and schedules of an experiment that change nothing, for the updater takes no notice of them. That is tried, not
 * declared: on a bowl that wanders, at the rate and at a thousandth of it.
 */
public final class IdleRates {
    private static final double LITTLE = 1e-3;

    /** What summing in another order leaves. */
    private static final double ROUNDING = 1e-9;

    private final Catalog catalog;

    public IdleRates(Catalog catalog) {
        this.catalog = catalog;
    }

    /** A line for each updater whose rate, where the experiment sets one, or whose schedule changes nothing. */
    public List<String> among(List<Trial> trials) {
        Map<Choice, List<Trial>> updaters = new LinkedHashMap<>();
        trials.forEach(trial -> updaters.computeIfAbsent(trial.updater().unrated(), same -> new ArrayList<>())
                .add(trial));
        List<String> lines = new ArrayList<>();
        updaters.values().forEach(alike -> look(alike, lines));
        return List.copyOf(lines);
    }

    private void look(List<Trial> alike, List<String> lines) {
        Choice chosen = alike.get(0).updater();
        Variant<?> variant = catalog.updater(chosen.variant());
        Set<Object> rates = new TreeSet<>();
        rates.add(Variant.settingsOf(variant.create(Map.of())).getOrDefault(Choice.LEARNING_RATE, 0.0));
        alike.forEach(trial -> rates.add(trial.updater().settings().getOrDefault(Choice.LEARNING_RATE, 0.0)));
        boolean scheduled =
                alike.stream().anyMatch(trial -> !trial.common().schedule().isEmpty());
        try {
            if (rates.size() > 1 && isIdle(variant, chosen)) {
                lines.add(variant.name() + ": its learning rate changes nothing: at a thousandth of it the steps are"
                        + " the same.");
            } else if (scheduled && isSame(follow(variant, chosen, 1), follow(variant, chosen, LITTLE))) {
                lines.add(variant.name() + ": its schedule changes nothing: after the first step the learning rate"
                        + " is not looked at.");
            }
        } catch (RuntimeException broken) { // training will say what is wrong with it
            return;
        }
    }

    private static boolean isIdle(Variant<?> variant, Choice chosen) {
        Map<String, Object> settings = new LinkedHashMap<>(chosen.settings());
        settings.computeIfPresent(Choice.LEARNING_RATE, (name, rate) -> LITTLE * ((Number) rate).doubleValue());
        return isSame(follow(variant, chosen, 1), follow(variant, new Choice(chosen.variant(), settings), 1));
    }

    /** Where it ends, at so many times its rate after the first step. */
    private static double[] follow(Variant<?> variant, Choice chosen, double factor) {
        Sequence later = new Sequence(List.of(taken -> taken == 0 ? 1 : factor));
        return Bowl.follow((Updater) variant.create(chosen.settings()), new Treatment(later, Clip.NONE, Decay.NONE));
    }

    private static boolean isSame(double[] one, double[] other) {
        double moved = 0;
        double apart = 0;
        double[] start = Bowl.start();
        for (int i = 0; i < one.length; i++) {
            moved = Math.max(moved, Math.abs(one[i] - start[i]));
            apart = Math.max(apart, Math.abs(one[i] - other[i]));
        }
        return Arrays.stream(one).allMatch(Double::isFinite) && moved > 0 && apart <= ROUNDING * moved;
    }
}
