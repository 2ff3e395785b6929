package org.converge4j.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.converge4j.analysis.statistics.Pair;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.result.RunRecord;

/**
 * One problem, analysed.
 *
 * @param facts about it, or nothing before its first run
 * @param trials in the order of the experiment
 * @param updaters in the order of the experiment, each over its learning rates
 * @param rankings by final excess, then by each target of the experiment
 * @param deciding what decides
 * @param ranking by what decides
 * @param margin the largest relative difference that counts as none
 * @param seeds that differ: seeds on which every updater does the same as on another count once
 * @param contradicted by updater, a learning rate of its grid with the chosen one, which the reported seeds show to be worse
 */
public record ProblemComparison(
        Problem problem,
        Optional<ProblemFacts> facts,
        List<TrialSummary> trials,
        List<UpdaterSummary> updaters,
        List<Ranking> rankings,
        Deciding deciding,
        Ranking ranking,
        double margin,
        List<Long> seeds,
        Map<String, Pair> contradicted) {
    /** The least loss that the problem allows, where it is known. */
    public Optional<Double> floor() {
        return facts.flatMap(ProblemFacts::floor);
    }

    /** How its losses are told; as numbers alone before its first run. */
    public Excess excess() {
        return new Excess(
                floor().orElse(0.0),
                trials.stream()
                        .flatMap(trial -> trial.scored().stream())
                        .mapToDouble(Measure::resolution)
                        .max()
                        .orElse(Double.MIN_NORMAL));
    }

    /** Whether seeds trained on rows of their own, those for tuning among them, as the records show it. */
    public boolean isDividedBySeed() {
        return trials.stream()
                        .filter(trial -> !trial.isGuest())
                        .flatMap(TrialSummary::all)
                        .map(run -> run.facts().dataHash())
                        .distinct()
                        .count()
                > 1;
    }

    /** What is known of the experiment's own runs. */
    public <T> Stream<T> own(Function<RunRecord, T> known) {
        return trials.stream()
                .filter(trial -> !trial.isGuest())
                .flatMap(trial -> trial.runs().stream())
                .map(known);
    }

    /** Whether some trials have no run yet, so that nothing holds of every learning rate. */
    public boolean isPartial() {
        return trials.stream()
                .anyMatch(trial -> !trial.isGuest() && trial.all().findAny().isEmpty());
    }

    /** The ranking by final excess. */
    public Ranking finalRanking() {
        return rankings.get(0);
    }

    /** The updater of a name. */
    public Optional<UpdaterSummary> updater(String name) {
        return updaters.stream().filter(u -> u.name().equals(name)).findFirst();
    }
}
