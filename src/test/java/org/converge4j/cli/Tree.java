package org.converge4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything in a folder, so that two looks at it can be compared. */
final class Tree {
    private Tree() {}

    /** Each file's kind, bytes and time of change, by name; links as what they are. */
    static Map<String, String> of(Path folder) {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.forEach(file -> tree.put(folder.relativize(file).toString(), describe(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return tree;
    }

    private static String describe(Path file) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                return "link to " + Files.readSymbolicLink(file);
            }
            return attributes.lastModifiedTime() + " "
                    + (attributes.isRegularFile() ? Arrays.hashCode(Files.readAllBytes(file)) : "folder");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
