package org.converge4j.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.converge4j.analysis.statistics.Sample;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.result.RunRecord;

/** Ranks the updaters of a problem, each at its chosen settings: by final excess, then by each target. */
final class Rankings {
    private Rankings() {}

    static List<Ranking> of(
            List<UpdaterSummary> updaters, Experiment experiment, Problem problem, Optional<ProblemFacts> facts) {
        boolean independent = problem.start().isEmpty()
                || facts.filter(known -> !isFullBatch(experiment, known.rows())).isPresent();
        return Stream.concat(
                        Stream.of(Measure.FINAL), experiment.targets().stream().map(Measure::stepsTo))
                .map(measure -> Ranking.of(measure, samples(updaters, experiment.seeds(), measure), independent))
                .toList();
    }

    private static boolean isFullBatch(Experiment experiment, int rows) {
        return experiment.trials().stream().allMatch(trial -> trial.training().isFullBatch(rows));
    }

    private static List<Sample> samples(List<UpdaterSummary> updaters, List<Long> seeds, Measure measure) {
        return updaters.stream()
                .flatMap(updater ->
                        updater
                                .chosen()
                                .map(trial -> new Sample(updater.name(), scores(trial, seeds, measure)))
                                .stream())
                .toList();
    }

    private static double[] scores(TrialSummary trial, List<Long> seeds, Measure measure) {
        Map<Long, Double> bySeed = new HashMap<>();
        for (RunRecord run : TrialSummaries.answers(trial.runs())) {
            if (measure.isDefined(run)) {
                bySeed.put(run.spec().seed(), measure.of(run));
            }
        }
        double[] scores = new double[seeds.size()];
        Arrays.setAll(scores, i -> bySeed.getOrDefault(seeds.get(i), Double.NaN));
        return scores;
    }
}
