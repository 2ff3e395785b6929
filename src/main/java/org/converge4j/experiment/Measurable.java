package org.converge4j.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Target;

/** Says which measures an experiment asks for that its problems do not have: asked for, they would never be reached. */
public final class Measurable {
    private final Map<Problem, ProblemFacts> facts;

    /**
     * @param facts of every problem of the experiment, in its order
     */
    public Measurable(Map<Problem, ProblemFacts> facts) {
        this.facts = facts;
    }

    /**
     * A line for each target that no problem has, for what decides if no problem has it, and for a stop that some problem does not
     * have. A ladder of fractions may stand where no floor is known: it is what every file has that names no targets.
     */
    public List<String> refusals(Experiment experiment) {
        List<String> refusals = new ArrayList<>();
        for (Target target : experiment.targets()) {
            if (target.kind() == Target.Kind.METRIC && facts.values().stream().noneMatch(known -> has(known, target))) {
                refusals.add(line("targets", target, facts));
            }
        }
        experiment.trials().stream()
                .flatMap(trial -> trial.training().stopping().at().stream())
                .distinct()
                .flatMap(stop -> everywhere("stopAt", stop).stream())
                .forEach(refusals::add);
        experiment
                .decideBy()
                .map(decideBy -> decideBy.target().orElse(Target.of(decideBy.metric(), 0)))
                .filter(deciding -> facts.values().stream().noneMatch(known -> has(known, deciding)))
                .ifPresent(deciding -> refusals.add(line("decideBy", deciding, facts)));
        return List.copyOf(refusals);
    }

    /** A line if some problem does not have what a key asks to be measured. */
    public Optional<String> everywhere(String key, Metric metric) {
        return everywhere(key, Target.of(metric, 0));
    }

    /** A line if some problem does not have what a target of a key asks to be measured. */
    public Optional<String> everywhere(String key, Target target) {
        Map<Problem, ProblemFacts> without = facts.entrySet().stream()
                .filter(problem -> !has(problem.getValue(), target))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return without.isEmpty() ? Optional.empty() : Optional.of(line(key, target, without));
    }

    private static boolean has(ProblemFacts known, Target target) {
        return target.kind() == Target.Kind.FRACTION
                ? known.floor().isPresent()
                : known.metrics().contains(target.metric());
    }

    /** "stopAt: expected a measure of problem iris (loss, accuracy, …), found testAccuracy." */
    private static String line(String key, Target target, Map<Problem, ProblemFacts> without) {
        if (target.kind() == Target.Kind.FRACTION) {
            return key + ": expected a loss such as { loss: " + target.value() + " }, for no floor is known of "
                    + names(without) + ", found the fraction " + target.value() + ".";
        }
        String measures = without.values().stream()
                .flatMap(known -> known.metrics().stream())
                .distinct()
                .map(Metric::key)
                .collect(Collectors.joining(", "));
        boolean isKept = !target.metric().isOfTest()
                || without.entrySet().stream()
                        .anyMatch(problem -> problem.getKey().function().isPresent()
                                || problem.getValue().testRows() > 0);
        String kept = isKept ? "." : ", which wants rows that are kept back: testFraction does that.";
        return key + ": expected a measure of " + names(without) + " (" + measures + "), found "
                + target.metric().key() + kept;
    }

    private static String names(Map<Problem, ProblemFacts> problems) {
        return (problems.size() == 1 ? "problem " : "problems ")
                + problems.keySet().stream().map(Problem::name).sorted().collect(Collectors.joining(", "));
    }
}
