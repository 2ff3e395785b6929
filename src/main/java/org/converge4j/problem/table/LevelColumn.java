package org.converge4j.problem.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Categories: texts, or numbers that only tell apart. */
final class LevelColumn extends Column {
    /** Stands for cells that hold nothing, where they are kept. */
    private static final String MISSING = "missing";

    private static final int MOST = 1000;

    /** Of a category, in characters: its name goes into every record. */
    static final int LONGEST = 400;

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> found = new ArrayList<>();
    private final Set<String> missingWords;
    private final boolean open;
    private final ForeignCells foreign = new ForeignCells();
    private long[] counts = new long[16];
    private int[] positions = new int[0];
    private @Nullable List<String> levels;

    /** Levels to be found out. */
    LevelColumn(String name, Role role, Set<String> missingWords) {
        super(name, role);
        this.missingWords = missingWords;
        this.open = true;
    }

    /** The levels of another table's column, in their order; others are foreign. */
    LevelColumn(LevelColumn known) {
        super(known.name(), known.role());
        this.missingWords = known.missingWords;
        this.open = false;
        known.levels().forEach(this::learn);
    }

    @Override
    double read(char[] buffer, int from, int to, long line, int at) {
        String cell = new String(buffer, from, to - from);
        if (missingWords.contains(cell.toLowerCase(Locale.ROOT))) {
            return Double.NaN;
        }
        return code(cell, line, at);
    }

    /** What stands for a cell that holds nothing, as a level of its own. */
    double missingLevel(long line) {
        return code(MISSING, line, 1);
    }

    private double code(String level, long line, int at) {
        Integer code = codes.get(level);
        if (code != null) {
            return code;
        }
        if (!open || codes.size() == MOST || level.length() > LONGEST) {
            foreign.meet(level, file(), line, at);
            return STRANGE;
        }
        return learn(level);
    }

    private int learn(String level) {
        int code = codes.size();
        codes.put(level, code);
        found.add(level);
        if (code == counts.length) {
            counts = Arrays.copyOf(counts, 2 * code);
        }
        return code;
    }

    /** Notes that a row with this level stays. */
    void keep(double code) {
        counts[(int) code]++;
    }

    @Override
    void keepStrange() {
        foreign.keep();
    }

    @Override
    boolean isEmpty() {
        return foreign.count() == 0 && missing() > 0 && codes.keySet().stream().allMatch(MISSING::equals);
    }

    /** Cells of levels that are not known, of one more than are kept apart, or that are too long. */
    ForeignCells foreign() {
        return foreign;
    }

    /** Whether the levels were known before. */
    boolean isClosed() {
        return !open;
    }

    /** Those of the rows that stay, once all are read: in numerical order where all are numbers, otherwise as texts. */
    List<String> levels() {
        if (levels == null) {
            levels = open
                    ? found.stream()
                            .filter(level -> count(level) > 0)
                            .sorted(LevelColumn::compare)
                            .toList()
                    : List.copyOf(found);
        }
        return levels;
    }

    /** How many rows hold a level. */
    long count(String level) {
        return counts[codes.getOrDefault(level, 0)];
    }

    private static int compare(String one, String other) {
        try {
            int numerically = Double.compare(Double.parseDouble(one), Double.parseDouble(other));
            return numerically == 0 ? one.compareTo(other) : numerically;
        } catch (NumberFormatException texts) {
            return one.compareTo(other);
        }
    }

    @Override
    int width() {
        return levels().size();
    }

    @Override
    List<String> names() {
        return levels().stream().map(level -> name() + "=" + level).toList();
    }

    @Override
    void write(double value, double[] table, int at) {
        table[at + positions()[(int) value]] = 1;
    }

    /** Where each level stands among the sorted ones. */
    private int[] positions() {
        if (positions.length != codes.size()) {
            positions = new int[codes.size()];
            List<String> sorted = levels();
            IntStream.range(0, sorted.size()).forEach(i -> positions[codes.getOrDefault(sorted.get(i), 0)] = i);
        }
        return positions;
    }
}
