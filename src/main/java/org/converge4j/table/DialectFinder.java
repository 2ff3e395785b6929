package org.converge4j.table;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds separator and quotes: the pair under which most rows have equally many cells, and most cells look like something. After
 * van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by detecting row and type patterns", 2019.
 */
final class DialectFinder {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|', ' ');
    private static final List<Character> QUOTES = List.of('"', '\'');
    private static final List<Character> COMMENTS = List.of('#', '%');
    private static final int CHARACTERS = 1 << 15;
    private static final int CELLS = 20_000;

    /** Texts hold blanks, so that blanks separate only where nothing else does. */
    private static final double TRUST_IN_BLANKS = 0.6;

    private static final double TRUST_IF_THE_FIRST_DIFFERS = 0.7;

    /** In characters: what looks for a number among words takes time that grows with the square of their length. */
    private static final int LONGEST_WORDS = 1000;

    /** {@code 68 b 48} between commas: rather three cells, and a comma that belongs to a number. */
    private static final Pattern NUMBER_AMONG_WORDS = Pattern.compile("(.* )?[-+]?[\\d.]+ .*|.* [-+]?[\\d.]+");

    private final Sample sample;
    private final Hints hints;
    private final int skipped;
    private final char comment;

    /**
     * @param skipped lines that are none of the table's
     */
    DialectFinder(Sample sample, Hints hints, int skipped) {
        this.sample = sample;
        this.hints = hints;
        this.skipped = skipped;
        this.comment = hints.comment().orElseGet(this::findComment);
    }

    /** What comment lines begin with, or {@link Dialect#NONE}. */
    char comment() {
        return comment;
    }

    /** The best pair; the first of several that are alike. */
    Candidate find() {
        Candidate best = null;
        for (char separator : hints.separator().map(List::of).orElse(SEPARATORS)) {
            for (char quote : hints.quote().map(List::of).orElse(QUOTES)) {
                Candidate candidate = candidate(separator, quote);
                if (best == null || candidate.score() > best.score()) {
                    best = candidate;
                }
            }
        }
        return Optional.ofNullable(best).orElseThrow();
    }

    private char findComment() {
        String first = sample.text()
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        return COMMENTS.stream()
                .filter(c -> first.startsWith(c.toString())
                        || (c == '#' && sample.text().lines().anyMatch(this::isComment)))
                .findFirst()
                .orElse(Dialect.NONE);
    }

    /** Excel's #N/A begins with the same character. */
    private boolean isComment(String line) {
        return line.startsWith("#")
                && hints.missing().stream()
                        .noneMatch(word -> word.startsWith("#") && line.regionMatches(true, 0, word, 0, word.length()));
    }

    private Candidate candidate(char separator, char quote) {
        List<Sample.Row> rows = sample.rows(separator, quote, comment, skipped, CHARACTERS).stream()
                .filter(row -> !row.isEmpty())
                .toList();
        int width = Layout.width(rows);
        List<Sample.Row> alike =
                rows.stream().filter(row -> row.width() == width).toList();
        double consistency = rows.isEmpty() ? 0 : (double) alike.size() / rows.size();
        int first = rows.isEmpty() ? width : rows.get(0).width();
        boolean begins =
                first == width || (first == width - 1 && width > 2); // R names all columns but that of row names
        double trust = (separator == ' ' ? TRUST_IN_BLANKS : 1) * (begins ? 1 : TRUST_IF_THE_FIRST_DIFFERS);
        double sense = sense(alike, separator, quote);
        return new Candidate(
                separator, quote, trust * consistency * consistency * (width - 1) / Math.max(width, 1) * sense * sense);
    }

    private double sense(List<Sample.Row> rows, char separator, char quote) {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .limit(CELLS)
                .mapToDouble(cell -> switch (cell.kind(hints)) {
                    case NUMBER, DATE, MISSING -> 1;
                    case TEXT -> sense(cell, separator, quote);
                    case TORN -> 0;
                })
                .average()
                .orElse(0);
    }

    private static double sense(Sample.Cell text, char separator, char quote) {
        if (isInOtherQuotes(text, quote) || (!text.quoted() && text.text().indexOf(quote) >= 0)) {
            return 0.3;
        }
        boolean isMany = separator == ','
                && !text.quoted()
                && text.text().length() <= LONGEST_WORDS
                && NUMBER_AMONG_WORDS.matcher(text.text()).matches();
        return isMany ? 0.6 : 0.9;
    }

    private static boolean isInOtherQuotes(Sample.Cell cell, char quote) {
        String text = cell.text();
        return quote == '"'
                ? text.length() > 1 && text.charAt(0) == '\'' && text.charAt(text.length() - 1) == '\''
                : text.indexOf('"') >= 0; // apostrophes stand inside of words, these do not
    }

    /**
     * A separator with its quotes.
     *
     * @param score the higher, the more likely; 0 where rows have one cell
     */
    record Candidate(char separator, char quote, double score) {}
}
