package org.converge4j.table;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The beginning of a table's text, from which its dialect is found.
 *
 * @param text whole lines, unless the first is longer than the sample
 * @param isWhole whether this is all the text there is
 */
record Sample(String text, boolean isWhole) {
    private static final int CHARACTERS = 1 << 18;

    private static final int MOST_CHARACTERS = 1 << 23;
    private static final int FEWEST_LINES = 5;

    /** So many times as far as asked, at most, to the end of a line. */
    private static final int LONG_LINES = 32;

    /** Reads it; more of it where lines are long. */
    static Sample of(Reader text) throws IOException {
        StringBuilder read = new StringBuilder();
        char[] buffer = new char[CHARACTERS];
        int seen = 0;
        int lines = 0;
        int count = text.read(buffer);
        while (count >= 0) {
            read.append(buffer, 0, count);
            for (; lines < FEWEST_LINES && seen < read.length() - 1; seen++) { // what follows the last is not known yet
                lines += isEnd(read, seen) ? 1 : 0;
            }
            boolean isEnough = read.length() >= CHARACTERS && lines == FEWEST_LINES;
            if (isEnough || read.length() >= MOST_CHARACTERS) {
                break;
            }
            count = text.read(buffer);
        }
        int end = Math.max(read.lastIndexOf("\n"), read.lastIndexOf("\r")) + 1;
        return new Sample(count < 0 || end == 0 ? read.toString() : read.substring(0, end), count < 0);
    }

    /** After the end of so many lines, or −1 where there are fewer. */
    private static int lineEnd(CharSequence text, int lines) {
        int left = lines;
        for (int i = 0; i < text.length(); i++) {
            left -= isEnd(text, i) ? 1 : 0;
            if (left == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean isEnd(CharSequence text, int i) {
        char c = text.charAt(i);
        return c == '\n' || (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) != '\n');
    }

    /**
     * Its rows in a dialect that may be the right one.
     *
     * @param most characters to look at, and on to the end of the line
     */
    List<Row> rows(char separator, char quote, char comment, int skipped, int most) {
        int end = text.length() <= most ? -1 : text.indexOf('\n', Math.max(most, lineEnd(text, FEWEST_LINES)));
        int far = end < 0 ? text.length() : end;
        List<Row> rows = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        try {
            CellReader.read(
                    new StringReader(text.substring(0, Math.min(far, (int)
                            Math.min(Integer.MAX_VALUE, (long) LONG_LINES * most)))),
                    separator,
                    quote,
                    comment,
                    skipped,
                    true,
                    new CellSink() {
                        private long line;

                        @Override
                        public void begin(long of) {
                            line = of;
                        }

                        @Override
                        public void cell(int column, char[] buffer, int from, int to, boolean quoted, int at) {
                            cells.add(new Cell(new String(buffer, from, to - from), quoted));
                        }

                        @Override
                        public void end(int count) {
                            rows.add(new Row(List.copyOf(cells), line));
                            cells.clear();
                        }
                    });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return rows;
    }

    /**
     * A row of the sample.
     *
     * @param line where it begins, from 1
     */
    record Row(List<Cell> cells, long line) {
        int width() {
            return cells.size();
        }

        boolean isEmpty() {
            return cells.stream().allMatch(cell -> cell.text().isEmpty());
        }
    }

    /**
     * A cell of the sample.
     *
     * @param quoted whether quotes stood around it
     */
    record Cell(String text, boolean quoted) {
        CellKind kind(Hints hints) {
            return hints.missing().contains(text.toLowerCase(Locale.ROOT))
                    ? CellKind.MISSING
                    : CellKind.of(text, quoted);
        }
    }
}
