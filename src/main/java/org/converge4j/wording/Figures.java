package org.converge4j.wording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How numbers are written for people: rounded here and nowhere else, powers of ten as on paper. The page's {@code format.js} is its
 * twin, digit by digit. Files for programs use full precision instead.
 */
public final class Figures {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final MathContext NOISE = new MathContext(12);
    private static final int MOST_GIVEN = 6;
    private static final int MOST_APART = 15;
    private static final int LEAST_EXPONENT = -3;
    private static final int MOST_DIGITS_BEFORE_POINT = 6;
    private static final double ROUNDED_TO_ONE = 5e-4;
    private static final double LEAST_SHORT = 1e-6;
    private static final Pattern POWER = Pattern.compile("(?:([\\d.]+) × )?10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)");

    private Figures() {}

    /** Three significant digits: "0.316", "2.28 × 10⁻⁵", "10⁻⁶"; ∞ for a run that diverged. What falls short of 1 is not rounded to it. */
    public static String brief(double value) {
        boolean isShort = value < 1 && 1 - value < ROUNDED_TO_ONE && 1 - value >= LEAST_SHORT;
        return isShort ? written(BigDecimal.ONE.subtract(rounded(1 - value, 1))) : digits(value, 3);
    }

    /** Two significant digits, for what is only an estimate. */
    public static String about(double value) {
        return digits(value, 2);
    }

    /** The two ends of an interval, {@link #brief}, or with one digit more where that tells them apart. */
    public static List<String> ends(double low, double high) {
        boolean isNarrow = brief(low).equals(brief(high)) && !digits(low, 4).equals(digits(high, 4));
        return isNarrow ? List.of(digits(low, 4), digits(high, 4)) : List.of(brief(low), brief(high));
    }

    /** Different numbers with as few digits, from four on, as tell them apart. */
    public static List<String> apart(List<Double> values) {
        return IntStream.rangeClosed(4, MOST_APART)
                .mapToObj(digits ->
                        values.stream().map(value -> digits(value, digits)).toList())
                .filter(texts -> Set.copyOf(texts).size() == values.size())
                .findFirst()
                .orElseGet(() -> values.stream().map(Figures::whole).toList());
    }

    /** A setting that somebody chose, up to six digits as they gave it; one that was computed, as a grid's points are, with three. */
    public static String given(double value) {
        return Double.isFinite(value) && exact(value).precision() <= MOST_GIVEN ? written(exact(value)) : brief(value);
    }

    /** A setting with all its digits, which tells any two apart. */
    public static String whole(double value) {
        return Double.isFinite(value) ? written(exact(value)) : brief(value);
    }

    /** Three significant digits as a command line takes them: "3.16e-5". */
    public static String typed(double value) {
        return plain(brief(value));
    }

    /** A text for terminals that know ASCII alone, its numbers as programs write them. */
    public static String plain(String text) {
        Function<MatchResult, String> power = found -> (found.group(1) == null ? "1" : found.group(1))
                + "e"
                + found.group(2)
                        .codePoints()
                        .mapToObj(c -> c == '⁻' ? "-" : Integer.toString(SUPERSCRIPTS.indexOf(c)))
                        .reduce("", String::concat);
        return POWER.matcher(text).replaceAll(power).replace('−', '-').replace("∞", "inf");
    }

    /** "1 row", "2 rows". */
    public static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String digits(double value, int digits) {
        if (Double.isNaN(value)) {
            return "unknown";
        }
        return Double.isInfinite(value) ? value > 0 ? "∞" : "−∞" : written(rounded(value, digits));
    }

    private static BigDecimal rounded(double value, int digits) {
        return new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
    }

    /** The shortest number that is this one but for what rounding did to its last digits. */
    private static BigDecimal exact(double value) {
        return new BigDecimal(Double.toString(value)).round(NOISE).stripTrailingZeros();
    }

    private static String written(BigDecimal value) {
        BigDecimal number = value.stripTrailingZeros();
        int exponent = number.precision() - number.scale() - 1;
        if (number.signum() == 0 || (exponent >= LEAST_EXPONENT && exponent < MOST_DIGITS_BEFORE_POINT)) {
            return number.toPlainString().replace('-', '−');
        }
        String mantissa = number.scaleByPowerOfTen(-exponent).toPlainString().replace('-', '−');
        return (mantissa.endsWith("1") && mantissa.length() <= 2 ? mantissa.replace("1", "") : mantissa + " × ")
                + power(exponent);
    }

    /** "10⁻⁶". */
    public static String power(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "10⁻" : "10");
        Integer.toString(Math.abs(exponent)).chars().forEach(digit -> text.append(SUPERSCRIPTS.charAt(digit - '0')));
        return text.toString();
    }
}
