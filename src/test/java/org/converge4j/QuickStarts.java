package org.converge4j;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The commands and workers that a build's tests start are those of the finished jar, and begin with what the launcher keeps for quick
 * starts, which halves the time they take; the build has it prepare that while the tests are compiled. It is of jars alone and of their
 * order, so they come before the tests' own classes.
 */
public final class QuickStarts implements LauncherSessionListener {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path JAR = TARGET.resolve("converge4j.jar");
    private static final Path LIBRARIES = TARGET.resolve("lib");

    /** JDK 24 and later keep how classes are linked, too. */
    private static final boolean LINKED = Runtime.version().feature() >= 24;

    private static final Path PARENT = kept("parent");
    private static final List<String> LARGE_PAGES = largePages(Path.of("/sys/kernel/mm/transparent_hugepage/enabled"));
    private static final String CLASS_PATH = "java.class.path";
    private static final String FOR_WORKERS = "converge.worker.archive";

    /** Where the kernel gives none, Java would print a warning. */
    private static List<String> largePages(Path linux) {
        try {
            return Files.readString(linux).contains("[never]") ? List.of() : List.of("-XX:+UseTransparentHugePages");
        } catch (IOException otherSystem) {
            return List.of();
        }
    }

    private static Path kept(String name) {
        return TARGET.resolve("archives").resolve(name + (LINKED ? ".aot" : ".jsa"));
    }

    /** The tests' Java with the options that the launcher has for a command. */
    public static List<String> java() {
        List<String> words = new ArrayList<>(brief());
        words.addAll(options());
        return words;
    }

    /** The same without what is kept of the finished jar. */
    public static List<String> brief() {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:CICompilerCount=1",
                "-XX:-UseDynamicNumberOfCompilerThreads",
                "-XX:-UsePerfData"));
        words.addAll(LARGE_PAGES);
        return words;
    }

    private static List<String> options() {
        List<String> options = new ArrayList<>();
        if (Files.exists(PARENT)) {
            options.add("-D" + FOR_WORKERS + "=" + kept("worker"));
            options.add("-Xlog:disable");
            options.add((LINKED ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + PARENT);
            if (LINKED) {
                options.add("--enable-native-access=ALL-UNNAMED");
            }
        }
        return options;
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("converge.build") == null || !Files.exists(JAR)) {
            return; // tests started one by one
        }
        try {
            System.setProperty(CLASS_PATH, String.join(File.pathSeparator, finishedFirst()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        System.setProperty(FOR_WORKERS, kept("worker").toString());
    }

    /** The launcher's class path, in the order in which Java lists a folder of jars, then what else the tests have. */
    private static List<String> finishedFirst() throws IOException {
        List<String> classPath = new ArrayList<>(List.of(JAR.toString()));
        Set<String> known = new HashSet<>();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(LIBRARIES, "*.jar")) {
            for (Path jar : jars) {
                classPath.add(jar.toString());
                known.add(jar.getFileName().toString());
            }
        }
        for (String place : System.getProperty(CLASS_PATH).split(File.pathSeparator, -1)) {
            if (!place.isEmpty() && !known.contains(Path.of(place).getFileName().toString())) {
                classPath.add(place);
            }
        }
        return classPath;
    }
}
