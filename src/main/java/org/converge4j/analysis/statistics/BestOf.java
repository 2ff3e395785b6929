package org.converge4j.analysis.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/** What the best of k trials, drawn with replacement, scores (Dodge et al., Show Your Work, EMNLP 2019, there for means). */
public final class BestOf {
    private BestOf() {}

    /**
     * Quartiles of the score of the first of k draws in order of merit.
     *
     * @param byMerit what each trial scores, the one that would be chosen first at index 0
     */
    public static Quartiles quartiles(double[] byMerit, int k) {
        int n = byMerit.length;
        int[] ascending = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> byMerit[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] quartiles = new double[3];
        double passed = 0;
        int next = 0;
        for (int i : ascending) {
            passed += Math.pow((double) (n - i) / n, k) - Math.pow((double) (n - i - 1) / n, k);
            while (next < 3 && passed >= 0.25 * (next + 1) - 1e-12) {
                quartiles[next++] = byMerit[i];
            }
        }
        return new Quartiles(quartiles[0], quartiles[1], quartiles[2]);
    }
}
