package org.converge4j.problem.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.table.Hints;
import org.converge4j.table.TableException;
import org.converge4j.table.TableFile;

/**
 * A table, or a folder of tables of the same columns, each of which is a sequence.
 *
 * @param name as messages call it
 * @param all in the order of their names, 10 after 9
 */
record TableFiles(String name, List<TableFile> all, boolean isFolder) {
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** What Hadoop writes beside the parts of a table. */
    private static final String DONE = "_SUCCESS";

    private static final int LONGEST_NUMBER = 20;

    TableFiles {
        all = List.copyOf(all);
    }

    /**
     * Looks at them; tables of a folder are written as its first is.
     *
     * @throws TableException if one is no table, or has other columns
     */
    static TableFiles look(Path path, String name, Hints hints) {
        if (!Files.isDirectory(path)) {
            return new TableFiles(name, List.of(TableFile.look(path, name, hints)), false);
        }
        List<TableFile> all = new ArrayList<>();
        for (Path file : list(path, name)) {
            String called = name.replaceAll("/$", "") + "/" + file.getFileName();
            Hints known = all.isEmpty() ? hints : hints.like(all.get(0).dialect());
            TableFile table = TableFile.look(file, called, known);
            if (!all.isEmpty() && !table.columns().equals(all.get(0).columns())) {
                throw new TableException(called + ":1: "
                        + Mismatch.of(
                                "the columns of " + all.get(0).name() + " ("
                                        + TableCheck.some(all.get(0).columns()) + ")",
                                TableCheck.some(table.columns())));
            }
            all.add(table);
        }
        return new TableFiles(name.replaceAll("/$", ""), all, true);
    }

    private static List<Path> list(Path folder, String name) {
        if (Files.exists(folder.resolve(DONE))) {
            String bare = name.replaceAll("/$", "");
            throw new TableException(name + ": "
                    + Mismatch.of(
                            "a table, or a folder of tables each of which is a sequence",
                            "parts of one table, as Spark writes")
                    + "; python3 -c \"import glob, pandas; pandas.concat(map(pandas.read_csv, sorted(glob.glob('" + bare
                    + "/part-*')))).to_csv('" + bare + ".csv', index=False)\" makes " + bare + ".csv of them");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> tables = files.filter(
                            file -> !file.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparing(TableFiles::padded))
                    .toList();
            if (tables.isEmpty() || !tables.stream().allMatch(Files::isRegularFile)) {
                throw new TableException(name + ": "
                        + Mismatch.of(
                                "a table, or a folder of tables each of which is a sequence",
                                tables.isEmpty() ? "an empty folder" : "folders in the folder"));
            }
            return tables;
        } catch (IOException unreadable) {
            throw new TableException(
                    name + ": " + Mismatch.of("a folder of tables", "none: " + unreadable.getMessage()));
        }
    }

    /** Its name, every number in it as long as any. */
    private static String padded(Path file) {
        return DIGITS.matcher(file.getFileName().toString())
                .replaceAll(digits ->
                        "0".repeat(Math.max(0, LONGEST_NUMBER - digits.group().length())) + digits.group());
    }

    /** The one that the others are like. */
    TableFile first() {
        return all.get(0);
    }

    /** The end of a table's name, where there are several: {@code /a.csv}. */
    String within(TableFile file) {
        return isFolder ? file.name().substring(name.length()) : "";
    }
}
