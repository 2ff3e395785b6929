package org.converge4j.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.converge4j.catalog.Nearest;

/**
 * The cells of a comma-separated file as it stands.
 *
 * @param file as messages call it
 * @param columns the heading line
 * @param cells the lines below it, all as long as the heading
 */
record CsvTable(String file, List<String> columns, List<CSVRecord> cells) {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();

    static CsvTable read(Path path, String name) {
        try (CSVParser parser = FORMAT.parse(Files.newBufferedReader(path, StandardCharsets.UTF_8))) {
            CsvTable table = new CsvTable(name, parser.getHeaderNames(), parser.getRecords());
            table.checkShape();
            return table;
        } catch (NoSuchFileException missing) {
            throw new ProblemException(name + ": no such file");
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
            throw new ProblemException(name + ": not a comma-separated UTF-8 table: " + unreadable.getMessage());
        }
    }

    int rows() {
        return cells.size();
    }

    /** All columns but the target and those ignored; every named one must exist. */
    List<String> columnsExcept(String target, List<String> ignored) {
        require(target);
        ignored.forEach(this::require);
        List<String> rest = columns.stream()
                .filter(c -> !c.equals(target) && !ignored.contains(c))
                .toList();
        if (rest.isEmpty()) {
            throw new ProblemException(file + ": no column is left as a feature");
        }
        return rest;
    }

    /** The named columns as numbers, row by row. */
    double[] numbers(List<String> names) {
        return cells.stream()
                .flatMapToDouble(row -> names.stream().mapToDouble(name -> number(row, name)))
                .toArray();
    }

    private double number(CSVRecord row, String column) {
        String cell = row.get(column);
        try {
            double value = Double.parseDouble(cell);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // said below, with the place
        }
        throw new ProblemException(file + ":" + (row.getRecordNumber() + 1) + ": column " + column + ": found \"" + cell
                + "\"; a finite number is accepted (ignore: [" + column + "] leaves the column out)");
    }

    private void checkShape() {
        if (cells.isEmpty()) {
            throw new ProblemException(file + ": no rows below the heading line");
        }
        for (CSVRecord row : cells) {
            if (row.size() != columns.size()) {
                throw new ProblemException(file + ":" + (row.getRecordNumber() + 1) + ": found " + row.size()
                        + " cells; the heading has " + columns.size());
            }
        }
    }

    private void require(String column) {
        if (!columns.contains(column)) {
            throw new ProblemException(file + ": there is no column \"" + column + "\"; there are "
                    + String.join(", ", columns) + "." + Nearest.hint(column, columns));
        }
    }
}
