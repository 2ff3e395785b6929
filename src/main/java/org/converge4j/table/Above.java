package org.converge4j.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What stands above heading and rows and is none of them: a title, a remark, or how many rows and columns follow.
 *
 * @param rows that it takes of the file's
 * @param words what it is, to be said
 */
record Above(int rows, String words) {
    /** Nothing stands there. */
    static final Above NOTHING = new Above(0, "");

    private static final int MOST = 30;

    /** Rows that a table must have for anything above them to be told from it. */
    private static final int FEWEST = 2;

    private static final int LONGEST = 40;

    /** That of these rows, the first of which may be it. */
    static Above of(List<Sample.Row> rows, Hints hints, NumberSpelling numbers, char separator, boolean isWhole) {
        int width = Layout.width(rows);
        if (width < 2 || rows.size() <= FEWEST) {
            return NOTHING;
        }
        if (counts(rows, width, isWhole)) {
            return new Above(1, "line " + rows.get(0).line() + ", which counts rows and columns");
        }
        int titles = 0;
        while (titles < Math.min(MOST, rows.size() - FEWEST) && isTitle(rows.get(titles), width, separator)) {
            titles++;
        }
        Sample.Row first = rows.get(titles);
        if (titles == 0 || first.width() < width - 1) {
            return NOTHING;
        }
        boolean mayBeNames = titles == 1 // R names all columns but that of row names; names may have blanks
                && rows.get(0).width() >= width - 1;
        if (mayBeNames && !new HeadingFinder(rows.subList(1, rows.size()), hints, numbers).find()) {
            return NOTHING;
        }
        String lines = titles == 1 ? "a line" : titles + " lines";
        return new Above(titles, lines + " above the table (" + text(rows.get(0)) + ")");
    }

    /** Far fewer cells than the rows have, or one that holds something; or more, where each word is a cell. */
    private static boolean isTitle(Sample.Row row, int width, char separator) {
        long filled =
                row.cells().stream().filter(cell -> !cell.text().isEmpty()).count();
        return row.width() < width - 1
                || (filled == 1 && (width > 2 || row.width() < width))
                || (separator == ' '
                        && row.width() > width
                        && row.cells().stream().noneMatch(cell -> CellKind.of(cell.text()) == CellKind.NUMBER));
    }

    /** {@code 150,4,setosa,versicolor,virginica}, as scikit-learn writes, or {@code 3000 300}, as word2vec does. */
    private static boolean counts(List<Sample.Row> rows, int width, boolean isWhole) {
        List<String> first = rows.get(0).cells().stream().map(Sample.Cell::text).toList();
        if (first.size() < 2 || (first.size() == width && width == 2)) {
            return false;
        }
        Optional<Integer> count = whole(first.get(0));
        boolean columns = whole(first.get(1)).filter(c -> c == width - 1).isPresent();
        boolean others = first.stream().skip(2).allMatch(cell -> whole(cell).isEmpty());
        int below = rows.size() - 1;
        return columns
                && others
                && count.filter(c -> isWhole ? c == below : c >= below).isPresent();
    }

    private static Optional<Integer> whole(String cell) {
        return cell.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(cell)) : Optional.empty();
    }

    private static String text(Sample.Row row) {
        String text = row.cells().stream()
                .map(Sample.Cell::text)
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(" "));
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
