package org.converge4j.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.table.foreign.ForeignText;

/** A file of rows that has been looked at: its dialect and its columns are known, its rows are read on demand. */
public final class TableFile {
    private static final int MOST_COLUMNS = 200_000;

    /** Of a column's name, in characters: every record repeats them. */
    private static final int LONGEST_NAME = 500;

    /** As FastCSV says it. */
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private final String name;
    private final TextSource source;
    private final Dialect dialect;
    private final Layout layout;
    private final Above above;
    private final List<Sample.Row> sample;

    private TableFile(
            String name, TextSource source, Dialect dialect, Layout layout, Above above, List<Sample.Row> sample) {
        this.name = name;
        this.source = source;
        this.dialect = dialect;
        this.layout = layout;
        this.above = above;
        this.sample = sample;
    }

    /**
     * Looks at a file.
     *
     * @param name as messages call it
     * @throws TableException if it is no table
     */
    public static TableFile look(Path path, String name, Hints hints) {
        TextSource source = null;
        try {
            source = TextSource.of(path, name, hints.encoding());
            try (Reader text = source.open()) {
                return look(name, source, Sample.of(text), hints);
            }
        } catch (IOException | UncheckedIOException | CsvParseException unreadable) {
            throw refusal(name, Optional.ofNullable(source), unreadable);
        }
    }

    private static TableFile look(String name, TextSource source, Sample text, Hints given) {
        ForeignText.spoken(text.text(), name).ifPresent(kind -> {
            throw new TableException(name + ": " + Mismatch.of("a text table", kind));
        });
        Preamble preamble = Preamble.of(text);
        Hints hints = preamble.over(given);
        DialectFinder finder = new DialectFinder(text, hints, preamble.lines());
        DialectFinder.Candidate found = finder.find();
        List<Sample.Row> all = rows(name, text, found, finder.comment(), preamble.lines());
        SpellingFinder spelling = new SpellingFinder(hints, found.separator());
        NumberSpelling numbers = spelling.find(all);
        if (spelling.isOpen()) {
            throw new TableException(name + ": found commas that may be decimal or mark thousands, such as 1,234;"
                    + " decimal: \",\" or thousands: \",\" says which");
        }
        boolean isNamed = !preamble.attributes().isEmpty();
        Above above = isNamed ? Above.NOTHING : Above.of(all, hints, numbers, found.separator(), text.isWhole());
        List<Sample.Row> rows = all.subList(above.rows(), all.size());
        int skipped = above.rows() == 0
                ? preamble.lines()
                : Math.toIntExact(rows.get(0).line() - 1);
        boolean heading = hints.heading().orElseGet(() -> !isNamed && new HeadingFinder(rows, hints, numbers).find());
        List<String> names = heading ? List.of() : preamble.names(finder.comment(), found.separator(), rows.get(0));
        Dialect dialect = new Dialect(
                found.separator(),
                found.quote(),
                numbers,
                source.encoding(),
                heading,
                finder.comment(),
                source.isCompressed());
        Layout layout = Layout.of(rows, heading, names, skipped);
        checkNames(name, layout);
        return new TableFile(name, source, dialect, layout, above, heading ? rows.subList(1, rows.size()) : rows);
    }

    private static List<Sample.Row> rows(
            String name, Sample text, DialectFinder.Candidate found, char comment, int skipped) {
        List<Sample.Row> rows =
                text
                        .rows(
                                found.separator(),
                                found.quote(),
                                comment,
                                skipped,
                                text.text().length())
                        .stream()
                        .filter(row -> !row.isEmpty())
                        .toList();
        if (rows.isEmpty()) {
            throw new TableException(name + ":1: " + Mismatch.of("rows", "nothing"));
        }
        int width = rows.get(0).width();
        if (width > MOST_COLUMNS) {
            throw new TableException(
                    name + ":1: " + Mismatch.of("at most " + MOST_COLUMNS + " columns", Integer.toString(width)));
        }
        return rows;
    }

    private static void checkNames(String name, Layout layout) {
        layout.columns().stream()
                .filter(column -> column.length() > LONGEST_NAME)
                .findFirst()
                .ifPresent(column -> {
                    throw new TableException(name + ":1: "
                            + Mismatch.of(
                                    "columns' names of at most " + LONGEST_NAME + " characters",
                                    "one of " + column.length() + ", " + Mismatch.quoted(column)));
                });
    }

