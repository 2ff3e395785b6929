package org.converge4j.analysis;

import java.util.Locale;

/** How numbers are written for people: rounded here and nowhere else. Files for programs use full precision instead. */
public final class Figures {
    private Figures() {}

    /** Four significant digits; ∞ for a run that diverged. */
    public static String brief(double value) {
        return digits(value, 4);
    }

    /** Two significant digits, for what is only an estimate. */
    public static String about(double value) {
        return digits(value, 2);
    }

    /** "1 row", "2 rows". */
    public static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String digits(double value, int digits) {
        if (Double.isNaN(value)) {
            return "unknown";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (size >= 1e6 || size < 1e-3) {
            return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value)
                    .replaceFirst("\\.?0*e", "e")
                    .replaceFirst("e([+-])0*", "e$1")
                    .replace("e+", "e");
        }
        int places = Math.max(0, digits - 1 - (int) Math.floor(Math.log10(size)));
        String text = String.format(Locale.ROOT, "%." + places + "f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
