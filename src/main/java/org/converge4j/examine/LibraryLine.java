package org.converge4j.examine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a library other than DL4J has under a name, as the table of them says it.
 *
 * @param name of the catalog's entry that it is a namesake of
 * @param library its name
 * @param call what makes the rule there
 * @param entry the entry that takes the same steps
 * @param settings as {@code name=value}: the library's defaults, where they are not the entry's
 */
record LibraryLine(String name, String library, String call, String entry, List<String> settings) {
    private static final String TABLE = "/org/converge4j/examine/libraries.txt";

    /** The namesakes of a name. */
    static List<LibraryLine> of(String name) {
        return all().filter(line -> line.name.equals(name)).toList();
    }

    /** Every line. */
    static Stream<LibraryLine> all() {
        try (InputStream in = LibraryLine.class.getResourceAsStream(TABLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(LibraryLine::parsed);
        } catch (IOException broken) {
            throw new AssertionError(TABLE + " is part of the jar", broken);
        }
    }

    private static LibraryLine parsed(String line) {
        String[] cells = line.split(" *\\| *", -1);
        List<String> settings = Optional.of(cells[4]).filter(text -> !text.isEmpty()).stream()
                .flatMap(text -> Stream.of(text.split(" ", -1)))
                .toList();
        return new LibraryLine(cells[0], cells[1], cells[2], cells[3], settings);
    }
}
