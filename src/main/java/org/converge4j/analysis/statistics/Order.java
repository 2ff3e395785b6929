package org.converge4j.analysis.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The order of a problem's updaters, and which of its places are shown: from the top, an updater, or several that are alike, are
 * shown to be in their place if they beat everyone after them, up to the first that do not. Such a claim must pass all of its
 * tests, so that it errs no more often than one of them, however many updaters there are (Hung and Fithian, Rank verification
 * for exponential families, Annals of Statistics 47, 2019; tried by simulation for signed ranks).
 */
public final class Order {
    private final List<Sample> samples;
    private final Matchup[][] matchups;
    private final Levels levels;

    /** Pairs, as index · size + index, that the places decide. */
    private final Set<Integer> placed = new HashSet<>();

    public Order(List<Sample> unordered, Scale scale, double alike, Levels levels) {
        this.levels = levels;
        Matchup[][] table = table(unordered, scale, alike);
        List<Integer> order = sorted(unordered, table);
        this.samples = order.stream().map(unordered::get).toList();
        this.matchups = order.stream()
                .map(i -> order.stream().map(j -> table[i][j]).toArray(Matchup[]::new))
                .toArray(Matchup[][]::new);
        place();
    }

    private static Matchup[][] table(List<Sample> samples, Scale scale, double alike) {
        int size = samples.size();
        Matchup[][] table = new Matchup[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                table[i][j] = Matchup.of(samples.get(i), samples.get(j), scale, alike);
                table[j][i] = table[i][j];
            }
        }
        return table;
    }

    /** By how many others each is favoured over in the paired ranks, then by how much, then by the median. */
    private static List<Integer> sorted(List<Sample> samples, Matchup[][] table) {
        record Standing(int sample, double favoured, double balance, double median) {}
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            double favoured = 0;
            double sum = 0;
            for (int j = 0; j < samples.size(); j++) {
                if (j != i) {
                    Matchup matchup = table[i][j];
                    double balance =
                            matchup.one().equals(samples.get(i).updater()) ? matchup.balance() : -matchup.balance();
                    favoured += Math.signum(balance);
                    sum += balance;
                }
            }
            double median = Quartiles.of(samples.get(i).answers()).median();
            standings.add(new Standing(i, -favoured, -sum, median));
        }
        return standings.stream()
                .sorted(Comparator.comparingDouble(Standing::favoured)
                        .thenComparingDouble(Standing::balance)
                        .thenComparingDouble(Standing::median))
                .map(Standing::sample)
                .toList();
    }

    private void place() {
        int from = 0;
        int to = 0;
        while (to < samples.size()) {
            to = from + 1;
            while (to < samples.size() && !(areAlike(from, to) && beat(from, to))) {
                to++;
            }
            if (to < samples.size() || areAlike(from, to)) {
                decide(from, to);
            }
            from = to;
        }
    }

    /** Whether everyone from an index up to another beats everyone from there on. */
    private boolean beat(int from, int to) {
        for (int i = from; i < to; i++) {
            for (int j = to; j < samples.size(); j++) {
                Matchup matchup = matchups[i][j];
                if (!matchup.one().equals(samples.get(i).updater()) || !matchup.isBetter(levels.places())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean areAlike(int from, int to) {
        for (int i = from; i < to; i++) {
            for (int j = i + 1; j < to; j++) {
                if (!matchups[i][j].isAlike(levels.places())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The places decide the pairs of these updaters with all after them. */
    private void decide(int from, int to) {
        for (int i = from; i < to; i++) {
            for (int j = i + 1; j < samples.size(); j++) {
                placed.add(i * samples.size() + j);
            }
        }
    }

    /** The best first. */
    public List<Sample> samples() {
        return samples;
    }

    /** Every pair, those of the first with the others at the beginning. */
    public List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            for (int j = i + 1; j < samples.size(); j++) {
                pairs.add(matchups[i][j].pair(placed.contains(i * samples.size() + j), levels));
            }
        }
        return List.copyOf(pairs);
    }
}