    /** As messages call it. */
    public String name() {
        return name;
    }

    /** How it is written. */
    public Dialect dialect() {
        return dialect;
    }

    /** What its columns are called; a name each, all different. */
    public List<String> columns() {
        return layout.columns();
    }

    /** Columns that are no part of the table, with the reason: of row numbers, or empty. */
    public Map<Integer, String> leftOut() {
        return layout.leftOut();
    }

    /** What stands above heading and rows and is none of them: {@code a line above the table (Sales)}; mostly nothing. */
    public Optional<String> above() {
        return above.rows() == 0 ? Optional.empty() : Optional.of(above.words());
    }

    /** How many lines there are before the heading, or the first row; comments among rows apart. */
    public int skipped() {
        return layout.skipped();
    }

    /** Whether the file itself names the columns. */
    public boolean isNamed() {
        return dialect.heading() || layout.isNamedElsewhere();
    }

    /** The share of a column's first cells that are there and no numbers. */
    public double strangers(int column, Hints hints) {
        List<Sample.Cell> cells = sample.stream()
                .filter(row -> column < row.width())
                .map(row -> row.cells().get(column))
                .filter(cell -> cell.kind(hints) != CellKind.MISSING)
                .toList();
        long strange = cells.stream()
                .filter(cell -> Double.isNaN(dialect.numbers().parse(cell.text())))
                .count();
        return cells.isEmpty() ? 0 : (double) strange / cells.size();
    }

    /**
     * Hands over every row below the heading.
     *
     * @throws TableException if the text is damaged, naming the line; what the sink throws comes through
     */
    public void read(CellSink sink) {
        try (Reader text = source.open()) {
            CellReader.read(
                    text,
                    dialect.separator(),
                    dialect.quote(),
                    dialect.comment(),
                    layout.skipped(),
                    false,
                    dialect.heading() ? new BelowHeading(sink) : sink);
        } catch (CsvParseException unreadable) {
            if (unreadable.getCause() instanceof RuntimeException ofSink && !(ofSink instanceof CsvParseException)) {
                throw ofSink;
            }
            throw refusal(name, Optional.of(source), unreadable);
        } catch (IOException | UncheckedIOException unreadable) {
            throw refusal(name, Optional.of(source), unreadable);
        }
    }

    private static TableException refusal(String name, Optional<TextSource> source, Throwable unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException && source.isPresent()) {
                return undecodable(name, source.get());
            }
        }
        Throwable cause = unreadable.getCause() == null ? unreadable : unreadable.getCause();
        String said = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        Matcher line =
                LINE.matcher(unreadable instanceof CsvParseException ? String.valueOf(unreadable.getMessage()) : "");
        return new TableException(name + (line.find() ? ":" + line.group(1) : "") + ": "
                + (said.contains(" quote")
                        ? Mismatch.of(
                                        "a separator after a cell's last quote",
                                        said.startsWith("Unclosed") ? "no last quote" : "other characters")
                                + "; inside a cell quotes are doubled, and quote: none takes them as they are"
                        : Mismatch.of("a table", "none: " + said)));
    }

    private static TableException undecodable(String name, TextSource source) {
        String line = "";
        try {
            line = source.firstUndecodable().map(l -> ":" + l).orElse("");
        } catch (IOException unreadable) {
            // the line stays unsaid
        }
        return new TableException(name + line + ": "
                + Mismatch.of(source.encoding().name(), "other bytes")
                + "; encoding: windows-1252, or latin1, or utf-16, says what they are");
    }

    /** Leaves out the first row. */
    private static final class BelowHeading implements CellSink {
        private final CellSink sink;
        private boolean below;

        BelowHeading(CellSink sink) {
            this.sink = sink;
        }

        @Override
        public void cell(int column, char[] buffer, int from, int to, boolean quoted, int at) {
            if (below) {
                sink.cell(column, buffer, from, to, quoted, at);
            }
        }

        @Override
        public void begin(long line) {
            if (below) {
                sink.begin(line);
            }
        }

        @Override
        public void end(int cells) {
            if (below) {
                sink.end(cells);
            }
            below = true;
        }
    }
}
