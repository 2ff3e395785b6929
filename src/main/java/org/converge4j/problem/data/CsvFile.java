package org.converge4j.problem.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.converge4j.catalog.message.Mismatch;

/** A comma-separated file with a heading line, read once from top to bottom without being held in memory. */
final class CsvFile {
    private static final long LARGEST = 512L << 20;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private final Path path;
    private final String name;

    /**
     * @param name as messages call it
     */
    CsvFile(Path path, String name) {
        this.path = path;
        this.name = name;
    }

    /**
     * Reads the file.
     *
     * @param open takes the heading and gives what takes each line below it
     * @throws ProblemException if it is no such file, naming the line
     */
    void read(Function<List<String>, Consumer<Line>> open) {
        checkFile();
        try (CSVParser parser = FORMAT.parse(Files.newBufferedReader(path, StandardCharsets.UTF_8))) {
            List<String> heading = parser.getHeaderNames();
            checkHeading(heading);
            Consumer<Line> sink = open.apply(heading);
            long line = parser.getCurrentLineNumber() + 1;
            for (CSVRecord cells : parser) {
                sink.accept(checked(new Line(name, line, heading, cells)));
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
            throw refusal(unreadable);
        }
    }

    private void checkFile() {
        try {
            if (!Files.isRegularFile(path)) {
                throw new ProblemException(name + ": no such file");
            }
            if (Files.size(path) > LARGEST) {
                throw new ProblemException(name + ": "
                        + Mismatch.of(
                                "at most " + LARGEST + " bytes (512 MiB), for training holds all rows in memory",
                                Long.toString(Files.size(path))));
            }
            checkMark();
        } catch (IOException unreadable) {
            throw new ProblemException(name + ": cannot be read: " + unreadable.getMessage());
        }
    }

    private void checkMark() throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(path)) {
            start = in.readNBytes(3);
        }
        int first = start.length < 2 ? 0 : (start[0] & 0xFF) << 8 | (start[1] & 0xFF);
        if (first == 0xFEFF || first == 0xFFFE) {
            throw new ProblemException(name + ":1: " + Mismatch.of("UTF-8", "UTF-16"));
        }
        if (first == 0xEFBB && start.length == 3 && (start[2] & 0xFF) == 0xBF) {
            throw new ProblemException(
                    name + ":1: expected UTF-8 without a byte-order mark, found one before the heading"
                            + " (sed -i '1s/^\\xEF\\xBB\\xBF//' " + name + " removes it)");
        }
    }

    private void checkHeading(List<String> heading) {
        if (heading.isEmpty() || heading.stream().anyMatch(String::isEmpty)) {
            throw new ProblemException(name + ":1: "
                    + Mismatch.of(
                            "a heading line that names every column",
                            heading.isEmpty() ? "nothing" : "a column without a name"));
        }
    }

    private static Line checked(Line line) {
        if (line.cells().size() != line.heading().size()) {
            throw new ProblemException(line.place() + ": "
                    + Mismatch.of(
                            line.heading().size() + " cells as in the heading",
                            Integer.toString(line.cells().size())));
        }
        return line;
    }

    private ProblemException refusal(Exception unreadable) {
        Throwable cause = unreadable.getCause();
        if (unreadable instanceof UncheckedIOException && cause instanceof IOException wrapped) {
            return refusal(wrapped);
        }
        if (unreadable instanceof CharacterCodingException) {
            return new ProblemException(
                    name + firstUndecodable().map(line -> ":" + line).orElse("") + ": "
                            + Mismatch.of("UTF-8 text", "bytes that are not UTF-8"));
        }
        return new ProblemException(
                name + ": expected a comma-separated table (RFC 4180), found none: " + unreadable.getMessage());
    }

    private Optional<Long> firstUndecodable() {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readAllBytes();
            int from = 0;
            for (long line = 1; from < bytes.length; line++) {
                int to = from;
                while (to < bytes.length && bytes[to] != '\n') {
                    to++;
                }
                if (!isUtf8(ByteBuffer.wrap(bytes, from, to - from))) {
                    return Optional.of(line);
                }
                from = to + 1;
            }
        } catch (IOException unreadable) {
            // the line stays unsaid
        }
        return Optional.empty();
    }

    private static boolean isUtf8(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    /**
     * A line below the heading.
     *
     * @param file as messages call it
     * @param number from 1, the heading's
     */
    record Line(String file, long number, List<String> heading, CSVRecord cells) {
        String cell(int column) {
            return cells.get(column);
        }

        /** {@code file:line}. */
        String place() {
            return file + ":" + number;
        }

        /** The refusal of a cell. */
        ProblemException refuse(int column, String expected) {
            return new ProblemException(place() + ": column " + heading.get(column) + ": "
                    + Mismatch.of(expected, Mismatch.quoted(cell(column))));
        }
    }
}
