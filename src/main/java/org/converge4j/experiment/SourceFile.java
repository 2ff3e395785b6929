package org.converge4j.experiment;

/**
 * A file that a problem reads. What it contains decides the numbers of a run, where it lies does not.
 *
 * @param path relative to the experiment file, or as the user wrote it
 * @param sha256 of its bytes, in hexadecimal
 */
public record SourceFile(String path, String sha256) {
    /** Stands for a file that the user has not named yet. */
    public static final SourceFile NONE = new SourceFile("", "");
}
