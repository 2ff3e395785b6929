package org.converge4j.analysis.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.ranking.NaturalRanking;

/**
 * Wilcoxon's signed-rank test of paired differences, two-sided, with zeros ranked as Pratt does (JASA 54, 1959). Up to 100
 * differences the p-value is exact, ties and zeros included: the share of all choices of signs that are as lopsided.
 */
public final class SignedRank {
    private static final int MOST_EXACT = 100;

    private SignedRank() {}

    /**
     * The p-value that the differences scatter around 0; 1 if none differs from it.
     *
     * @param differences none NaN; infinite ones rank above all others and tie with each other
     */
    public static double p(double[] differences) {
        double[] ranks = new NaturalRanking()
                .apply(Arrays.stream(differences).map(Math::abs).toArray());
        double positive = 0;
        double all = 0;
        double squares = 0;
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = differences[i] == 0 ? 0 : ranks[i];
            positive += differences[i] > 0 ? ranks[i] : 0;
            all += ranks[i];
            squares += ranks[i] * ranks[i];
        }
        double beyond = Math.abs(positive - all / 2);
        return squares == 0
                ? 1
                : ranks.length <= MOST_EXACT ? exact(ranks, all, beyond) : normal(beyond, Math.sqrt(squares / 4));
    }

    /** Sums up over all sign choices, by the distribution of twice the positive ranks' sum: ties make half ranks. */
    private static double exact(double[] ranks, double all, double beyond) {
        double[] chance = new double[(int) Math.round(2 * all) + 1];
        chance[0] = 1;
        int reach = 0;
        for (double rank : ranks) {
            int twice = (int) Math.round(2 * rank);
            reach += twice;
            for (int sum = reach; sum >= 0; sum--) {
                chance[sum] = (chance[sum] + (sum >= twice ? chance[sum - twice] : 0)) / 2;
            }
        }
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
