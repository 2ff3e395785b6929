package org.converge4j.problem.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.converge4j.problem.table.Column.Role;
import org.converge4j.table.Hints;
import org.converge4j.table.TableFile;

/**
 * A file that has been read from top to bottom.
 *
 * @param columns those that are kept, in the file's order
 * @param pass the rows, and what was noticed on the way
 */
record Reading(TableFiles files, List<Column> columns, TablePass pass) {
    /** The first file. */
    TableFile file() {
        return files.first();
    }

    /**
     * Reads a table. Features are numbers until a cell is none; where categories are to be found out, the file is then read
     * again.
     */
    static Reading of(TableFiles files, Csv settings, Roles roles) {
        TableFile file = files.first();
        Hints hints = settings.hints();
        boolean isAuto = Roles.isAuto(settings, file);
        Set<Integer> levels = new HashSet<>(roles.categorical());
        roles.columns().forEach((index, role) -> {
            boolean isText = isAuto && role == Role.FEATURE && file.strangers(index, hints) > 0.5;
            if (role == Role.LABEL || isText) {
                levels.add(index);
            }
        });
        while (true) {
            Reading reading = read(files, settings, roles, levels);
            Set<Integer> texts = isAuto ? reading.texts(roles) : Set.of();
            if (!levels.addAll(texts)) {
                return reading;
            }
        }
    }

    private static Reading read(TableFiles files, Csv settings, Roles roles, Set<Integer> levels) {
        TableFile file = files.first();
        Set<String> missing = settings.hints().missing();
        List<Column> columns = new ArrayList<>();
        int[] slots = new int[file.columns().size()];
        Arrays.fill(slots, -1);
        roles.columns().forEach((index, role) -> {
            slots[index] = columns.size();
            String name = file.columns().get(index);
            columns.add(
                    role == Role.SEQUENCE
                            ? new SequenceColumn(name)
                            : levels.contains(index)
                                    ? new LevelColumn(name, role, missing)
                                    : new NumberColumn(
                                            name, role, file.dialect().numbers(), missing));
        });
        if (files.isFolder()) {
            columns.add(new SequenceColumn("file"));
        }
        return read(files, settings, columns, slots);
    }

    /** Reads rows for testing into columns like those of the rows for training. */
    static Reading like(Reading training, TableFiles files, Csv settings, Mistakes mistakes) {
        TableFile file = files.first();
        Set<String> missing = settings.hints().missing();
        List<Column> columns = training.columns.stream()
                .map(column -> like(column, file, missing))
                .toList();
        int[] slots = new int[file.columns().size()];
        Arrays.fill(slots, -1);
        for (int slot = 0; slot < columns.size(); slot++) {
            int index = file.columns().indexOf(columns.get(slot).name());
            if (index < 0 && files.isFolder() && columns.get(slot).role() == Role.SEQUENCE) {
                continue;
            }
            if (index < 0) {
                mistakes.add(file.name() + ":1: expected the columns of "
                        + training.file().name() + ", found no "
                        + columns.get(slot).name());
            } else {
                slots[index] = slot;
            }
        }
        mistakes.check();
        return read(files, settings, columns, slots);
    }

    private static Column like(Column column, TableFile file, Set<String> missing) {
        if (column instanceof SequenceColumn) {
            return new SequenceColumn(column.name());
        }
        return column instanceof LevelColumn known
                ? new LevelColumn(known)
                : new NumberColumn(column.name(), column.role(), file.dialect().numbers(), missing);
    }

    private static Reading read(TableFiles files, Csv settings, List<Column> columns, int[] slots) {
        TablePass pass = new TablePass(columns, slots, settings.missing(), files.name());
        for (TableFile file : files.all()) {
            pass.turn(files.within(file));
            file.read(pass);
        }
        return new Reading(files, columns, pass);
    }

    private Set<Integer> texts(Roles roles) {
        Map<String, Integer> indices = new HashMap<>();
        roles.columns().keySet().forEach(index -> indices.put(file().columns().get(index), index));
        Set<Integer> texts = new HashSet<>();
        for (Column column : columns) {
            if (column instanceof NumberColumn numbers && numbers.isText() && column.role() == Role.FEATURE) {
                Optional.ofNullable(indices.get(column.name())).ifPresent(texts::add);
            }
        }
        return texts;
    }

    /** How many columns of the data some columns become. */
    static int width(List<Column> columns) {
        return columns.stream().mapToInt(Column::width).sum();
    }

    /** The places among the kept columns that a feature, or what is predicted, has. */
    int[] slots(boolean predicted) {
        return IntStream.range(0, columns.size())
                .filter(slot -> columns.get(slot).role().isPredicted() == predicted)
                .filter(slot -> columns.get(slot).role() != Role.SEQUENCE)
                .toArray();
    }

    /** What tells sequences apart, where rows are steps of some. */
    Optional<SequenceColumn> sequences() {
        return columns.stream()
                .flatMap(column -> column instanceof SequenceColumn one ? Stream.of(one) : Stream.empty())
                .findFirst();
    }
}
