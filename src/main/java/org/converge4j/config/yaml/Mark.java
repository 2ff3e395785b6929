package org.converge4j.config.yaml;

/**
 * A place in a file.
 *
 * @param file as the user named it
 * @param line from 1
 * @param column from 1
 */
public record Mark(String file, int line, int column) {
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
