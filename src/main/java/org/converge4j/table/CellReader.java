package org.converge4j.table;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;

/** Hands the cells of a text to a sink: FastCSV's reader, with blanks as separators besides. */
final class CellReader extends CsvCallbackHandler<Boolean> {
    private final boolean skipsEmpty;
    private final CellSink sink;
    private RecordType type = RecordType.DATA;
    private int cells;
    private int at;

    private CellReader(boolean skipsEmpty, CellSink sink) {
        this.skipsEmpty = skipsEmpty;
        this.sink = sink;
    }

    /**
     * Reads a text to its end.
     *
     * @param skipped lines at the beginning that are none of the table's
     * @param forgives whether a quote in a strange place is read as well as may be
     */
    static void read(
            Reader text, char separator, char quote, char comment, int skipped, boolean forgives, CellSink sink)
            throws IOException {
        Reader even = separator == ' ' ? new TabsAsBlanks(text) : text;
        CsvReader.CsvReaderBuilder builder = CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(quote)
                .commentStrategy(comment == Dialect.NONE ? CommentStrategy.NONE : CommentStrategy.SKIP)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(forgives)
                .allowUnclosedQuote(forgives);
        if (comment != Dialect.NONE) {
            builder.commentCharacter(comment);
        }
        try (CsvReader<Boolean> reader = builder.build(new CellReader(separator == ' ', sink), even)) {
            reader.skipLines(skipped);
            for (Iterator<Boolean> rows = reader.iterator(); rows.hasNext(); ) {
                rows.next(); // the sink has had it
            }
        }
    }

    @Override
    protected RecordType getRecordType() {
        return type;
    }

    @Override
    protected int getFieldCount() {
        return cells;
    }

    @Override
    protected void beginRecord(long startingLine) {
        type = RecordType.DATA;
        cells = 0;
        at = 1;
        sink.begin(startingLine);
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        int from = offset;
        int to = offset + length;
        while (from < to && isBlank(buffer[from])) {
            from++;
        }
        while (to > from && isBlank(buffer[to - 1])) {
            to--;
        }
        if (!skipsEmpty || quoted || from < to) {
            sink.cell(cells++, buffer, from, to, quoted, at + from - offset);
        }
        at += length + (quoted ? 3 : 1);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0';
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        type = RecordType.COMMENT;
    }

    @Override
    protected void setEmpty() {
        type = RecordType.EMPTY;
    }

    @Override
    protected Boolean buildRecord() {
        if (type == RecordType.DATA && cells > 0) {
            sink.end(cells);
        }
        return Boolean.TRUE;
    }

    /** A text whose tabs are blanks. */
    private static final class TabsAsBlanks extends FilterReader {
        TabsAsBlanks(Reader text) {
            super(text);
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            return c == '\t' ? ' ' : c;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            for (int i = offset; i < offset + count; i++) {
                if (buffer[i] == '\t') {
                    buffer[i] = ' ';
                }
            }
            return count;
        }
    }
}
