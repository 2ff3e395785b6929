package org.converge4j.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.converge4j.result.store.WholeFile;

/**
 * What a builder writes for the command line's path to read: an experiment file and the files it names, in a folder that is
 * gone when this is closed.
 *
 * @param folder where they are
 */
record Inputs(Path folder) implements AutoCloseable {
    private static final String EXPERIMENT = "experiment.yaml";

    /**
     * Writes them.
     *
     * @param files text by name
     */
    static Inputs of(String experiment, Map<String, String> files) {
        try {
            Path folder = Files.createTempDirectory("converge");
            Files.writeString(folder.resolve(EXPERIMENT), experiment);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            return new Inputs(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path experiment() {
        return folder.resolve(EXPERIMENT);
    }

    /** Copies them to where they stay, and gives that folder. */
    Path keep(Path target) {
        try {
            for (Path file : list()) {
                WholeFile.write(target.resolve(file.getFileName().toString()), Files.readString(file));
            }
            return target;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Override
    public void close() {
        try {
            for (Path file : list()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
