package org.converge4j.result.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.converge4j.catalog.message.Mismatch;

/** Temporary files and folders, whose names nobody but us need know. */
public final class Temporary {
    private static final String PREFIX = "converge";

    private Temporary() {}

    /**
     * A new file.
     *
     * @throws StorageException if there is no folder for it; names that folder
     */
    public static Path file() {
        try {
            return Files.createTempFile(PREFIX, ".txt");
        } catch (IOException none) {
            throw refusal(none);
        }
    }

    /**
     * A new folder.
     *
     * @throws StorageException if there is no folder for it; names that folder
     */
    public static Path folder() {
        try {
            return Files.createTempDirectory(PREFIX);
        } catch (IOException none) {
            throw refusal(none);
        }
    }

    /** A new file in a results folder, for as long as this process is at work there; the next sweeps away what it leaves. */
    public static Path file(Path folder, String name) throws IOException {
        return Files.createFile(Leftovers.temporary(folder.resolve(name)));
    }

    /** The folder that all others lie in. */
    public static Path place() {
        return Path.of(System.getProperty("java.io.tmpdir", ""));
    }

    private static StorageException refusal(IOException none) {
        return new StorageException(
                Mismatch.of("a temporary folder to write to", "none at " + place()) + "; java.io.tmpdir names another.",
                none);
    }
}
