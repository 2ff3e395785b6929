package org.converge4j.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The records of an experiment: one file a run, each written whole or not at all. */
public final class RecordStore {
    private static final String SUFFIX = ".json";

    private final Path folder;

    /**
     * The store of a results folder.
     *
     * @param results the folder that holds {@code runs/}
     */
    public RecordStore(Path results) {
        this.folder = results.resolve("runs");
    }

    /** Keeps a record. */
    public void write(String id, String record) {
        try {
            WholeFile.write(file(id), record + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads every record in turn, and names those that are damaged. */
    public void readAll(Consumer<RunRecord> sink, Consumer<String> damaged) {
        files().sorted().forEach(file -> {
            try {
                sink.accept(read(file));
            } catch (DamagedRecordException broken) {
                damaged.accept(file.getFileName() + ": " + broken.getMessage());
            }
        });
    }

    private RunRecord read(Path file) {
        try {
            return RecordFormat.read(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Stream<Path> files() {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(f -> f.toString().endsWith(SUFFIX)).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + SUFFIX);
    }
}
