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
import org.converge4j.catalog.message.Mismatch;

/** A file of rows that has been looked at: its dialect and its columns are known, its rows are read on demand. */
public final class TableFile {
    private static final int MOST_COLUMNS = 200_000;

    /** Of a column's name, in characters: every record repeats them. */
    private static final int LONGEST_NAME = 500;

    private final String name;
    private final TextSource source;
    private final Dialect dialect;
    private final Layout layout;
    private final List<Sample.Row> sample;

    private TableFile(String name, TextSource source, Dialect dialect, Layout layout, List<Sample.Row> sample) {
        this.name = name;
        this.source = source;
        this.dialect = dialect;
        this.layout = layout;
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
        Preamble preamble = Preamble.of(text);
        Hints hints = preamble.over(given);
        DialectFinder finder = new DialectFinder(text, hints, preamble.lines());
        DialectFinder.Candidate found = finder.find();
        List<Sample.Row> rows = text
                .rows(
                        found.separator(),
                        found.quote(),
                        finder.comment(),
                        preamble.lines(),
                        text.text().length())
                .stream()
                .filter(row -> !row.isEmpty())
                .toList();
        if (rows.isEmpty()) {
            throw new TableException(name + ":1: " + Mismatch.of("rows", "nothing"));
        }
        if (rows.get(0).width() > MOST_COLUMNS) {
            throw new TableException(name + ":1: "
                    + Mismatch.of(
                            "at most " + MOST_COLUMNS + " columns",
                            Integer.toString(rows.get(0).width())));
        }
        SpellingFinder spelling = new SpellingFinder(hints, found.separator());
        NumberSpelling numbers = spelling.find(rows);
        if (spelling.isOpen()) {
            throw new TableException(name + ": found commas that may be decimal or mark thousands, such as 1,234;"
                    + " decimal: \",\" or thousands: \",\" says which");
        }
        boolean heading = hints.heading()
                .orElseGet(() -> preamble.attributes().isEmpty() && new HeadingFinder(rows, hints, numbers).find());
        List<String> names = heading ? List.of() : preamble.names(finder.comment(), found.separator(), rows.get(0));
        Dialect dialect = new Dialect(
                found.separator(),
                found.quote(),
                numbers,
                source.encoding(),
                heading,
                finder.comment(),
                source.isCompressed());
        Layout layout = Layout.of(rows, heading, names, preamble.lines());
        layout.columns().stream()
                .filter(column -> column.length() > LONGEST_NAME)
                .findFirst()
                .ifPresent(column -> {
                    throw new TableException(name + ":1: "
                            + Mismatch.of(
                                    "columns' names of at most " + LONGEST_NAME + " characters",
                                    "one of " + column.length() + ", " + Mismatch.quoted(column)));
                });
        return new TableFile(name, source, dialect, layout, heading ? rows.subList(1, rows.size()) : rows);
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
     * @throws TableException if the text is damaged, naming the line
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
        } catch (IOException | UncheckedIOException | CsvParseException unreadable) {
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
        String where = unreadable instanceof CsvParseException parse && parse.getMessage() != null
                ? parse.getMessage().replaceFirst("^\\D*(\\d+).*$", ":$1")
                : "";
        return new TableException(name + where + ": " + Mismatch.of("a table", "none: " + cause.getMessage()));
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
