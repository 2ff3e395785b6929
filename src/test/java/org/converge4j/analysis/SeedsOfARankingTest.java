package org.converge4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.converge4j.analysis.Pair.Untested;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.training.Training;
import org.junit.jupiter.api.Test;

/** Seeds that start alike and see the same batches are one seed. */
class SeedsOfARankingTest {
    private static final Problem STARTED =
            new Problem("p", Experiments.PROBLEM.data(), Experiments.PROBLEM.network(), List.of(1.0, 2.0));

    @Test
    void areOneWhereAllStartAlikeOnFullBatches() {
        assertThat(untested(STARTED, 0)).contains(Untested.TOO_FEW_SEEDS);
        // all five rows
        assertThat(untested(STARTED, 5)).contains(Untested.TOO_FEW_SEEDS);
    }

    @Test
    void areManyWhereStartsOrBatchesAreDrawn() {
        assertThat(untested(STARTED, 4)).isEmpty();
        assertThat(untested(Experiments.PROBLEM, 0)).isEmpty();
    }

    @Test
    void giveNoScoreForAFractionWithoutAFloor() {
        ProblemComparison problem = new Experiments()
                .on(Experiments.PROBLEM, Experiments.over(Optional.empty()))
                .trial("sgd", .1, curves(.1))
                .compare(6, 0, .5);
        assertThat(problem.rankings()).hasSize(2);
        assertThat(problem.finalRanking().places()).hasSize(1);
        assertThat(problem.rankings().get(1).places()).isEmpty();
    }

    private static Optional<Untested> untested(Problem problem, int batch) {
        Training training = new Training(
                Experiments.TRAINING.budget(),
                batch,
                Experiments.TRAINING.precision(),
                Experiments.TRAINING.recording());
        Ranking ranking = new Experiments()
                .on(problem, Experiments.FACTS)
                .trained(training)
                .trial("sgd", .1, curves(.1))
                .trial("adam", .1, curves(.2))
                .compare(6, 0)
                .finalRanking();
        return ranking.pairs().get(0).untested();
    }

    private static double[][] curves(double last) {
        return IntStream.range(0, 6).mapToObj(i -> new double[] {1, last}).toArray(double[][]::new);
    }
}
