package org.converge4j.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.converge4j.result.store.StorageException;
import org.converge4j.result.store.Temporary;
import org.converge4j.result.store.WholeFile;

/**
 * The files that a builder's experiment names, written for the command line's path to read, in a folder that is gone when this is
 * closed.
 *
 * @param folder where they are
 */
record Inputs(Path folder) implements AutoCloseable {
    /**
     * Writes them.
     *
     * @param files text by name
     */
    static Inputs of(Map<String, String> files) {
        Path folder = Temporary.folder();
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            return new Inputs(folder);
        } catch (IOException failure) {
            new Inputs(folder).close();
            throw new StorageException(Temporary.place(), failure);
        }
    }

    /** Copies them to where they stay, and gives that folder. */
    Path keep(Path target) {
        try {
            for (Path file : list()) {
                WholeFile.write(target.resolve(file.getFileName().toString()), Files.readString(file));
            }
            return target;
        } catch (IOException failure) {
            throw new StorageException(target, failure);
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
            throw new StorageException(Temporary.place(), failure);
        }
    }
}
