package org.converge4j.report;

import org.converge4j.analysis.Figures;

/** How reports write numbers for people, with the rounding of the findings. Files for programs use full precision instead. */
final class Numbers {
    private Numbers() {}

    /** Four significant digits; ∞ for a run that diverged. */
    static String brief(double value) {
        return Figures.brief(value);
    }
}
