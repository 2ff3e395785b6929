package org.converge4j.problem.table;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.converge4j.table.Dialect;
import org.converge4j.table.NumberSpelling;
import org.converge4j.table.Numerals;
import org.converge4j.table.TableFile;

/** What may be done about cells that are no numbers. */
final class Advice {
    private static final Map<Character, String> SEPARATORS =
            Map.of(',', "", ' ', ", sep='\\s+'", '\t', ", sep='\\t'", ';', ", sep=';'", '|', ", sep='|'");

    private Advice() {}

    /**
     * That which makes numbers of cells that are some to people.
     *
     * @param cells of the columns
     */
    static String numbers(Numerals.Way way, TableFile file, List<Column> columns, Collection<String> cells) {
        if (way.spellings().isEmpty()) {
            return stripping(file, columns, Numerals.haveCommas(cells));
        }
        String cell = cells.iterator().next();
        Map<Double, String> readings = new LinkedHashMap<>();
        way.spellings().forEach(spelling -> readings.putIfAbsent(spelling.parse(cell), settings(spelling)));
        return readings.entrySet().stream()
                .map(reading -> reading.getValue() + " reads " + cell + " as " + plain(reading.getKey()))
                .collect(Collectors.joining(", "));
    }

    /** What else works for the role of a column in which a few cells are no numbers. */
    static String others(Column column) {
        return column.role().isPredicted()
                ? "missingWords says which cells hold nothing, and missing: drop leaves their rows out"
                : "categorical: [" + column.spelled() + "] reads the column as a category, ignore: [" + column.spelled()
                        + "] leaves it out, missingWords says which cells hold nothing";
    }

    private static String settings(NumberSpelling spelling) {
        String decimal = spelling.decimal() == ',' ? "decimal: \",\"" : "";
        String thousands = spelling.thousands() == Dialect.NONE ? "" : "thousands: \"" + spelling.thousands() + "\"";
        return decimal + (decimal.isEmpty() || thousands.isEmpty() ? "" : ", ") + thousands;
    }

    /** A number as a table would have it. */
    static String plain(double number) {
        return Double.isNaN(number)
                ? "nothing"
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** A line of Python; no setting reads signs, for what they mean is not the same everywhere. */
    private static String stripping(TableFile file, List<Column> columns, boolean haveCommas) {
        String places = columns.stream()
                .map(column -> Integer.toString(file.columns().indexOf(column.name())))
                .collect(Collectors.joining(", "));
        String table = file.name().replaceFirst("(\\.[^./]*)*$", "-numbers.csv");
        return "python3 -c \"import pandas; t = pandas.read_csv('" + file.name() + "'" + dialect(file)
                + "); c = t.columns[[" + places + "]]; t[c] = t[c].replace({'[(]': '-', "
                + (haveCommas ? "'[.]': '', ',': '.', " : "")
                + "'[^-.0-9]': ''}, regex=True).apply(pandas.to_numeric, errors='coerce'); t.to_csv('" + table
                + "', index=False" + (file.dialect().heading() ? "" : ", header=False") + ")\" makes " + table
                + " without the signs";
    }

    /** How pandas reads the file as it is read here. */
    private static String dialect(TableFile file) {
        Dialect dialect = file.dialect();
        return SEPARATORS.getOrDefault(dialect.separator(), ", sep='" + dialect.separator() + "'")
                + (dialect.quote() == '"' ? "" : ", quotechar='\\''")
                + (dialect.numbers().decimal() == ',' ? ", decimal=','" : "")
                + (dialect.comment() == Dialect.NONE ? "" : ", comment='" + dialect.comment() + "'")
                + (dialect.encoding().name().equals("UTF-8") ? "" : ", encoding='" + dialect.encoding() + "'")
                + (file.skipped() == 0 ? "" : ", skiprows=" + file.skipped())
                + (dialect.heading() ? "" : ", header=None");
    }
}
