package org.converge4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.converge4j.analysis.Pair.Untested;
import org.converge4j.analysis.Ranking.Place;
import org.converge4j.analysis.statistics.Interval;
import org.converge4j.analysis.statistics.Sample;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void tiesWhatTheTestsCannotTellApart() {
        Ranking ranking = rank(
                sample("first", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
                sample("second", 1.1, 1.9, 3.1, 3.9, 5.1, 5.9, 7.1, 8.1, 9.1, 9.9),
                sample("third", 10, 20, 30, 40, 50, 60, 70, 80, 90, 100));
        assertThat(ranking.leaders()).containsExactlyInAnyOrder("first", "second");
        assertThat(place(ranking, "third")).matches(p -> p.first() == 3 && p.last() == 3);
        assertThat(place(ranking, "second")).matches(p -> p.first() == 1 && p.last() == 2);
    }

    @Test
    void correctsForTheNumberOfPairs() {
        Ranking ranking =
                rank(sample("a", 1, 1, 1, 1, 1, 1), sample("b", 2, 3, 4, 5, 6, 7), sample("c", 20, 30, 40, 50, 60, 70));
        // Wilcoxon's exact p of six equal signs is 2/2^6 = 0.03125; times three pairs it no longer convinces
        assertThat(ranking.pairs()).allSatisfy(pair -> {
            assertThat(pair.test().orElseThrow().p()).isEqualTo(0.03125);
            assertThat(pair.test().orElseThrow().adjusted()).isEqualTo(0.09375);
            assertThat(pair.isApart()).isFalse();
        });
        assertThat(ranking.leaders()).containsExactly("a", "b", "c");
    }

    @Test
    void countsFailuresAsWorst() {
        Ranking ranking = rank(
                sample("fails", .1, .1, .1, .1, INFINITE, INFINITE, INFINITE, INFINITE, INFINITE, INFINITE),
                sample("steady", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
        assertThat(ranking.places().get(0).updater()).isEqualTo("steady");
        assertThat(place(ranking, "fails").reached()).isEqualTo(4);
        assertThat(place(ranking, "fails").score().median()).isEqualTo(INFINITE);
    }

    @Test
    void testsNothingWhereNeitherSucceeded() {
        double[] never = {INFINITE, INFINITE, INFINITE, INFINITE, INFINITE, INFINITE};
        Pair pair = rank(sample("a", never), sample("b", never)).pairs().get(0);
        assertThat(pair.untested()).contains(Untested.NEITHER_SUCCEEDED);
        assertThat(pair.test()).isEmpty();
        assertThat(pair.interval()).isEmpty();
    }

    @Test
    void givesNoIntervalFromFewerThanFiveSeeds() {
        Ranking ranking = rank(sample("a", 1, 2, 3, 4), sample("b", 10, 20, 30, 40));
        assertThat(ranking.pairs().get(0).untested()).contains(Untested.TOO_FEW_SEEDS);
        assertThat(ranking.places()).allSatisfy(place -> {
            assertThat(place.interval()).isEmpty();
            assertThat(place.first()).isEqualTo(1);
            assertThat(place.last()).isEqualTo(2);
        });
    }

    @Test
    void pairsOnlySeedsThatBothHave() {
        Pair pair = rank(sample("a", 1, 1, Double.NaN, 1, 1, 1), sample("b", 2, Double.NaN, 2, 2, 2, 2))
                .pairs()
                .get(0);
        assertThat(pair.seeds()).isEqualTo(4);
    }

    @Test
    void takesSeedsThatDecideNothingAsOne() {
        Sample a = sample("a", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        Sample b = sample("b", 2, 2, 2, 2, 2, 2, 2, 2, 2, 2);
        assertThat(Ranking.of(Measure.FINAL, List.of(a, b), false)
                        .pairs()
                        .get(0)
                        .untested())
                .contains(Untested.TOO_FEW_SEEDS);
    }

    @Test
    void pairsAllOfThirtyUpdatersAndOfMoreOnlyTheFirst() {
        Sample[] thirty =
                IntStream.range(0, 30).mapToObj(i -> sample("u" + i, i + 1)).toArray(Sample[]::new);
        assertThat(rank(thirty).pairs()).hasSize(30 * 29 / 2);
        Sample[] more = Arrays.copyOf(thirty, 31);
        more[30] = sample("last", 99);
        assertThat(rank(more).pairs()).hasSize(30);
    }

    @Test
    void leavesOutUpdatersWithoutAnAnswer() {
        Ranking ranking = rank(sample("none", Double.NaN, Double.NaN), sample("a", 1, 2));
        assertThat(ranking.places()).extracting(Place::updater).containsExactly("a");
    }

    @Test
    void givesNoIntervalOfSeedsThatDecideNothing() {
        Sample a = sample("a", 1, 2, 3, 4, 5);
        assertThat(Ranking.of(Measure.FINAL, List.of(a), false).places().get(0).interval())
                .isEmpty();
        assertThat(rank(a).places().get(0).interval()).contains(new Interval(1, 5));
    }

    private static Ranking rank(Sample... samples) {
        return Ranking.of(Measure.FINAL, List.of(samples), true);
    }

    private static Sample sample(String name, double... scores) {
        return new Sample(name, scores);
    }

    private static Place place(Ranking ranking, String updater) {
        return ranking.places().stream()
                .filter(place -> place.updater().equals(updater))
                .findFirst()
                .orElseThrow();
    }
}
