package org.converge4j.table;

import java.util.List;
import java.util.regex.Pattern;

/** Finds how numbers are spelled: which mark comes before fractions, and whether thousands are marked. */
final class SpellingFinder {
    /** Marks that only group digits. */
    private static final List<Character> GROUPING = List.of('\u00a0', '\u202f', ' ', '\'');

    private static final List<Pattern> GROUPED = GROUPING.stream()
            .map(mark -> Pattern.compile("[+-]?[1-9]\\d{0,2}(" + mark + "\\d{3})+([.,]\\d+)?"))
            .toList();

    private final Hints hints;
    private final char separator;
    private final Evidence comma = new Evidence(',', '.');
    private final Evidence point = new Evidence('.', ',');
    private char grouping = Dialect.NONE;

    SpellingFinder(Hints hints, char separator) {
        this.hints = hints;
        this.separator = separator;
    }

    /** How the numbers of these rows are spelled. */
    NumberSpelling find(List<Sample.Row> rows) {
        rows.forEach(row -> row.cells().forEach(cell -> look(cell.text())));
        char decimal = hints.decimal().orElseGet(this::decimal);
        return new NumberSpelling(decimal, hints.thousands().orElseGet(() -> thousands(decimal)));
    }

    /** A cell that one reader takes for a fraction and another for thousands, where no other cell tells which. */
    boolean isOpen() {
        return hints.decimal().isEmpty()
                && hints.thousands().isEmpty()
                && separator != ','
                && comma.either > 0
                && comma.fractions + comma.groups + point.fractions + point.groups + point.either == 0;
    }

    private char decimal() {
        boolean commas = comma.fractions > 0 || (point.groups > 0 && point.fractions == 0 && comma.either > 0);
        return separator != ',' && commas && comma.fractions >= point.fractions ? ',' : '.';
    }

    private char thousands(char decimal) {
        Evidence other = decimal == ',' ? point : comma;
        boolean marked = decimal == ','
                ? other.groups + other.either > 0
                : other.groups > 0 || (other.either > 0 && point.fractions > 0);
        if (separator != ',' && marked) {
            return other.mark;
        }
        return grouping;
    }

    private void look(String cell) {
        if (cell.length() > CellKind.LONGEST_NUMBER) {
            return;
        }
        comma.look(cell);
        point.look(cell);
        for (int i = 0; i < GROUPING.size(); i++) {
            char mark = GROUPING.get(i);
            if (mark != separator
                    && cell.indexOf(mark) > 0
                    && GROUPED.get(i).matcher(cell).matches()) {
                grouping = mark;
            }
        }
    }

    /** What cells say of a mark. */
    private static final class Evidence {
        private final char mark;
        private final Pattern fraction;
        private final Pattern group;
        private final Pattern open;
        private int fractions;
        private int groups;
        private int either;

        Evidence(char mark, char other) {
            this.mark = mark;
            String m = Pattern.quote(Character.toString(mark));
            String o = Pattern.quote(Character.toString(other));
            this.fraction = Pattern.compile("[+-]?(\\d*" + m + "\\d+|\\d+" + m + "|\\d{1,3}((" + o
                    + "|[ '\u00a0\u202f])\\d{3})+" + m + "\\d+)([eE][+-]?\\d+)?");
            this.group = Pattern.compile("[+-]?[1-9]\\d{0,2}(" + m + "\\d{3}){2,}(" + o + "\\d+)?|[+-]?[1-9]\\d{0,2}("
                    + m + "\\d{3})+" + o + "\\d+");
            this.open = Pattern.compile("[+-]?[1-9]\\d{0,2}" + m + "\\d{3}");
        }

        void look(String cell) {
            if (cell.indexOf(mark) < 0) {
                return;
            }
            if (open.matcher(cell).matches()) {
                either++;
            } else if (group.matcher(cell).matches()) {
                groups++;
            } else if (fraction.matcher(cell).matches()) {
                fractions++;
            }
        }
    }
}
