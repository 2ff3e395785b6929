package org.converge4j.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** The results folder that version 0.1 wrote (schema 1): sgd at 0.1 and at 100, where it diverges, and adam, on three seeds. */
public final class Released {
    /** Where it lies. */
    public static final Path FOLDER = Path.of("src/test/resources/results/schema-1");

    /** A folder as somebody may send it, with paths over loss surfaces and models: Linear and a valley, three trials on two seeds. */
    public static final Path SENT = Path.of("src/test/resources/results/sent");

    private Released() {}

    /** Its records' files, by name. */
    public static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("runs"))) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The text of its first record, without the line end. */
    public static String text() {
        return text(files().get(0));
    }

    /** The text of a record's file, without the line end. */
    public static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The text of a record without its checksum, as a JSON object. */
    public static String unsealed(String record) {
        return record.substring(0, record.lastIndexOf(",\"checksum\"")) + "}";
    }

    /** A JSON object with a checksum that is right: CRC-32C over all that is before it. */
    public static String sealed(String json) {
        String open = json.substring(0, Math.max(0, json.length() - 1));
        CRC32C crc = new CRC32C();
        crc.update(open.getBytes(StandardCharsets.UTF_8));
        return open + ",\"checksum\":\"crc32c:%08x\"}".formatted(crc.getValue());
    }

    /** Copies all of it to another folder. */
    public static Path copyTo(Path folder) throws IOException {
        return copyTo(FOLDER, folder);
    }

    /** Copies a folder. */
    public static Path copyTo(Path original, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(original.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return folder;
    }
}
