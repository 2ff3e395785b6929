package org.converge4j.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.converge4j.analysis.statistics.Levels;
import org.converge4j.analysis.statistics.Order;
import org.converge4j.analysis.statistics.Pair;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.analysis.statistics.Sample;
import org.converge4j.analysis.statistics.Scale;

/**
 * The updaters of a problem in order of one measure, each at its chosen settings, with the ranks that the tests leave open.
 *
 * @param measure what they are ranked by
 * @param scale how they are said to be apart
 * @param places the best first: by the median, but nobody before one that is shown to be better
 * @param pairs every pair of different rules, those of the first with the others at the beginning
 * @param twins updaters that are another one under a second name, by equal curves on every seed: which
 */
public record Ranking(Measure measure, Scale scale, List<Place> places, List<Pair> pairs, Map<String, String> twins) {
    /**
     * An updater's place.
     *
     * @param updater its name
     * @param score quartiles over the seeds; a failure counts as infinite
     * @param reached how many seeds have a finite score
     * @param seeds how many have a score; equal ones count once
     * @param first the best rank it may have: one more than there are updaters that are shown to be better
     * @param last the worst rank it may have
     */
    public record Place(String updater, Quartiles score, int reached, int seeds, int first, int last) {}

    /** The updaters that may be the best, their twins apart. */
    public List<String> leaders() {
        return names(place -> place.first() == 1);
    }

    /** The updaters that are shown to be worse than the leaders, twins apart. */
    public List<String> behind() {
        return names(place -> place.first() > 1);
    }

    private List<String> names(Predicate<Place> which) {
        return places.stream()
                .filter(which)
                .map(Place::updater)
                .filter(name -> !twins.containsKey(name))
                .toList();
    }

    /** The only updater that may be the best, its twins apart, if it has others to beat. */
    public Optional<String> best() {
        List<String> leaders = leaders();
        return leaders.size() == 1 && !pairs.isEmpty() ? Optional.of(leaders.get(0)) : Optional.empty();
    }

    /** How many different rules are ranked: a twin is none of its own. */
    public int rules() {
        return places.size() - twins.size();
    }

    /** The place of an updater; nothing if it is not ranked. */
    public Optional<Place> place(String updater) {
        return places.stream().filter(place -> place.updater().equals(updater)).findFirst();
    }

    /**
     * Ranks samples.
     *
     * @param alike the smallest relative difference of interest
     */
    static Ranking of(
            Measure measure,
            Scale scale,
            List<Sample> samples,
            Map<String, String> twins,
            Levels levels,
            double alike) {
        List<Sample> known =
                samples.stream().filter(sample -> sample.answers().length > 0).toList();
        Order order = new Order(
                known.stream()
                        .filter(sample -> !twins.containsKey(sample.updater()))
                        .toList(),
                scale,
                alike,
                levels);
        List<Pair> pairs = order.pairs();
        List<Place> places = forReaders(order.samples(), pairs).stream()
                .flatMap(sample -> Stream.concat(
                        Stream.of(place(sample, sample, order.samples().size(), pairs)),
                        known.stream()
                                .filter(twin -> sample.updater().equals(twins.get(twin.updater())))
                                .map(twin -> place(twin, sample, order.samples().size(), pairs))))
                .toList();
        return new Ranking(measure, scale, places, pairs, twins);
    }

    /** By the median, but nobody before one that is shown to be better. */
    private static List<Sample> forReaders(List<Sample> samples, List<Pair> pairs) {
        List<Sample> open = new ArrayList<>(samples);
        List<Sample> arranged = new ArrayList<>();
        while (!open.isEmpty()) {
            Sample next = open.stream()
                    .filter(sample -> open.stream().noneMatch(other -> isShown(other, sample, pairs)))
                    .min(Comparator.comparingDouble(
                            sample -> Quartiles.of(sample.answers()).median()))
                    .orElse(open.get(0));
            arranged.add(next);
            open.removeIf(sample -> sample.updater().equals(next.updater()));
        }
        return arranged;
    }

    private static boolean isShown(Sample better, Sample worse, List<Pair> pairs) {
        return pairs.stream()
                .anyMatch(pair -> pair.isApart()
                        && pair.one().equals(better.updater())
                        && pair.other().equals(worse.updater()));
    }

    /** The place of a sample that shares the rank of another, or its own. */
    private static Place place(Sample sample, Sample ranked, int of, List<Pair> pairs) {
        double[] scores = sample.answers();
        String name = ranked.updater();
        long better = pairs.stream()
                .filter(pair -> pair.isApart() && pair.other().equals(name))
                .count();
        long worse = pairs.stream()
                .filter(pair -> pair.isApart() && pair.one().equals(name))
                .count();
        int reached = 0;
        for (double score : scores) {
            reached += Double.isFinite(score) ? 1 : 0;
        }
        return new Place(
                sample.updater(), Quartiles.of(scores), reached, scores.length, (int) better + 1, of - (int) worse);
    }
}
