package org.converge4j.analysis.statistics;

/**
 * How well it is known what an updater's scores were measured by: one and the same factor may be wrong in all of them.
 *
 * @param name of what they were measured by; scores by another are not comparable
 * @param low how many times as great as they stand all scores are at least
 * @param high how many times at most
 */
public record Yardstick(String name, double low, double high) {
    /** That of scores that are as they stand. */
    public static final Yardstick EXACT = new Yardstick("", 1, 1);

    /** By how much, as a logarithm, these scores may be nearer to or beyond the greater ones of another than they stand. */
    double slack(Yardstick other) {
        return name.equals(other.name) ? Math.log(high / other.low) : Double.POSITIVE_INFINITY;
    }
}
