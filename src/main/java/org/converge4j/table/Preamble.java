package org.converge4j.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the first row and is none: Excel's {@code sep=;}, the attributes of Weka's ARFF, comments.
 *
 * @param lines that it takes, comments apart
 * @param separator that it states
 * @param comment that it implies
 * @param attributes that it names
 * @param remark the comment just before the first row
 */
record Preamble(
        int lines,
        Optional<Character> separator,
        Optional<Character> comment,
        List<String> attributes,
        Optional<String> remark) {
    private static final Pattern EXCEL = Pattern.compile("(?i)sep=(.)\\s*");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?i)@attribute\\s+('[^']*'|\"[^\"]*\"|\\S+).*");

    /** Looks at a text. */
    static Preamble of(Sample sample) {
        List<String> lines = sample.text().lines().limit(100_000).toList();
        if (lines.isEmpty()) {
            return new Preamble(0, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        }
        Matcher excel = EXCEL.matcher(lines.get(0));
        if (excel.matches()) {
            return new Preamble(
                    1, Optional.of(excel.group(1).charAt(0)), Optional.empty(), List.of(), Optional.empty());
        }
        return arff(lines)
                .orElseGet(() -> new Preamble(0, Optional.empty(), Optional.empty(), List.of(), remark(lines)));
    }

    private static Optional<Preamble> arff(List<String> lines) {
        List<String> names = new ArrayList<>();
        boolean begun = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            String word = line.toLowerCase(Locale.ROOT);
            if (!begun && !line.isEmpty() && !line.startsWith("%") && !word.startsWith("@relation")) {
                return Optional.empty();
            }
            begun |= word.startsWith("@relation");
            Matcher attribute = ATTRIBUTE.matcher(line);
            if (attribute.matches()) {
                names.add(attribute.group(1).replaceAll("^['\"]|['\"]$", ""));
            }
            if (word.startsWith("@data")) {
                return Optional.of(new Preamble(i + 1, Optional.of(','), Optional.of('%'), names, Optional.empty()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> remark(List<String> lines) {
        int rows = 0;
        while (rows < lines.size()
                && (lines.get(rows).isBlank() || lines.get(rows).startsWith("#"))) {
            rows++;
        }
        return lines.subList(0, rows).stream()
                .filter(line -> !line.isBlank())
                .reduce((earlier, later) -> later)
                .map(line -> line.replaceFirst("^#+\\s*", ""));
    }

    /** The hints, where nothing is said about it with what stands here. */
    Hints over(Hints hints) {
        return new Hints(
                hints.separator().or(() -> separator),
                hints.quote(),
                hints.decimal(),
                hints.thousands(),
                hints.encoding(),
                hints.heading(),
                hints.comment().or(() -> comment),
                hints.missing(),
                hints.names());
    }

    /** The names of the columns, where they stand before the first row: attributes, or a comment of as many words as the row. */
    List<String> names(char marked, char separator, Sample.Row first) {
        if (!attributes.isEmpty() || marked != '#' || remark.isEmpty()) {
            return attributes;
        }
        String text = remark.orElseThrow();
        List<String> words = separator == ' '
                ? Arrays.asList(text.split("\\s+"))
                : Arrays.stream(text.split(Pattern.quote(Character.toString(separator)), -1))
                        .map(String::strip)
                        .toList();
        boolean fits =
                words.size() == first.width() && words.stream().noneMatch(word -> CellKind.of(word) == CellKind.NUMBER);
        return fits ? words : List.of();
    }
}
