package org.converge4j;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.converge4j.cli.Main;
import org.converge4j.run.worker.Rehearsal;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Archives of loaded classes for the commands and workers that a build's tests start, as the launcher has them for its own: they
 * halve the time to start. Such an archive is of jars alone, so the build's classes are packed into one, and come before its tests'.
 */
public final class QuickStarts implements LauncherSessionListener {
    private static final Path FOLDER = Path.of("target", "quick-starts");
    private static final Path CLASSES = FOLDER.resolve("classes.jar").toAbsolutePath();
    private static final Path PARENT = FOLDER.resolve("parent.jsa").toAbsolutePath();
    private static final Path WORKER = FOLDER.resolve("worker.jsa").toAbsolutePath();
    private static final Path BUILT = FOLDER.resolve("built");
    private static final String CLASS_PATH = "java.class.path";
    private static final String FOR_WORKERS = "converge.worker.archive";

    /** What a command is started with. */
    public static List<String> options() {
        return Files.exists(PARENT)
                ? List.of(
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:ArchiveRelocationMode=0",
                        "-XX:SharedArchiveFile=" + PARENT,
                        "-D" + FOR_WORKERS + "=" + WORKER,
                        "-Xlog:disable")
                : List.of();
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String build = System.getProperty("converge.build");
        if (build == null) {
            return; // tests started one by one
        }
        List<String> folders = new ArrayList<>();
        List<String> jars = new ArrayList<>(List.of(CLASSES.toString()));
        for (String place : System.getProperty(CLASS_PATH).split(File.pathSeparator, -1)) {
            if (!place.isEmpty()) {
                (Files.isDirectory(Path.of(place)) ? folders : jars).add(place);
            }
        }
        String ofJars = String.join(File.pathSeparator, jars);
        once(build, ofJars);
        System.setProperty(CLASS_PATH, ofJars + File.pathSeparator + String.join(File.pathSeparator, folders));
        System.setProperty(FOR_WORKERS, WORKER.toString());
    }

    /** Begins to make the archives unless another process of the same build has. */
    private static void once(String build, String classPath) {
        try {
            Files.createDirectories(FOLDER);
            try (FileChannel lock =
                    FileChannel.open(FOLDER.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                if (Files.exists(BUILT) && Files.readString(BUILT).equals(build)) {
                    return;
                }
                begin(classPath);
                Files.writeString(BUILT, build);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Tests go on meanwhile; what they start before an archive is there starts without it. */
    private static void begin(String classPath) throws IOException {
        delete(FOLDER.resolve("results"));
        for (Path old : List.of(CLASSES, PARENT, WORKER, BUILT)) {
            Files.deleteIfExists(old);
        }
        int code = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "-c", "-0", "-f", CLASSES.toString(), "-C", "target/classes", ".");
        if (code != 0) {
            throw new IOException("the classes could not be packed");
        }
        archive(classPath, WORKER, "-Xmn32m", "-XX:SurvivorRatio=2", Rehearsal.class.getName());
        archive(
                classPath,
                PARENT,
                "-XX:TieredStopAtLevel=1",
                Main.class.getName(),
                "run",
                "configs/listing.yaml",
                "--quiet",
                "--out",
                FOLDER.resolve("results").toString());
    }

    /** Archives what a program loads, under its name once it is whole. */
    private static void archive(String classPath, Path archive, String... words) throws IOException {
        Path half = archive.resolveSibling("half-" + archive.getFileName());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "-XX:ArchiveClassesAtExit=" + half,
                "-cp",
                classPath));
        command.addAll(Arrays.asList(words));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread thread = new Thread(
                () -> {
                    process.onExit().join();
                    half.toFile().renameTo(archive.toFile());
                },
                "archive");
        thread.setDaemon(true);
        thread.start();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
