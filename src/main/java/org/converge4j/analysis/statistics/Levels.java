package org.converge4j.analysis.statistics;

/**
 * What each test of an experiment may err, so that all its claims together err in at most 5 %. Every problem gets an equal part.
 * Most of a problem's part goes to the places of its order: such a claim must pass the tests against everyone below, so the
 * number of updaters costs it nothing. The rest is for single pairs and is divided by their number. Of two updaters the only
 * pair is the only place and has the whole.
 *
 * @param places the level of the tests that a place must pass
 * @param pairs the level of the test of a pair
 */
public record Levels(double places, double pairs) {
    /** The chance of any false claim in an experiment. */
    public static final double ALL = 0.05;

    /** The share of the places. With ten seeds, the rest still serves three updaters' pairs if all seeds agree. */
    private static final double PLACES = 0.85;

    private static final int MOST_SEEDS = 100;

    /** The levels for so many updaters on each of so many problems, at least one each. */
    public static Levels of(int updaters, int problems) {
        double part = ALL / problems;
        double pairs = updaters * (updaters - 1) / 2.0;
        return updaters <= 2 ? new Levels(part, part) : new Levels(PLACES * part, (1 - PLACES) * part / pairs);
    }

    /** The least p that so many seeds can give: if all agree, the signed-rank test's is 2 / 2ⁿ. */
    public static double least(int seeds) {
        return Math.scalb(1.0, 1 - seeds);
    }

    /** The fewest seeds with which any difference could be shown. */
    public int leastSeeds() {
        int seeds = 1;
        while (least(seeds) > places) {
            seeds++;
        }
        return seeds;
    }

    /** Enough seeds to show a difference even if one of them, whatever its size, goes the other way. */
    public int enoughSeeds() {
        int seeds = leastSeeds();
        while (SignedRank.untied(seeds, seeds) > places) {
            seeds++;
        }
        return seeds;
    }

    /**
     * With how many seeds a difference would be shown if the further ones are like those so far.
     *
     * @param seeds so far
     * @param share of the ranks' sum that speaks for the better one, in (0.5, 1]
     * @return 0 if it would take more than 100
     */
    public int seedsToShow(int seeds, double share) {
        for (int n = Math.max(seeds + 1, leastSeeds()); n <= MOST_SEEDS; n++) {
            if (SignedRank.untied(n, Math.floor(share * n * (n + 1) / 2)) <= places) {
                return n;
            }
        }
        return 0;
    }
}
