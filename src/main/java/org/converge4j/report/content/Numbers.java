package org.converge4j.report.content;

import java.util.Optional;
import org.converge4j.analysis.Excess;
import org.converge4j.analysis.Figures;
import org.converge4j.analysis.statistics.Quartiles;

/** How reports write numbers for people, with the rounding of the findings. Files for programs use full precision instead. */
public final class Numbers {
    /** Stands where there is no number. */
    static final String NONE = "–";

    private Numbers() {}

    /** Four significant digits; ∞ for a run that diverged. */
    public static String brief(double value) {
        return Figures.brief(value);
    }

    /** The median. */
    static String median(Optional<Quartiles> quartiles) {
        return quartiles.map(q -> brief(q.median())).orElse(NONE);
    }

    /** The median excess, or the word for none. */
    public static String median(Optional<Quartiles> quartiles, Excess excess) {
        return quartiles.map(q -> excess.words(q.median())).orElse(NONE);
    }

    /** The first and the third quartile of the excess; one alone if both are the same, in words. */
    public static String range(Optional<Quartiles> quartiles, Excess excess) {
        return quartiles
                .map(q -> {
                    String lower = excess.words(q.lower());
                    String upper = excess.words(q.upper());
                    return lower.equals(upper) ? lower : lower + " – " + upper;
                })
                .orElse(NONE);
    }
}
