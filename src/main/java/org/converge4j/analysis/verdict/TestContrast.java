package org.converge4j.analysis.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.analysis.Deciding;
import org.converge4j.analysis.Measure;
import org.converge4j.analysis.Measure.Kind;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.statistics.Levels;
import org.converge4j.analysis.statistics.PairedShift;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.analysis.statistics.Scale;
import org.converge4j.experiment.training.Metric;
import org.converge4j.result.RunRecord;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Text;

/**
 * Training set and test part disagree: the updater that ends lowest on the one is beaten by another on the other.
 *
 * @param leader the updater with the least median training loss
 * @param other the one that does best on the test part
 * @param metric of the test part: accuracy of a classification, loss of a regression
 * @param leaderMedian the leader's median of it
 * @param otherMedian the other's
 * @param seeds that both have an answer for
 * @param trainingWins on how many of them the leader ends with the lower training loss
 * @param testWins on how many of them the other does better on the test part
 * @param shown whether both are more than chance, or so on every seed, and the latter by more than is of no interest
 */
record TestContrast(
        String leader,
        String other,
        Metric metric,
        double leaderMedian,
        double otherMedian,
        int seeds,
        int trainingWins,
        int testWins,
        boolean shown) {

    /**
     * Nothing where both name the same updater, the seeds do not show it, or there is no test part; nor where runs stop at a target.
     *
     * @param alike the smallest relative difference of interest
     */
    static Optional<TestContrast> of(ProblemComparison problem, double alike) {
        if (problem.trials().stream()
                .anyMatch(trial -> trial.trial().training().stopping().at().isPresent())) {
            return Optional.empty(); // how far a run fell below the target is no merit
        }
        List<TrialSummary> trials = problem.finalRanking().places().stream()
                .flatMap(place -> problem.updater(place.updater()).stream())
                .flatMap(updater -> updater.chosen().stream())
                .toList();
        return metric(trials)
                .flatMap(metric -> best(trials, metric)
                        .map(other -> of(trials.get(0), other, metric, alike))
                        .filter(TestContrast::shown));
    }

    /** By which the test part is judged. */
    static Optional<Metric> metric(List<TrialSummary> trials) {
        return List.of(Metric.TEST_ACCURACY, Metric.TEST_LOSS).stream()
                .filter(metric ->
                        trials.stream().anyMatch(trial -> trial.metrics().containsKey(metric)))
                .findFirst();
    }

    /** The first of those with the best median. */
    private static Optional<TrialSummary> best(List<TrialSummary> trials, Metric metric) {
        return trials.stream()
                .filter(trial -> trial.metrics().containsKey(metric))
                .reduce((one, next) -> median(next, metric) < median(one, metric) ? next : one);
    }

    private static double median(TrialSummary trial, Metric metric) {
        double median = trial.metric(metric).orElseThrow().median();
        return metric.isBetterHigher() ? -median : median;
    }

    private static TestContrast of(TrialSummary leader, TrialSummary other, Metric metric, double alike) {
        Map<Long, RunRecord> others = new HashMap<>();
        other.scored().forEach(run -> others.put(run.spec().seed(), run));
        Measure training = Measure.FINAL;
        Measure test = Measure.at(Kind.FINAL, metric);
        Scale scale = Deciding.scale(test);
        int seeds = 0;
        int trainingWins = 0;
        int testWins = 0;
        List<Double> ahead = new ArrayList<>();
        List<Double> trainedFurther = new ArrayList<>();
        for (RunRecord run : leader.scored()) {
            RunRecord against = others.get(run.spec().seed());
            if (against != null && leader.metrics().containsKey(metric)) {
                seeds++;
                trainingWins += training.of(run) < training.of(against) ? 1 : 0;
                testWins += test.of(against) < test.of(run) ? 1 : 0;
                trainedFurther.add(Scale.RATIO.difference(training.of(run), training.of(against)));
                ahead.add(scale.difference(test.of(against), test.of(run)));
            }
        }
        return new TestContrast(
                leader.updater(),
                other.updater(),
                metric,
                leader.metric(metric).map(Quartiles::median).orElse(Double.NaN),
                other.metric(metric).map(Quartiles::median).orElse(Double.NaN),
                seeds,
                trainingWins,
                testWins,
                seeds > 0
                        && (trainingWins == seeds || isMore(trainedFurther))
                        && (testWins == seeds || isMore(ahead))
                        && shift(ahead).estimate() > scale.margin(alike));
    }

    private static boolean isMore(List<Double> differences) {
        return shift(differences).balance() > 0 && shift(differences).p() <= Levels.ALL;
    }

    private static PairedShift shift(List<Double> differences) {
        return new PairedShift(
                differences.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** In a sentence: "On p training set and test part disagree: adam ends with a lower training loss than sgd on 8 of 8 seeds, but …". */
    Text words(String problem) {
        return Text.of(
                "note.contrast",
                problem,
                leader,
                other,
                trainingWins,
                Text.count(seeds, "seed"),
                testWins,
                MeasureWords.metric(metric),
                Figures.brief(leaderMedian),
                Figures.brief(otherMedian));
    }
}
