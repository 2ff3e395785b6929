package org.converge4j.experiment;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;

/**
 * A file that a problem reads. What it contains decides the numbers of a run, where it lies does not.
 *
 * @param path relative to the experiment file, or as the user wrote it
 * @param sha256 of its bytes, in hexadecimal
 */
public record SourceFile(String path, String sha256) {
    public SourceFile {
        requireNonNull(path, "path");
        requireNonNull(sha256, "sha256");
    }

    /** Stands for a file that the user has not named yet. */
    public static final SourceFile NONE = new SourceFile("", "");

    /** The path, as labels and lists show the file. */
    @Override
    public String toString() {
        return path;
    }

    /** The value itself, or the file that a JSON object stands for. */
    static Object ifOne(Object value) {
        return value instanceof Map<?, ?> map && map.keySet().equals(Set.of("path", "sha256"))
                ? new SourceFile(String.valueOf(map.get("path")), String.valueOf(map.get("sha256")))
                : value;
    }
}
