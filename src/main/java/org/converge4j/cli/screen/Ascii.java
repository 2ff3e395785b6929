package org.converge4j.cli.screen;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.converge4j.wording.Figures;

/** What stands for the signs of reports and equations where a terminal's encoding has none of them. Names keep their letters. */
public final class Ascii {
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("×", "x"),
            Map.entry("·", "*"),
            Map.entry("–", "-"),
            Map.entry("—", "-"),
            Map.entry("…", "..."),
            Map.entry("≥", ">="),
            Map.entry("≤", "<="),
            Map.entry("±", "+-"),
            Map.entry("≈", "~"),
            Map.entry("≠", "!="),
            Map.entry("←", "<-"),
            Map.entry("→", "->"),
            Map.entry("√", "sqrt"),
            Map.entry("⊙", "*"),
            Map.entry("µ", "u"),
            Map.entry("α", "alpha"),
            Map.entry("β", "beta"),
            Map.entry("γ", "gamma"),
            Map.entry("δ", "delta"),
            Map.entry("ε", "eps"),
            Map.entry("η", "eta"),
            Map.entry("θ", "theta"),
            Map.entry("λ", "lambda"),
            Map.entry("μ", "mu"),
            Map.entry("ρ", "rho"),
            Map.entry("Δ", "delta"),
            Map.entry("Σ", "sum"),
            Map.entry("✕", "x"),
            Map.entry("✓", "ok"));

    private Ascii() {}

    /** How this process writes: as it is where standard output is said to take Unicode, or nothing is said of it. */
    public static UnaryOperator<String> spelling(Properties system) {
        String encoding = system.getProperty("stdout.encoding", system.getProperty("sun.stdout.encoding", "UTF-8"));
        return encoding.toUpperCase(Locale.ROOT).matches("UTF-?8|CP65001|GB18030") ? text -> text : Ascii::of;
    }

    /** "2.28e-5" for "2.28 × 10⁻⁵", "eta" for "η". */
    static String of(String text) {
        return Figures.plain(text)
                .codePoints()
                .mapToObj(Character::toString)
                .map(sign -> SIGNS.getOrDefault(
                        sign, isDigit(sign) ? Normalizer.normalize(sign, Normalizer.Form.NFKD) : sign))
                .collect(Collectors.joining());
    }

    private static boolean isDigit(String sign) {
        return Character.getType(sign.codePointAt(0)) == Character.OTHER_NUMBER;
    }
}
