package org.converge4j.result.reading;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.converge4j.result.Curve;
import tools.jackson.core.io.NumberInput;

/**
 * Reads curves out of the texts of records. Nine tenths of a record are the numbers of its curve: a loop that knows what comes
 * next takes two fifths of the time that a parser of any JSON takes, and the steps, which all runs of a sweep have in common,
 * are not even looked at one by one. May be used by several threads.
 */
final class CurveReader {
    private static final byte[] NAME = ascii("\"curve\":");
    private static final byte[] BEGIN = ascii("\"curve\":{\"steps\":[");
    private static final byte[] BETWEEN = ascii("],\"loss\":[");

    /** Of a number's characters; a longer one is not ours. */
    private static final int LONGEST = 30;

    /** Digits of a step that is an {@code int} for certain. */
    private static final int INT_DIGITS = 9;

    private volatile Steps latest = new Steps(BETWEEN, new Curve(new int[0], new double[0]));

    /** The curve of a record's text; nothing where it does not stand there as we write it. */
    Optional<Cut> cut(byte[] text) {
        int begin = find(text);
        return begin < 0
                ? Optional.empty()
                : steps(text, begin + BEGIN.length).flatMap(steps -> cut(text, begin, steps));
    }

    private static Optional<Cut> cut(byte[] text, int begin, Steps steps) {
        double[] losses = new double[steps.curve.size()];
        int end = read(text, begin + BEGIN.length + steps.text.length, losses);
        if (end < 0 || text[end] != '}') {
            return Optional.empty();
        }
        int head = begin + NAME.length;
        int tail = text.length - end - 1;
        byte[] rest = Arrays.copyOf(text, head + 1 + tail);
        rest[head] = '0';
        System.arraycopy(text, end + 1, rest, head + 1, tail);
        try {
            return Optional.of(new Cut(steps.curve.with(losses), rest));
        } catch (IllegalArgumentException notFinite) {
            return Optional.empty();
        }
    }

    private Optional<Steps> steps(byte[] text, int from) {
        Steps known = latest;
        if (known.standAt(text, from)) {
            return Optional.of(known);
        }
        Optional<Steps> read = Steps.read(text, from);
        read.ifPresent(steps -> latest = steps);
        return read;
    }

    /** Where the curve begins in a text whose last character belongs to no number; less than 0 if there is none. */
    private static int find(byte[] text) {
        if (text.length == 0 || text[text.length - 1] != '}') {
            return -1;
        }
        for (int at = 0; at <= text.length - BEGIN.length; at++) {
            if (text[at] == '"' && isAt(BEGIN, text, at)) {
                return at;
            }
        }
        return -1;
    }

    /** Reads as many numbers as there is room for, and the bracket after them; what comes then, or less than 0. */
    private static int read(byte[] text, int from, double[] numbers) {
        char[] digits = new char[LONGEST];
        int at = from;
        for (int i = 0; i < numbers.length; i++) {
            int length = 0;
            byte next = text[at++];
            while (isOfNumber(next) && length < LONGEST) {
                digits[length++] = (char) next;
                next = text[at++];
            }
            if (next != (i == numbers.length - 1 ? ']' : ',') || length == 0 || !isDigit((byte) digits[length - 1])) {
                return -1;
            }
            try {
                numbers[i] = NumberInput.parseDouble(digits, 0, length, true);
            } catch (NumberFormatException foreign) {
                return -1;
            }
        }
        return numbers.length == 0 ? -1 : at;
    }

    private static boolean isOfNumber(byte character) {
        return isDigit(character)
                || character == '.'
                || character == '-'
                || character == 'E'
                || character == 'e'
                || character == '+';
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isAt(byte[] part, byte[] text, int at) {
        return at + part.length <= text.length && Arrays.equals(text, at, at + part.length, part, 0, part.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A curve, and the text that it was cut out of: in its place stands a 0. */
    static final class Cut {
        private final Curve curve;
        private final byte[] rest;

        private Cut(Curve curve, byte[] rest) {
            this.curve = curve;
            this.rest = rest;
        }

        Curve curve() {
            return curve;
        }

        byte[] rest() {
            return rest;
        }
    }

    /** The steps of a curve, and their text up to the first loss. */
    private static final class Steps {
        private final byte[] text;
        private final Curve curve;

        Steps(byte[] text, Curve curve) {
            this.text = text;
            this.curve = curve;
        }

        boolean standAt(byte[] record, int from) {
            return isAt(text, record, from);
        }

        static Optional<Steps> read(byte[] record, int from) {
            int[] steps = new int[64];
            int size = 0;
            int at = from - 1;
            do {
                int begin = ++at;
                int step = 0;
                for (; isDigit(record[at]) && at - begin < INT_DIGITS; at++) {
                    step = 10 * step + record[at] - '0';
                }
                if (at == begin) {
                    return Optional.empty();
                }
                steps = size == steps.length ? Arrays.copyOf(steps, 2 * size) : steps;
                steps[size++] = step;
            } while (record[at] == ',');
            if (!isAt(BETWEEN, record, at)) {
                return Optional.empty();
            }
            byte[] text = Arrays.copyOfRange(record, from, at + BETWEEN.length);
            try {
                return Optional.of(new Steps(text, new Curve(Arrays.copyOf(steps, size), new double[size])));
            } catch (IllegalArgumentException notAscending) {
                return Optional.empty();
            }
        }
    }
}
