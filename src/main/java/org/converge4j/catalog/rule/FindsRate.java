package org.converge4j.catalog.rule;

/** A rule that finds its learning rate itself. The report shows what it has found as a curve. */
public interface FindsRate {
    /**
     * The rate found so far, for the whole network, without the factor η and schedules.
     *
     * @param state what the rule remembers after a step; not to be changed
     */
    double foundRate(double[][] state);
}
