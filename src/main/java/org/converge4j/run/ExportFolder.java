package org.converge4j.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.result.store.ForeignFolderException;
import org.converge4j.result.store.OwnFolder;
import org.converge4j.train.measure.Export;

/** Keeps an export from writing over what others left: its folder is new, empty, or holds earlier exports and nothing else. */
final class ExportFolder {
    private ExportFolder() {}

    /**
     * Refuses any other folder.
     *
     * @throws ForeignFolderException naming what is in the way
     */
    static void check(Path folder) {
        OwnFolder.refuseLinks(folder);
        try {
            for (Path problem : list(folder)) {
                if (!isExport(problem)) {
                    throw new ForeignFolderException(
                            problem + ": " + Mismatch.of("an export, or nothing", "other files")
                                    + "; give another folder with --out.");
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isExport(Path problem) throws IOException {
        List<Path> files = list(problem);
        return Files.isDirectory(problem)
                && files.stream()
                        .allMatch(file -> Export.writes(file.getFileName().toString()))
                && (files.isEmpty() || begins(problem.resolve(Export.LAYERS)));
    }

    /** Whether a file is the one table whose heading never depends on the problem. */
    private static boolean begins(Path layers) throws IOException {
        if (!Files.isRegularFile(layers)) {
            return false;
        }
        try (BufferedReader reader = Files.newBufferedReader(layers, StandardCharsets.ISO_8859_1)) {
            char[] start = new char[Export.LAYERS_HEADING.length()];
            int read = reader.read(start);
            return read == start.length && Export.LAYERS_HEADING.equals(new String(start));
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
