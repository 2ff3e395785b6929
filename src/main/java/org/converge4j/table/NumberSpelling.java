package org.converge4j.table;

import tools.jackson.core.io.NumberInput;

/**
 * How numbers are spelled: {@code 1234.5}, {@code 1.234,5}.
 *
 * @param decimal before the fraction
 * @param thousands between groups of three digits, or {@link Dialect#NONE}
 */
public record NumberSpelling(char decimal, char thousands) {
    /** {@code 1234.5}. */
    public static final NumberSpelling PLAIN = new NumberSpelling('.', Dialect.NONE);

    private static final int GROUP = 3;

    /** The finite number that a text spells, or NaN if it spells none. */
    public double parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    /** The finite number that some characters spell, or NaN if they spell none. */
    public double parse(char[] buffer, int from, int to) {
        if (!mayBeNumber(buffer, from, to)) {
            return Double.NaN;
        }
        if (decimal == '.' && thousands == Dialect.NONE) {
            return plain(buffer, from, to - from);
        }
        char[] spelled = new char[to - from];
        int length = respell(buffer, from, to, spelled);
        return length < 0 ? Double.NaN : plain(spelled, 0, length);
    }

    /** Java's own literals go further than anyone's tables: 5d, 7F and 0x1p3 are texts. */
    private static boolean mayBeNumber(char[] buffer, int from, int to) {
        if (from == to || (from + 1 == to && !isDigit(buffer[from]))) {
            return false;
        }
        char last = buffer[to - 1];
        return (isDigit(last) || last == '.' || last == ',')
                && !isHexadecimal(buffer, from, to)
                && (isDigit(buffer[from]) || buffer[from] < '0');
    }

    private static boolean isHexadecimal(char[] buffer, int from, int to) {
        int second = isDigit(buffer[from]) ? from + 1 : from + 2;
        return second < to && (buffer[second] | 0x20) == 'x';
    }

    private static double plain(char[] digits, int from, int length) {
        try {
            double value = NumberInput.parseDouble(digits, from, length, true);
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException text) {
            return Double.NaN;
        }
    }

    /** The same number with a decimal point and without marks of thousands; its length, or −1 if the marks stand elsewhere. */
    private int respell(char[] buffer, int from, int to, char[] spelled) {
        int length = 0;
        int digits = 0; // since the start or the last mark
        boolean marked = false;
        boolean whole = true;
        for (int i = from; i < to; i++) {
            char c = buffer[i];
            if (c == thousands && whole) {
                if (digits == 0 || digits > GROUP || (marked && digits != GROUP)) {
                    return -1;
                }
                marked = true;
                digits = 0;
                continue;
            }
            if (!isDigit(c) && c != '-' && c != '+') { // the decimal mark, an exponent, or nothing of a number
                if ((whole && marked && digits != GROUP) || (c == '.' && decimal != '.')) {
                    return -1;
                }
                whole = false;
            }
            digits += isDigit(c) ? 1 : 0;
            spelled[length++] = c == decimal ? '.' : c;
        }
        return whole && marked && digits != GROUP ? -1 : length;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
