package org.converge4j.analysis.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The chance of rank sums at least as uneven as those found, if every order of every problem's ranks were equally likely: exact
 * for few ranks of few updaters, from orders drawn by chance for few ranks of many, and by χ² for many ranks.
 */
final class FriedmanChance {
    /** Problems times updaters from which on χ² is good enough. */
    private static final int MANY = 30;

    /** Updaters whose orders, 720, can all be tried. */
    private static final int FEW = 6;

    private static final int DRAWS = 100_000;

    /** The chances of the spreads of ranks without ties. */
    private static final Map<List<List<Integer>>, Map<Long, Double>> UNTIED = new ConcurrentHashMap<>();

    private FriedmanChance() {}

    /**
     * The p-value.
     *
     * @param ranks a row per problem; ties share their mean rank
     * @param statistic χ² of the ranks
     */
    static double of(double[][] ranks, double statistic) {
        int k = ranks[0].length;
        if (ranks.length * k > MANY) {
            return ChiSquaredDistribution.of(k - 1.0).survivalProbability(statistic);
        }
        // ties make half ranks: twice them is whole
        List<List<Integer>> rows = Arrays.stream(ranks)
                .map(row -> Arrays.stream(row)
                        .mapToObj(rank -> (int) Math.round(2 * rank))
                        .toList())
                .toList();
        return k <= FEW ? exact(rows) : drawn(rows);
    }

    private static List<Integer> plus(List<Integer> sums, List<Integer> row) {
        List<Integer> next = new ArrayList<>(sums.size());
        for (int i = 0; i < sums.size(); i++) {
            next.add(sums.get(i) + row.get(i));
        }
        return next;
    }

    /** Σ sum²: the sums' mean is the same in all orders. */
    private static long spread(List<Integer> sums) {
        return sums.stream().mapToLong(sum -> (long) sum * sum).sum();
    }

    private static long spreadOf(List<List<Integer>> rows) {
        return spread(rows.stream().reduce(FriedmanChance::plus).orElseThrow());
    }

    private static double exact(List<List<Integer>> rows) {
        List<List<Integer>> sorted =
                rows.stream().map(row -> row.stream().sorted().toList()).toList();
        Map<Long, Double> spreads =
                isUntied(sorted) ? UNTIED.computeIfAbsent(sorted, FriedmanChance::spreads) : spreads(sorted);
        long found = spreadOf(rows);
        return Math.min(
                1,
                spreads.entrySet().stream()
                        .filter(spread -> spread.getKey() >= found)
                        .mapToDouble(Map.Entry::getValue)
                        .sum());
    }

    private static boolean isUntied(List<List<Integer>> rows) {
        return rows.stream().allMatch(row -> row.stream().distinct().count() == row.size());
    }

    /** The chance of each spread: adds one problem after the other to all sums there may be; sums in another order are the same. */
    private static Map<Long, Double> spreads(List<List<Integer>> rows) {
        Map<List<Integer>, Double> chances =
                Map.of(rows.get(0).stream().map(rank -> 0).toList(), 1.0);
        for (List<Integer> row : rows) {
            List<List<Integer>> orders = orders(row);
            Map<List<Integer>, Double> next = new HashMap<>();
            chances.forEach((sums, chance) -> orders.forEach(order ->
                    next.merge(plus(sums, order).stream().sorted().toList(), chance / orders.size(), Double::sum)));
            chances = next;
        }
        Map<Long, Double> spreads = new TreeMap<>(Comparator.reverseOrder());
        chances.forEach((sums, chance) -> spreads.merge(spread(sums), chance, Double::sum));
        return spreads;
    }

    private static List<List<Integer>> orders(List<Integer> row) {
        if (row.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            List<Integer> rest = new ArrayList<>(row);
            int first = rest.remove(i);
            for (List<Integer> order : orders(rest)) {
                List<Integer> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                orders.add(whole);
            }
        }
        return orders;
    }

    private static double drawn(List<List<Integer>> rows) {
        SplittableRandom random = new SplittableRandom(1);
        long found = spreadOf(rows);
        int uneven = 1;
        for (int draw = 0; draw < DRAWS; draw++) {
            uneven += spreadOf(rows.stream().map(row -> shuffled(row, random)).toList()) >= found ? 1 : 0;
        }
        return uneven / (DRAWS + 1.0);
    }

    private static List<Integer> shuffled(List<Integer> row, SplittableRandom random) {
        List<Integer> shuffled = new ArrayList<>(row);
        for (int i = row.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            shuffled.set(i, shuffled.set(j, shuffled.get(i)));
        }
        return shuffled;
    }
}
