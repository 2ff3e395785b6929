package org.converge4j.analysis.verdict;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.verdict.Finding.Question;
import org.converge4j.result.Measurement;
import org.converge4j.result.StepTime;
import org.converge4j.wording.Figures;

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
        String each = measured.entrySet().stream()
                .map(one -> one.getKey() + " " + cost(one.getValue()))
                .collect(Collectors.joining("; "));
        return each.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        name,
                        Question.COST,
                        "What a step costs on " + name + " beside one of sgd" + sgd(measured.values())
                                + ", and what the updater remembers: " + each + "." + scales(measured)));
    }

    /** ", which takes 512 µs of DL4J's network, timed in turn with it". */
    private String sgd(Collection<Measurement> measured) {
        String what = problem.problem().function().isPresent() ? "" : " of DL4J's network";
        return measured.stream()
                .flatMap(measurement -> measurement.stepTime().stream())
                .findFirst()
                .map(time -> ", which takes " + Figures.about(time.sgdMicros()) + " µs" + what
                        + " and was timed in turn with it")
                .orElse("");
    }

    private static String cost(Measurement measurement) {
        String state = Figures.brief(measurement.stateBytesPerParameter()) + " bytes a parameter";
        return measurement.stepTime().map(time -> share(time) + ", " + state).orElse(state);
    }

    /** "12 % more (8 to 15 %)", or "no difference (−3 to 4 %)". */
    private static String share(StepTime time) {
        if (time.low() == time.high()) {
            return "the same";
        }
        String interval = " (" + percent(time.low()) + " to " + percent(time.high()) + " %)";
        return time.isDifferent()
                ? percent(1 + Math.abs(time.ratio() - 1)) + (time.ratio() > 1 ? " % more" : " % less") + interval
                : "no difference shown" + interval;
    }

    private static String percent(double ratio) {
        return Figures.about(100 * (ratio - 1));
    }

    /** Which updaters were timed as a loop in Java, where others run as native calls. */
    private static String scales(Map<String, Measurement> measured) {
        List<String> java = measured.entrySet().stream()
                .filter(one -> one.getValue()
                        .stepTime()
                        .filter(time -> !time.inNativeCode())
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
        return java.isEmpty() || java.size() == measured.size()
                ? ""
                : " " + ProblemAnswer.join(java) + (java.size() == 1 ? " was" : " were")
                        + " timed as a loop in Java, the others as DL4J's native calls: these are two scales.";
    }

    /** "momentum needs half the state of adam", for the one of several that remembers least. */
    Optional<String> cheapest(List<String> names) {
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
        String share = bytes == 0 ? "no state" : 2 * bytes == next ? "half the state" : "less state";
        return Optional.of(least.name() + " needs " + share + " (" + Figures.brief(bytes) + " bytes a parameter, "
                + known.get(1).name() + " " + Figures.brief(next) + ")");
    }

    private static OptionalDouble state(UpdaterSummary updater) {
        return updater.chosen().flatMap(TrialSummary::measurement).stream()
                .mapToDouble(measurement -> measurement.stateBytesPerParameter())
                .findFirst();
    }
}
