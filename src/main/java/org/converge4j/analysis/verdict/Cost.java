package org.converge4j.analysis.verdict;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.verdict.Finding.Question;
import org.converge4j.result.Measurement;
import org.converge4j.result.StepTime;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Text;

/** What the updaters of a problem cost, in sentences. */
final class Cost {
    private final ProblemComparison problem;

    Cost(ProblemComparison problem) {
        this.problem = problem;
    }

    /** What a step of each costs beside one of gradient descent, and what each remembers; nothing before it was measured. */
    Optional<Finding> finding() {
        String name = problem.problem().name();
        Map<String, Measurement> measured = new LinkedHashMap<>();
        problem.updaters()
                .forEach(updater -> updater.chosen()
                        .flatMap(TrialSummary::measurement)
                        .ifPresent(measurement -> measured.put(updater.name(), measurement)));
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        Text each = Text.semicolons(measured.entrySet().stream()
                .map(one -> Text.of("cost.each", one.getKey(), cost(one.getValue())))
                .toList());
        return Optional.of(new Finding(
                name,
                Question.COST,
                Text.sentences(Text.of("cost.step", name, sgd(measured.values()), each), scales(measured))));
    }

    /** "sgd, which takes 512 µs of DL4J's network and was timed in turn with it", and how soon, where it was cold. */
    private Text sgd(Collection<Measurement> measured) {
        String key = problem.problem().function().isPresent() ? "cost.sgd" : "cost.sgd.network";
        return measured.stream()
                .flatMap(measurement -> measurement.stepTime().stream())
                .findFirst()
                .map(time -> soon(Text.of(key, Figures.about(time.sgdMicros())), time))
                .orElse(Text.plain("sgd"));
    }

    private static Text soon(Text sgd, StepTime time) {
        double millis = 1000 * time.warmUp().orElse(0.0);
        return time.isCold() ? Text.of("cost.cold", sgd, Figures.about(millis)) : sgd;
    }

    private static Text cost(Measurement measurement) {
        Text state = Text.of("cost.state", Figures.brief(measurement.stateBytesPerParameter()));
        return measurement
                .stepTime()
                .map(time -> Text.of("list.comma", share(time), state))
                .orElse(state);
    }

    /** "12 % more (8 to 15 %)", or "no difference (−3 to 4 %)". */
    private static Text share(StepTime time) {
        if (time.low() == time.high()) {
            return Text.of("cost.same");
        }
        String low = percent(time.low());
        String high = percent(time.high());
        return time.isDifferent()
                ? Text.of(
                        time.ratio() > 1 ? "cost.more" : "cost.less",
                        percent(1 + Math.abs(time.ratio() - 1)),
                        low,
                        high)
                : Text.of("cost.none", low, high);
    }

    private static String percent(double ratio) {
        return Figures.about(100 * (ratio - 1));
    }

    /** Which updaters were timed as a loop in Java, where others run as native calls. */
    private static Text scales(Map<String, Measurement> measured) {
        List<String> java = measured.entrySet().stream()
                .filter(one -> one.getValue()
                        .stepTime()
                        .filter(time -> !time.inNativeCode())
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
        return java.isEmpty() || java.size() == measured.size()
                ? Text.NONE
                : Text.of(java.size() == 1 ? "cost.java.one" : "cost.java.more", Text.and(java));
    }

    /** "momentum needs half the state of adam", for the one of several that remembers least. */
    Optional<Text> cheapest(List<String> names) {
        List<UpdaterSummary> known = problem.updaters().stream()
                .filter(updater ->
                        names.contains(updater.name()) && state(updater).isPresent())
                .sorted(Comparator.comparingDouble(updater -> state(updater).orElse(0)))
                .toList();
        if (known.size() < 2) {
            return Optional.empty();
        }
        UpdaterSummary least = known.get(0);
        double bytes = state(least).orElse(0);
        double next = state(known.get(1)).orElse(0);
        if (bytes == next) {
            return Optional.empty();
        }
        String share = bytes == 0 ? "cost.least.none" : 2 * bytes == next ? "cost.least.half" : "cost.least";
        return Optional.of(
                Text.of(share, least.name(), Figures.brief(bytes), known.get(1).name(), Figures.brief(next)));
    }

    private static OptionalDouble state(UpdaterSummary updater) {
        return updater.chosen().flatMap(TrialSummary::measurement).stream()
                .mapToDouble(measurement -> measurement.stateBytesPerParameter())
                .findFirst();
    }
}
