package org.converge4j.report;

import java.util.Locale;

/** How reports write numbers for people. Files for programs use full precision instead. */
final class Numbers {
    private Numbers() {}

    /** Four significant digits; ∞ for a run that diverged. */
    static String brief(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        double size = Math.abs(value);
        if (value == 0) {
            return "0";
        }
        String text = size >= 1e-3 && size < 1e6
                ? String.format(Locale.ROOT, "%.4g", value)
                : String.format(Locale.ROOT, "%.3e", value);
        return text.contains("e") || !text.contains(".")
                ? text
                : text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
