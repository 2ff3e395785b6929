package org.converge4j.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.converge4j.analysis.statistics.BootstrapMedian;
import org.converge4j.analysis.statistics.Holm;
import org.converge4j.analysis.statistics.Interval;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.analysis.statistics.Sample;

/**
 * The updaters of a problem in order of one measure, each at its chosen settings, with the ranks that the tests leave open.
 *
 * @param measure what they are ranked by
 * @param places by median score, the best first
 * @param pairs every pair; of more than 30 updaters, the pairs with the first only
 */
public record Ranking(Measure measure, List<Place> places, List<Pair> pairs) {
    private static final int MOST_PAIRED = 30;

    /**
     * An updater's place.
     *
     * @param updater its name
     * @param score quartiles over the seeds; a failure counts as infinite
     * @param interval of the median
     * @param reached how many seeds have a finite score
     * @param seeds how many have a score
     * @param first the best rank it may have: one more than there are updaters that are better for certain
     * @param last the worst rank it may have
     */
    public record Place(
            String updater,
            Quartiles score,
            Optional<Interval> interval,
            int reached,
            int seeds,
            int first,
            int last) {}

    /** The updaters that may be the best. */
    public List<String> leaders() {
        return places.stream()
                .filter(place -> place.first() == 1)
                .map(Place::updater)
                .toList();
    }

    /**
     * Ranks samples.
     *
     * @param independent whether seeds decide anything: where all start alike, on the same batches, they are one seed
     */
    static Ranking of(Measure measure, List<Sample> samples, boolean independent) {
        List<Sample> ordered = samples.stream()
                .filter(sample -> sample.answers().length > 0)
                .sorted(Comparator.comparingDouble(
                        sample -> Quartiles.of(sample.answers()).median()))
                .toList();
        List<Pair> pairs = corrected(pairs(ordered, independent));
        List<Place> places = ordered.stream()
                .map(sample -> place(sample, ordered.size(), pairs, independent))
                .toList();
        return new Ranking(measure, places, pairs);
    }

    private static List<Pair> pairs(List<Sample> ordered, boolean independent) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < (ordered.size() > MOST_PAIRED ? 1 : ordered.size()); i++) {
            for (int j = i + 1; j < ordered.size(); j++) {
                pairs.add(Pair.of(ordered.get(i), ordered.get(j), independent));
            }
        }
        return pairs;
    }

    private static List<Pair> corrected(List<Pair> pairs) {
        double[] adjusted = Holm.adjust(pairs.stream()
                .flatMap(pair -> pair.test().stream())
                .mapToDouble(Pair.Test::p)
                .toArray());
        List<Pair> corrected = new ArrayList<>();
        int next = 0;
        for (Pair pair : pairs) {
            corrected.add(pair.test().isPresent() ? pair.adjusted(adjusted[next++]) : pair);
        }
        return List.copyOf(corrected);
    }

    private static Place place(Sample sample, int of, List<Pair> pairs, boolean independent) {
        double[] scores = sample.answers();
        String name = sample.updater();
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
                name,
                Quartiles.of(scores),
                independent ? BootstrapMedian.interval(scores) : Optional.empty(),
                reached,
                scores.length,
                (int) better + 1,
                of - (int) worse);
    }
}
