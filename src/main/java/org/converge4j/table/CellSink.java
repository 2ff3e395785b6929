package org.converge4j.table;

/** Takes the cells of a table in their order. */
public interface CellSink {
    /**
     * The beginning of a row.
     *
     * @param line from 1
     */
    default void begin(long line) {}

    /**
     * A cell, trimmed. Its characters are only lent.
     *
     * @param column of the table, from 0
     * @param buffer holds the cell
     * @param from its first character
     * @param to after its last character
     * @param quoted whether quotes stood around it
     * @param at where it begins in its line, from 1
     */
    void cell(int column, char[] buffer, int from, int to, boolean quoted, int at);

    /**
     * The end of a row.
     *
     * @param cells that it had
     */
    void end(int cells);
}
