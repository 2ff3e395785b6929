package org.converge4j.problem.table;

/** What may be done about a cell that is no number. */
final class Advice {
    private Advice() {}

    /** That which works for the column's role. */
    static String on(String cell, Column column) {
        if (cell.matches("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?")) {
            return "thousands: \",\" reads it as " + cell.replace(",", "");
        }
        if (cell.matches("[+-]?\\d+,\\d*|[+-]?,\\d+")) {
            return "decimal: \",\" reads it as " + cell.replace(',', '.');
        }
        if (cell.matches("[-+]?\\p{Sc}\\s*[-+\\d.,]+|[-+\\d.,]+\\s*(\\p{Sc}|%)")) {
            String plain = cell.replaceAll("[\\p{Sc}%\\s]", "");
            return plain + " without the sign is a number" + (column.role().isPredicted() ? "" : ", " + others(column));
        }
        return others(column);
    }

    private static String others(Column column) {
        return column.role().isPredicted()
                ? "missingWords says which cells hold nothing, and missing: drop leaves their rows out"
                : "categorical: [" + column.name() + "] reads the column as a category, ignore: [" + column.name()
                        + "] leaves it out, missingWords says which cells hold nothing";
    }
}
