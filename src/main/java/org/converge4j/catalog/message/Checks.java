package org.converge4j.catalog.message;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** What values check when they are built, so that nobody after them need do it, wherever they came from. */
public final class Checks {
    /** Of a name, a label or a version. */
    public static final int LONGEST_NAME = 1000;

    /** Of a question or a reason. */
    public static final int LONGEST_PROSE = 10_000;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}._-]{0,79}");

    /** File systems take 255 bytes, and files of a problem have some more letters than its name. */
    private static final int MOST_BYTES = 220;

    /** What Windows takes for a device, whatever follows the first dot. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private Checks() {}

    /** Refuses what does not hold. */
    public static void that(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(complaint);
        }
    }

    /** Refuses a value that is not what was expected. */
    public static void expect(boolean holds, String what, String expected, Object found) {
        if (!holds) {
            throw unexpected(what, expected, found);
        }
    }

    private static IllegalArgumentException unexpected(String what, String expected, Object found) {
        return new IllegalArgumentException(what + ": " + Mismatch.of(expected, found.toString()));
    }

    /** A text that people will read, on one line and without control and direction characters. */
    public static String text(String text, String what, int longest) {
        requireNonNull(text, what);
        if (text.length() > longest) {
            throw unexpected(what, "at most " + longest + " characters", text.length());
        }
        return Printable.line(text);
    }

    /** Names that people will read, at most so many. */
    public static List<String> names(List<String> names, String what, int most) {
        if (names.size() > most) {
            throw unexpected(what, "at most " + most, names.size());
        }
        return names.stream().map(name -> text(name, what, LONGEST_NAME)).toList();
    }

    /** Whether a text can name a file or folder on every system. */
    public static boolean isFileName(String text) {
        return NAME.matcher(text).matches()
                && text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
                && !DEVICE.matcher(text).matches()
                && !text.endsWith(".");
    }

    /** A text that names a file or folder. */
    public static String fileName(String text, String what) {
        requireNonNull(text, what);
        expect(
                isFileName(text),
                what,
                "at most 80 letters, digits, dots, dashes and underscores",
                Mismatch.quoted(text));
        return text;
    }

    /** A number that is one, and not infinite. */
    public static double finite(double value, String what) {
        expect(Double.isFinite(value), what, "a finite number", value);
        return value;
    }

    /** A finite number that is not below a limit. */
    public static double atLeast(double least, double value, String what) {
        if (!(value >= least && Double.isFinite(value))) { // millions hold, for which words would cost most of a report
            throw unexpected(what, "a number at least " + least, value);
        }
        return value;
    }
}
