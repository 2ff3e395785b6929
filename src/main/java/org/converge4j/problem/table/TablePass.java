package org.converge4j.problem.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.converge4j.problem.data.Missing;
import org.converge4j.table.CellSink;
import org.jspecify.annotations.Nullable;

/** Fills the columns of a table as its file streams by. */
final class TablePass implements CellSink {
    private static final int MOST_LINES_NAMED = 3;

    private final List<Column> columns;
    private final @Nullable Column[] byCell;
    private final int[] slots;
    private final int[] levelSlots;
    private final Missing missing;
    private final Rows rows;
    private final double[] row;
    private final List<String> ragged = new ArrayList<>();
    private final int sequenceSlot;
    private String file = "";
    private String firstRagged = "";
    private double sequence;
    private long raggedRows;
    private long emptyRows;
    private long droppedRows;
    private long line;
    private boolean holdsAnything;
    private boolean holdsTooMuch;
    private boolean misses;
    private boolean isStrange;

    /**
     * @param columns that are kept
     * @param slots for each cell of a row, which of them it is, or −1
     */
    TablePass(List<Column> columns, int[] slots, Missing missing, String name) {
        this.columns = columns;
        this.slots = slots;
        this.byCell = new Column[slots.length];
        for (int i = 0; i < slots.length; i++) {
            byCell[i] = slots[i] < 0 ? null : columns.get(slots[i]);
        }
        this.levelSlots = IntStream.range(0, columns.size())
                .filter(slot -> columns.get(slot) instanceof LevelColumn)
                .toArray();
        this.sequenceSlot = IntStream.range(0, columns.size())
                .filter(slot -> columns.get(slot) instanceof SequenceColumn)
                .findFirst()
                .orElse(-1);
        this.missing = missing;
        this.row = new double[columns.size() + (sequenceSlot < 0 ? 0 : 1)]; // of a step also its line
        this.rows = new Rows(name, row.length);
    }

    /** Turns to a file of a folder, which is a sequence of its own; to nothing for a table alone. */
    void turn(String to) {
        file = to;
        columns.forEach(column -> column.turn(to));
        if (!to.isEmpty() && columns.get(sequenceSlot) instanceof SequenceColumn sequences) {
            sequence = sequences.number(to);
        }
    }

    @Override
    public void begin(long of) {
        line = of;
        holdsAnything = false;
        holdsTooMuch = false;
        misses = false;
        isStrange = false;
    }

    @Override
    public void cell(int index, char[] buffer, int from, int to, boolean quoted, int at) {
        holdsAnything |= from < to;
        if (index >= slots.length) {
            holdsTooMuch |= from < to;
            return;
        }
        Column column = byCell[index];
        if (column != null) {
            double value = column.read(buffer, from, to, line, at);
            row[slots[index]] = value;
            misses |= Double.isNaN(value);
            isStrange |= value == Column.STRANGE;
        }
    }

    @Override
    public void end(int cells) {
        if (!holdsAnything && cells <= slots.length + 1) {
            emptyRows++;
        } else if (holdsTooMuch || cells < slots.length) {
            raggedRows++;
            if (ragged.isEmpty()) {
                firstRagged = file + ":" + line;
            }
            if (ragged.size() < MOST_LINES_NAMED) {
                ragged.add("line " + line + " has " + cells);
            }
        } else {
            if (isStrange) {
                keepStrange();
            }
            if (!misses || isKept()) {
                keep();
            }
        }
    }

    private void keepStrange() {
        for (int slot = 0; slot < columns.size(); slot++) {
            if (row[slot] == Column.STRANGE) {
                columns.get(slot).keepStrange();
            }
        }
    }

    private void keep() {
        if (!file.isEmpty()) {
            row[sequenceSlot] = sequence;
        }
        if (sequenceSlot >= 0) {
            row[columns.size()] = line;
        }
        for (int slot : levelSlots) {
            if (row[slot] != Column.STRANGE && columns.get(slot) instanceof LevelColumn levels) {
                levels.keep(row[slot]);
            }
        }
        rows.add(row);
    }

    /** Whether a row with gaps stays. */
    private boolean isKept() {
        boolean kept = true;
        for (int slot = 0; slot < columns.size(); slot++) {
            if (Double.isNaN(row[slot])) {
                Column column = columns.get(slot);
                column.miss(line);
                boolean fills = missing == Missing.IMPUTE && !column.role().isPredicted();
                kept &= fills;
                if (fills && column instanceof LevelColumn levels) {
                    row[slot] = levels.missingLevel(line);
                    if (row[slot] == Column.STRANGE) {
                        levels.keepStrange();
                    }
                }
            }
        }
        droppedRows += kept ? 0 : 1;
        return kept;
    }

    Rows rows() {
        return rows;
    }

    /** How many rows hold nothing at all. */
    long emptyRows() {
        return emptyRows;
    }

    /** How many rows have gaps that nothing fills. */
    long droppedRows() {
        return droppedRows;
    }

    /** Whether rows are left out that the table's owner may yet complete, so that what is missing in it may not be. */
    boolean isShort() {
        return raggedRows > 0 || (missing != Missing.DROP && droppedRows > 0);
    }

    /** How many rows have more or fewer cells than there are columns. */
    long raggedRows() {
        return raggedRows;
    }

    /** Where the first of those is: {@code :line}, in a folder {@code /file:line}. */
    String firstRagged() {
        return firstRagged;
    }

    /** The first of those: {@code line 3 has 1}. */
    List<String> ragged() {
        return ragged;
    }
}
