package org.converge4j.analysis.statistics;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.ranking.NaturalRanking;

/**
 * Wilcoxon's signed-rank test of paired differences, two-sided, with zeros ranked as Pratt does (JASA 54, 1959). Up to 100
 * differences the p-value is exact, ties and zeros included: the share of all choices of signs that are as lopsided.
 *
 * @param p the chance of signs as lopsided if the differences scatter around 0; 1 if none differs from it
 * @param balance the sum of the positive differences' ranks less half the sum of all: above 0 where the positive weigh more
 */
record SignedRank(double p, double balance) {
    private static final int MOST_EXACT = 100;

    /** The chances that the positive ones among the ranks 1 to n sum to at least 0, 1, 2, …, by n. */
    private static final Map<Integer, double[]> UNTIED = new ConcurrentHashMap<>();

    /**
     * Tests differences.
     *
     * @param differences none NaN; infinite ones rank above all others and tie with each other
     */
    static SignedRank of(double... differences) {
        double[] ranks = ranks(differences);
        double all = Arrays.stream(ranks).sum();
        double squares = Arrays.stream(ranks).map(rank -> rank * rank).sum();
        double balance = balance(differences, ranks);
        double beyond = Math.abs(balance);
        double p = squares == 0
                ? 1
                : ranks.length <= MOST_EXACT ? exact(ranks, all, beyond) : normal(beyond, Math.sqrt(squares / 4));
        return new SignedRank(p, balance);
    }

    /** The balance alone, which takes far less than the p-value. */
    static double balance(double... differences) {
        return balance(differences, ranks(differences));
    }

    private static double balance(double[] differences, double[] ranks) {
        double balance = 0;
        for (int i = 0; i < ranks.length; i++) {
            balance += Math.signum(differences[i]) * ranks[i] / 2; // a half is exact
        }
        return balance;
    }

    /** Ranks of the differences' sizes; those of zeros, which take the first, count nothing. */
    private static double[] ranks(double[] differences) {
        double[] ranks = new NaturalRanking()
                .apply(Arrays.stream(differences).map(Math::abs).toArray());
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = differences[i] == 0 ? 0 : ranks[i];
        }
        return ranks;
    }

    /**
     * The test of n differences without ties and zeros.
     *
     * @param positive the sum of the positive ones' ranks
     */
    static SignedRank ofUntied(int n, double positive) {
        double balance = positive - n * (n + 1.0) / 4;
        double p = n <= MOST_EXACT
                ? untied(n, positive)
                : normal(Math.abs(balance), Math.sqrt(n * (n + 1.0) * (2 * n + 1.0) / 24));
        return new SignedRank(p, balance);
    }

    /**
     * The p-value of n differences without ties and zeros whose ranks of one sign have this sum.
     *
     * @param n at most 100
     */
    static double untied(int n, double sum) {
        double all = n * (n + 1) / 2.0;
        double more = Math.max(sum, all - sum);
        double[] atLeast = UNTIED.computeIfAbsent(n, SignedRank::untied);
        return Math.min(1, 2 * atLeast[(int) Math.ceil(more)]);
    }

    private static double exact(double[] ranks, double all, double beyond) {
        return isUntied(ranks) ? untied(ranks.length, all / 2 + beyond) : tails(chances(ranks), all, beyond);
    }

    private static boolean isUntied(double[] ranks) {
        double[] sorted = ranks.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] != i + 1) {
                return false;
            }
        }
        return true;
    }

    private static double[] untied(int n) {
        double[] ranks = new double[n];
        Arrays.setAll(ranks, i -> i + 1.0);
        double[] chance = chances(ranks);
        double[] atLeast = new double[n * (n + 1) / 2 + 1];
        double sum = 0;
        for (int i = atLeast.length - 1; i >= 0; i--) {
            sum += chance[2 * i];
            atLeast[i] = sum;
        }
        return atLeast;
    }

    /** Of all choices of signs, the distribution of twice the positive ranks' sum: ties make half ranks. */
    private static double[] chances(double[] ranks) {
        double[] chance = new double[(int) Math.round(2 * Arrays.stream(ranks).sum()) + 1];
        chance[0] = 1;
        int reach = 0;
        for (double rank : ranks) {
            int twice = (int) Math.round(2 * rank);
            reach += twice;
            for (int sum = reach; sum >= 0; sum--) {
                chance[sum] = (chance[sum] + (sum >= twice ? chance[sum - twice] : 0)) / 2;
            }
        }
        return chance;
    }

    private static double tails(double[] chance, double all, double beyond) {
        double p = 0;
        for (int sum = 0; sum < chance.length; sum++) {
            p += Math.abs(sum / 2.0 - all / 2) >= beyond ? chance[sum] : 0;
        }
        return Math.min(1, p);
    }

    private static double normal(double beyond, double deviation) {
        double z = Math.max(0, beyond - 0.5) / deviation;
        return Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(z));
    }
}
