package org.converge4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.converge4j.analysis.Ranking.Place;
import org.converge4j.analysis.statistics.Levels;
import org.converge4j.analysis.statistics.Pair;
import org.converge4j.analysis.statistics.Pair.Untested;
import org.converge4j.analysis.statistics.Pair.Verdict;
import org.converge4j.analysis.statistics.Sample;
import org.converge4j.analysis.statistics.Scale;
import org.converge4j.analysis.statistics.Yardstick;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void leavesOpenWhatTheTestsCannotTellApart() {
        Ranking ranking = rank(
                sample("first", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
                sample("second", 1.1, 1.8, 3.2, 3.7, 5.3, 5.6, 7.4, 8.5, 9.2, 9.5),
                sample("third", 10, 20, 30, 40, 50, 60, 70, 80, 90, 100));
        assertThat(ranking.leaders()).containsExactlyInAnyOrder("first", "second");
        assertThat(ranking.best()).isEmpty();
        assertThat(place(ranking, "third")).matches(p -> p.first() == 3 && p.last() == 3);
        assertThat(place(ranking, "second")).matches(p -> p.first() == 1 && p.last() == 2);
        Pair open = pair(ranking, "second", "first");
        assertThat(open.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(open.interval().orElseThrow().contains(1)).isTrue();
        assertThat(open.seedsToTell()).isPresent();
    }

    /** The gambler is far lower on five seeds, which pairs favour, and far higher in the median; nothing is shown of it. */
    @Test
    void standsInTheOrderOfTheMediansWhereNothingElseIsShown() {
        Ranking ranking = rank(
                sample("gambler", 1e-9, 2e-9, 3e-9, 4e-9, 5e-9, 60, 70, 80, 90, 100),
                sample("second", 2, 4, 6, 8, 10, 12, 14, 16, 18, 20),
                sample("first", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        assertThat(ranking.places()).extracting(Place::updater).containsExactly("first", "second", "gambler");
        assertThat(ranking.leaders()).containsExactly("first", "gambler");
        assertThat(place(ranking, "second")).matches(p -> p.first() == 2 && p.last() == 3);
    }

    /** b is a tenth lower on 13 of 14 seeds and far higher on the first, so that its median is 7.65, that of a 7.5. */
    @Test
    void putsNobodyBeforeOneThatIsShownToBeBetter() {
        double[] a = IntStream.rangeClosed(1, 14).mapToDouble(i -> i).toArray();
        double[] b = IntStream.rangeClosed(1, 14)
                .mapToDouble(i -> i == 1 ? 100 : 0.9 * i)
                .toArray();
        Ranking ranking = rank(sample("a", a), sample("b", b));
        assertThat(pair(ranking, "b", "a").verdict()).isEqualTo(Verdict.BETTER);
        assertThat(place(ranking, "b").score().median())
                .isGreaterThan(place(ranking, "a").score().median());
        assertThat(ranking.places()).extracting(Place::updater).containsExactly("b", "a");
    }

    /** Nine updaters, each ten times the next on ten of ten seeds: 36 pairs share no 5 %, but places do. */
    @Test
    void placesAsManyUpdatersAsThereAre() {
        Sample[] nine = IntStream.range(0, 9)
                .mapToObj(i -> sample(
                        "u" + i,
                        IntStream.range(0, 10)
                                .mapToDouble(seed -> (1 + 0.1 * seed + 0.01 * i * seed) * Math.pow(10, i))
                                .toArray()))
                .toArray(Sample[]::new);
        Ranking ranking = rank(nine);
        assertThat(ranking.best()).contains("u0");
        for (int i = 0; i < 9; i++) {
            int rank = i + 1;
            assertThat(ranking.places().get(i)).matches(p -> p.first() == rank && p.last() == rank);
        }
        // 2 / 2^10, of which places have 85 % of 5 %
        assertThat(ranking.pairs()).hasSize(36).allSatisfy(pair -> {
            assertThat(pair.verdict()).isEqualTo(Verdict.BETTER);
            assertThat(pair.test().orElseThrow().adjusted()).isEqualTo(2 / 1024.0 / 0.85, within(1e-12));
            assertThat(pair.interval().orElseThrow().low()).isGreaterThan(1);
        });
    }

    @Test
    void tellsOnlyOneOfThreeApartIfNoPlaceIsShown() {
        // a and b, b and c overlap; a is lower than c on all seeds, which 0.15 * 0.05 / 3 = 0.0025 allows: 2 / 2^10
        Ranking ranking = rank(
                sample("a", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
                sample("b", 2, 1, 5, 3, 8, 5, 11, 7, 14, 9),
                sample("c", 1.5, 2.9, 4.4, 5.7, 7.2, 8.5, 10, 11.3, 12.8, 14.1));
        assertThat(ranking.best()).isEmpty();
        Pair pair = pair(ranking, "a", "c");
        assertThat(pair.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(pair.test().orElseThrow().adjusted()).isEqualTo(2 / 1024.0 * 3 / 0.15, within(1e-12));
        assertThat(ranking.leaders()).containsExactly("a", "b");
    }

    @Test
    void saysOfFewSeedsThatTheyShowNothing() {
        Ranking ranking = rank(sample("a", 1, 2, 3, 4, 5), sample("b", 10, 20, 30, 40, 51));
        Pair pair = ranking.pairs().get(0);
        assertThat(pair.untested()).contains(Untested.TOO_FEW_SEEDS);
        assertThat(pair.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(pair.test()).isEmpty();
        assertThat(pair.interval()).isEmpty();
        assertThat(pair.wins()).isEqualTo(5);
        assertThat(pair.seedsToTell()).contains(12);
        assertThat(ranking.places()).allMatch(place -> place.first() == 1 && place.last() == 2);
    }

    @Test
    void callsAlikeWhatDiffersByLessThanIsOfInterest() {
        double[] scores = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        double[] nearly = IntStream.range(0, 10)
                .mapToDouble(i -> scores[i] * (1 + 1e-6 * (i + 1)))
                .toArray();
        Pair pair = rank(sample("a", scores), sample("b", nearly)).pairs().get(0);
        assertThat(pair.test().orElseThrow().p()).isEqualTo(2 / 1024.0); // different for certain, and of no interest
        assertThat(pair.verdict()).isEqualTo(Verdict.ALIKE);
        assertThat(pair.interval().orElseThrow().high()).isLessThan(1.01);
    }

    @Test
    void placesSeveralThatAreAlikeAboveTheRest() {
        double[] scores = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        double[] nearly = IntStream.range(0, 10)
                .mapToDouble(i -> scores[i] * (1 + 1e-6 * (i + 1)))
                .toArray();
        double[] twice = IntStream.range(0, 10)
                .mapToDouble(i -> scores[i] * (2 + 0.01 * i))
                .toArray();
        Ranking ranking = rank(sample("c", twice), sample("a", scores), sample("b", nearly));
        assertThat(ranking.leaders()).containsExactly("a", "b");
        assertThat(place(ranking, "c")).matches(p -> p.first() == 3 && p.last() == 3);
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
    void ordersByHowManySeedsSucceedBeforeMedians() {
        Ranking ranking = rank(
                sample("never", INFINITE, INFINITE, INFINITE, INFINITE, INFINITE, INFINITE),
                sample("half", INFINITE, 5, INFINITE, 6, INFINITE, 7));
        assertThat(ranking.places()).extracting(Place::updater).containsExactly("half", "never");
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
    void pairsOnlySeedsThatBothHave() {
        Pair pair = rank(sample("a", 1, 1, Double.NaN, 1, 1, 1), sample("b", 2, Double.NaN, 2, 2, 2, 2))
                .pairs()
                .get(0);
        assertThat(pair.seeds()).isEqualTo(4);
    }

    @Test
    void countsOneRuleUnderTwoNamesOnce() {
        Sample a = sample("a", 1, 2, 3, 4, 5, 6, 7);
        Sample b = sample("b", 2, 4.1, 6.2, 8.3, 10.4, 12.5, 14.6);
        Ranking ranking = Ranking.of(
                Measure.FINAL,
                Scale.RATIO,
                List.of(a, b, sample("twin", 1, 2, 3, 4, 5, 6, 7)),
                Map.of("twin", "a"),
                Levels.of(2, 1),
                0.01);
        assertThat(ranking.pairs()).hasSize(1);
        assertThat(ranking.best()).contains("a");
        assertThat(ranking.places()).extracting(Place::updater).containsExactly("a", "twin", "b");
        assertThat(place(ranking, "twin")).matches(p -> p.first() == 1 && p.last() == 1);
    }

    @Test
    void comparesSharesByTheirDifference() {
        Sample a = sample("a", 0, 0, .1, 0, .1, 0, .1, 0, 0, .05);
        Sample b = sample("b", .2, .1, .2, .2, .3, .1, .3, .2, .1, .3);
        Ranking ranking = Ranking.of(Measure.FINAL, Scale.DIFFERENCE, List.of(a, b), Map.of(), Levels.of(2, 1), 0.01);
        assertThat(ranking.best()).contains("a");
        assertThat(ranking.pairs().get(0).ratio()).isEqualTo(0.175, within(0.05));
    }

    /** 10 may be 11, and 12 may be 10.8; of 13, 11.7 remain, 1.064 times 11. */
    @Test
    void tellsOnlyWhatEveryFactorThatAYardstickAllowsLeavesTrue() {
        double[] ten = IntStream.range(0, 10).mapToDouble(i -> 10 + 0.01 * i).toArray();
        Sample a = measured("a", "native", ten);
        Pair open = pair(rank(a, measured("b", "native", times(1.2, ten))), "a", "b");
        assertThat(open.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(open.interval().orElseThrow().contains(1)).isTrue();
        assertThat(open.test().orElseThrow().adjusted()).isGreaterThan(0.05);
        assertThat(open.seedsToTell()).contains(0);
        Pair told = pair(rank(a, measured("b", "native", times(1.3, ten))), "a", "b");
        assertThat(told.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(told.interval().orElseThrow().low()).isEqualTo(1.3 * 0.9 / 1.1, within(1e-9));
        assertThat(told.interval().orElseThrow().high()).isEqualTo(1.3 * 1.1 / 0.9, within(1e-9));
    }

    @Test
    void tellsNothingOfTwoYardsticksButWhoFails() {
        double[] ten = IntStream.range(0, 10).mapToDouble(i -> 10 + i).toArray();
        double[] none = new double[10];
        Arrays.fill(none, INFINITE);
        Sample a = measured("a", "native", ten);
        Pair open = pair(rank(a, measured("b", "Java", times(9, ten))), "a", "b");
        assertThat(open.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(open.untested()).contains(Untested.TWO_SCALES);
        assertThat(pair(rank(a, measured("b", "Java", none)), "a", "b").verdict())
                .isEqualTo(Verdict.BETTER);
    }

    private static Sample measured(String name, String yardstick, double... scores) {
        return new Sample(name, scores, new Yardstick(yardstick, 0.9, 1.1));
    }

    private static double[] times(double factor, double... scores) {
        return Arrays.stream(scores).map(score -> factor * score).toArray();
    }

    @Test
    void leavesOutUpdatersWithoutAnAnswer() {
        Ranking ranking = rank(sample("none", Double.NaN, Double.NaN), sample("a", 1, 2));
        assertThat(ranking.places()).extracting(Place::updater).containsExactly("a");
        assertThat(ranking.best()).isEqualTo(Optional.empty());
    }

    private static Ranking rank(Sample... samples) {
        return Ranking.of(Measure.FINAL, Scale.RATIO, List.of(samples), Map.of(), Levels.of(samples.length, 1), 0.01);
    }

    private static Sample sample(String name, double... scores) {
        return new Sample(name, scores);
    }

    private static Place place(Ranking ranking, String updater) {
        return ranking.place(updater).orElseThrow();
    }

    private static Pair pair(Ranking ranking, String one, String other) {
        return ranking.pairs().stream()
                .filter(pair -> (pair.one().equals(one) && pair.other().equals(other))
                        || (pair.one().equals(other) && pair.other().equals(one)))
                .findFirst()
                .orElseThrow();
    }
}
