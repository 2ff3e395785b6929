package org.converge4j.table;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cells that are no numbers as their table spells them, but are some to people: {@code 1,200,300}, {@code $12}, {@code 12 %}, {@code (5)}. */
public final class Numerals {
    /** Of the cells; others may hold nothing, in words that nobody knows. */
    private static final double MOST = 0.9;

    private static final int LONGEST = 40;

    private static final List<NumberSpelling> SPELLINGS = List.of(
            new NumberSpelling('.', ','),
            new NumberSpelling(',', Dialect.NONE),
            new NumberSpelling(',', '.'),
            new NumberSpelling('.', ' '),
            new NumberSpelling(',', ' '),
            new NumberSpelling('.', '\''),
            new NumberSpelling('.', '_'));

    private static final Pattern SIGNED = Pattern.compile(
            "(?<open>[(]?)[-+]?\\s*(?<before>\\p{Sc}|[A-Z]{1,2}\\$|[A-Z]{3}|Rs\\.?|)\\s*(?<number>[-+]?[.,]?\\d[\\d.,' ]*)"
                    + "(?<behind>[%‰\\p{Sc}]|°?\\p{L}{1,8}([/²³]\\p{L}{0,3})?|)\\s*[)]?");

    private final List<NumberSpelling> possible;

    /**
     * @param now how the table spells numbers
     * @param hasFractions whether some of them have a decimal point, so that a comma is none
     */
    public Numerals(NumberSpelling now, boolean hasFractions) {
        this.possible = SPELLINGS.stream()
                .filter(one -> !one.equals(now) && !(hasFractions && one.decimal() == ','))
                .toList();
    }

    /** How some cells become numbers, if they do. */
    public Optional<Way> way(Collection<String> cells) {
        List<NumberSpelling> spellings = spelled(possible, cells);
        if (!spellings.isEmpty()) {
            return Optional.of(new Way(spellings, false));
        }
        if (!spelled(SPELLINGS, cells).isEmpty()) {
            return Optional.of(new Way(List.of(), false));
        }
        List<String> signs = cells.stream()
                .flatMap(cell -> signs(cell).stream())
                .filter(sign -> !sign.isBlank())
                .distinct()
                .toList();
        return areMost(cells, cell -> signs(cell).isPresent()) && signs.size() <= 1
                ? Optional.of(new Way(List.of(), signs.stream().anyMatch(sign -> sign.matches(".*\\p{L}"))))
                : Optional.empty();
    }

    private static List<NumberSpelling> spelled(List<NumberSpelling> ways, Collection<String> cells) {
        return ways.stream()
                .filter(spelling -> areMost(cells, cell -> !Double.isNaN(spelling.parse(cell))))
                .toList();
    }

    /** Whether the numbers in cells, signed or not, have decimal commas. */
    public static boolean haveCommas(Collection<String> cells) {
        List<String> bare = cells.stream()
                .map(cell -> signs(cell).isEmpty() ? cell : SIGNED.matcher(cell).replaceFirst("${number}"))
                .map(String::strip)
                .toList();
        return spelled(SPELLINGS, bare).stream()
                .findFirst()
                .filter(spelling -> spelling.decimal() == ',')
                .isPresent();
    }

    private static Optional<String> signs(String cell) {
        Matcher signed = SIGNED.matcher(cell);
        if (cell.length() > LONGEST || !signed.matches()) {
            return Optional.empty();
        }
        String signs = signed.group("before") + " " + signed.group("behind");
        return signs.isBlank() && signed.group("open").isEmpty() ? Optional.empty() : Optional.of(signs);
    }

    private static boolean areMost(Collection<String> cells, Predicate<String> some) {
        return !cells.isEmpty() && cells.stream().filter(some).count() >= MOST * cells.size();
    }

    /**
     * How cells become numbers.
     *
     * @param spellings by each of which they are some, the likeliest first; without signs, or by a spelling other than the
     *     table's, where there is none
     * @param isUnit whether letters follow them, as they also do in codes
     */
    public record Way(List<NumberSpelling> spellings, boolean isUnit) {}
}
