package org.converge4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents say of the tree is so: the map, the links, the files to open, the packages and tests they name. */
class DocumentsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/converge4j");
    private static final Pattern HALL = Pattern.compile("(?:(\\d+)\\s+)?\\b([a-z]\\w*)(?: \\(([^)]*)\\))?");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern A_TEST = Pattern.compile("\\b[A-Z][a-z]\\w*(Test|IT)\\b");
    private static final Pattern CODE_OF = Pattern.compile("Code: ((?:`[\\w.]+`(?:, )?)+)\\.");

    static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs")).filter(Files::isRegularFile)) {
            return Stream.concat(
                            Stream.of("README.md", "DESIGN.md", "CONTRIBUTING.md", "SECURITY.md")
                                    .map(Path::of),
                            docs)
                    .toList();
        }
    }

    @Test
    void the_map_names_every_package_once() throws IOException {
        List<String> named = new ArrayList<>();
        for (MatchResult hall : map()) {
            named.add(hall.group(2));
            if (hall.group(3) != null) {
                Stream.of(hall.group(3).split(", ", -1))
                        .map(room -> hall.group(2) + "." + room)
                        .forEach(named::add);
            }
        }
        try (Stream<Path> folders = Files.walk(SOURCES)) {
            List<String> packages = folders.filter(folder -> Files.exists(folder.resolve("package-info.java")))
                    .map(folder -> SOURCES.relativize(folder)
                            .toString()
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .toList();
            assertThat(named).containsExactlyInAnyOrderElementsOf(packages);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_link_leads_to_a_file(Path document) throws IOException {
        for (String target : found(LINK, Files.readString(document), 1)) {
            if (!target.contains("://") && !target.startsWith("#")) {
                Path file = document.resolveSibling(target.replaceFirst("#.*", ""));
                assertThat(file).as(document + " links to " + target).exists();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_test_that_is_named_is_there(Path document) throws IOException {
        List<String> sources = sources("src/test");
        for (String test : found(A_TEST, Files.readString(document), 0)) {
            assertThat(sources).as(document + " names " + test).anyMatch(file -> file.endsWith("/" + test + ".java"));
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_package_whose_code_is_meant_is_there(Path document) throws IOException {
        for (String list : found(CODE_OF, Files.readString(document), 1)) {
            for (String name : found(CODE, list, 1)) {
                assertThat(Stream.of("src/main/java/org/converge4j/" + name.replace('.', '/'), name.replace('.', '/')))
                        .as(document + " names " + name)
                        .anyMatch(folder -> Files.isDirectory(Path.of(folder)));
            }
        }
    }

    @Test
    void the_files_to_open_for_something_new_are_there_and_at_most_four() throws IOException {
        String section = section("## To add", "\nAfter a new");
        List<String> sources = sources("src");
        List<String> rows =
                section.lines().filter(line -> line.startsWith("| a")).toList();
        assertThat(rows).hasSize(4);
        for (String row : section.lines().filter(line -> line.contains("`")).toList()) {
            for (String way : row.split("instead of the last:", -1)) {
                assertThat(way.split(" · ", -1)).as(way).hasSizeLessThanOrEqualTo(4);
            }
            for (String file : found(CODE, row, 1)) {
                assertThat(sources)
                        .as(file)
                        .anyMatch(source -> source.endsWith("/" + file)
                                || source.contains("/" + file + "/")
                                || source.endsWith("/" + file + ".java"));
            }
        }
    }

    /** The halls of the map, with the number of the row in which each stands. */
    static Map<String, Integer> rows() {
        try {
            Map<String, Integer> rows = new HashMap<>();
            int row = -1;
            for (MatchResult hall : map()) {
                row = hall.group(1) == null ? row : Integer.parseInt(hall.group(1));
                rows.put(hall.group(2), row);
            }
            return rows;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The halls of the map, in its order: the row's number where one begins, the hall, its rooms. */
    private static List<MatchResult> map() throws IOException {
        String drawn = String.join(
                "\n",
                section("## The map", "\nInside a hall")
                        .lines()
                        .filter(line -> line.startsWith("    "))
                        .toList());
        return HALL.matcher(drawn).results().toList();
    }

    private static String section(String from, String to) throws IOException {
        String design = Files.readString(Path.of("DESIGN.md"));
        int start = design.indexOf(from);
        return design.substring(start, design.indexOf(to, start));
    }

    private static List<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text).results().map(match -> match.group(group)).toList();
    }

    private static List<String> sources(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.toString().replace('\\', '/'))
                    .toList();
        }
    }
}
