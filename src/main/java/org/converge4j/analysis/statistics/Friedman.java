package org.converge4j.analysis.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.ranking.NaturalRanking;

/**
 * Friedman's test across problems: whether the updaters' ranks differ by more than chance, with the correction for ties; exact for
 * few problems and updaters.
 *
 * @param updaters their names
 * @param problems how many
 * @param meanRanks of each updater over the problems; 1 is the best
 * @param statistic χ², with one degree of freedom less than there are updaters
 * @param p the chance of such ranks if all updaters were alike; 1 if all tie on every problem
 */
public record Friedman(List<String> updaters, int problems, double[] meanRanks, double statistic, double p) {
    /**
     * The test.
     *
     * @param scores a row per problem, a column per updater; the less the better, infinite for a failure, none NaN
     * @return nothing for fewer than two problems or updaters
     */
    public static Optional<Friedman> of(List<String> updaters, double[][] scores) {
        int k = updaters.size();
        int n = scores.length;
        if (n < 2 || k < 2) {
            return Optional.empty();
        }
        double[] sums = new double[k];
        double ties = 0;
        double[][] all = Arrays.stream(scores)
                .map(row -> new NaturalRanking().apply(row))
                .toArray(double[][]::new);
        for (double[] ranks : all) {
            for (int i = 0; i < k; i++) {
                sums[i] += ranks[i];
            }
            ties += ties(ranks);
        }
        double spread = Arrays.stream(sums)
                .map(sum -> (sum - n * (k + 1) / 2.0) * (sum - n * (k + 1) / 2.0))
                .sum();
        double scale = n * k * (k + 1) - ties / (k - 1);
        double statistic = scale == 0 ? 0 : 12 * spread / scale;
        double p = scale == 0 ? 1 : FriedmanChance.of(all, statistic);
        double[] means = Arrays.stream(sums).map(sum -> sum / n).toArray();
        return Optional.of(new Friedman(List.copyOf(updaters), n, means, statistic, p));
    }

    /** The least p that so many updaters and problems can give: where every problem has the same order, one of k! each. */
    public double least() {
        double orders = 1;
        for (int i = 2; i <= updaters.size(); i++) {
            orders *= i;
        }
        return Math.pow(orders, 1 - problems);
    }

    /** Σ t³ − t over groups of t equal ranks. */
    private static double ties(double[] ranks) {
        double[] sorted = ranks.clone();
        Arrays.sort(sorted);
        double sum = 0;
        int from = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[from]) {
                double t = i - from;
                sum += t * t * t - t;
                from = i;
            }
        }
        return sum;
    }
}
