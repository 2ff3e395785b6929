package org.converge4j.problem.table;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.problem.table.Column.Role;
import org.converge4j.table.TableFile;

/**
 * Which column of a table is for what.
 *
 * @param columns those that are kept, by their index in the file
 * @param categorical those that the settings call categories
 * @param ignored those that the settings leave out
 */
record Roles(Map<Integer, Role> columns, Set<Integer> categorical, Set<Integer> ignored) {
    /** Stands for all features of text. */
    static final String AUTO = "auto";

    /** The roles that the settings give. */
    static Roles of(TableFile file, Csv settings, Mistakes mistakes) {
        Names names = new Names(file, mistakes);
        Set<Integer> predicted = names.all(settings.predicted());
        Set<Integer> ignored = names.matching(settings.ignore());
        Set<Integer> categorical = names.matching(settings.categorical().stream()
                .filter(word -> !isAuto(word, file))
                .toList());
        ignored.stream()
                .filter(predicted::contains)
                .findFirst()
                .ifPresent(both -> mistakes.add(file.name() + ": column "
                        + file.columns().get(both) + " is to be predicted and ignored; one of both"));
        Set<Integer> sequence = names.all(settings.sequence().isEmpty() ? List.of() : List.of(settings.sequence()));
        Map<Integer, Role> columns = new LinkedHashMap<>();
        for (int i = 0; i < file.columns().size(); i++) {
            if (sequence.contains(i)) {
                columns.put(i, Role.SEQUENCE);
            } else if (predicted.contains(i)) {
                columns.put(i, settings.isClassification() ? Role.LABEL : Role.TARGET);
            } else if (!ignored.contains(i) && !file.leftOut().containsKey(i)) {
                columns.put(i, Role.FEATURE);
            }
        }
        if (!columns.containsValue(Role.FEATURE)) {
            mistakes.add(file.name() + ":1: no column is left as a feature" + hint(file));
        }
        return new Roles(columns, categorical, ignored);
    }

    /** Whether the settings ask that features of text become categories. */
    static boolean isAuto(Csv settings, TableFile file) {
        return settings.categorical().stream().anyMatch(word -> isAuto(word, file));
    }

    private static boolean isAuto(String word, TableFile file) {
        return word.equals(AUTO) && !file.columns().contains(AUTO);
    }

    private static String hint(TableFile file) {
        return file.columns().size() > 1
                ? ""
                : "; it was read with " + file.dialect().spoken() + ", separator: says otherwise";
    }

    /** What the settings call columns. */
    private record Names(TableFile file, Mistakes mistakes) {
        Set<Integer> all(List<String> words) {
            Set<Integer> found = new LinkedHashSet<>();
            words.forEach(word -> index(word).ifPresentOrElse(found::add, () -> unknown(word)));
            return found;
        }

        Set<Integer> matching(List<String> words) {
            Set<Integer> found = new LinkedHashSet<>();
            for (String word : words) {
                OptionalInt index = index(word);
                Set<Integer> matches = index.isPresent() ? Set.of(index.getAsInt()) : like(word);
                if (matches.isEmpty()) {
                    unknown(word);
                }
                found.addAll(matches);
            }
            return found;
        }

        private Set<Integer> like(String pattern) {
            if (!pattern.contains("*")) {
                return Set.of();
            }
            return IntStream.range(0, file.columns().size())
                    .filter(i -> isLike(pattern, file.columns().get(i)))
                    .boxed()
                    .collect(Collectors.toSet());
        }

        /** Whether a name is a pattern whose stars stand for anything; a regular expression of many stars would take for ever. */
        private static boolean isLike(String pattern, String name) {
            String[] parts = pattern.split("\\*", -1);
            String last = parts[parts.length - 1];
            int end = name.length() - last.length();
            int at = parts[0].length();
            if (end < at || !name.startsWith(parts[0]) || !name.endsWith(last)) {
                return false;
            }
            for (int i = 1; i < parts.length - 1; i++) {
                int found = name.indexOf(parts[i], at);
                if (found < 0 || found + parts[i].length() > end) {
                    return false;
                }
                at = found + parts[i].length();
            }
            return true;
        }

        private OptionalInt index(String word) {
            int named = file.columns().indexOf(word);
            if (named >= 0) {
                return OptionalInt.of(named);
            }
            if (word.equals("last")) {
                return IntStream.range(0, file.columns().size())
                        .filter(i -> !file.leftOut().containsKey(i))
                        .max();
            }
            return file.isNamed() ? OptionalInt.empty() : number(word);
        }

        private OptionalInt number(String word) {
            if (!word.matches("[1-9]\\d{0,6}")
                    || Integer.parseInt(word) > file.columns().size()) {
                return OptionalInt.empty();
            }
            return OptionalInt.of(Integer.parseInt(word) - 1);
        }

        private void unknown(String word) {
            List<String> columns = file.columns();
            if (file.isNamed()) {
                mistakes.add(file.name() + ":1: " + Mismatch.unknown("column " + Mismatch.quoted(word), word, columns)
                        + hint(file));
            } else {
                mistakes.add(file.name() + ":1: unknown column " + Mismatch.quoted(word) + ", expected one of x1 … x"
                        + columns.size() + ", 1 … " + columns.size()
                        + " or last, for there is no heading line; heading:"
                        + " true says that the first is one");
            }
        }
    }
}
