package org.converge4j.catalog.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** What lies at a path where a file was expected: who opens a pipe may wait for ever, and a device has no end. */
public final class FileKind {
    private FileKind() {}

    /** "a file", "a folder", "a pipe, a socket or a device", or "none". */
    public static String of(Path path) {
        try {
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
            return found.isRegularFile() ? "a file" : found.isDirectory() ? "a folder" : "a pipe, a socket or a device";
        } catch (IOException missing) {
            return "none";
        }
    }

    /** What to say of a path that is no file: "no such file", or "expected a jar, found a folder". */
    public static String complaint(Path path, String expected) {
        return Files.exists(path) ? Mismatch.of(expected, of(path)) : "no such file";
    }
}
