package org.converge4j;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The commands and workers that a build's tests start are those of the finished jar, and begin with what the launcher keeps for quick
 * starts, which halves the time they take. That is of jars alone and of their order, so they come before the tests' own classes.
 */
public final class QuickStarts implements LauncherSessionListener {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path JAR = TARGET.resolve("converge4j.jar");
    private static final Path LIBRARIES = TARGET.resolve("lib");
    private static final Path ASKED = TARGET.resolve("quick-starts");

    /** JDK 24 and later keep how classes are linked, too. */
    private static final boolean LINKED = Runtime.version().feature() >= 24;

    private static final Path PARENT = kept("parent");
    private static final String CLASS_PATH = "java.class.path";
    private static final String FOR_WORKERS = "converge.worker.archive";

    private static Path kept(String name) {
        return TARGET.resolve("archives").resolve(name + (LINKED ? ".aot" : ".jsa"));
    }

    /** What a command is started with. */
    public static List<String> options() {
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
        String build = System.getProperty("converge.build");
        if (build == null || !Files.exists(JAR)) {
            return; // tests started one by one
        }
        try {
            once(build);
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

    /**
     * Has the launcher prepare quick starts unless another process of the same build has asked it to. Tests go on meanwhile; what they
     * start before is slower.
     */
    private static void once(String build) throws IOException {
        try (FileChannel lock = FileChannel.open(
                TARGET.resolve("quick-starts.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (Files.exists(ASKED) && Files.readString(ASKED).equals(build)) {
                return;
            }
            ProcessBuilder launcher = new ProcessBuilder(
                            Path.of("converge").toAbsolutePath().toString(), "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            launcher.environment().put("JAVA_HOME", System.getProperty("java.home"));
            try {
                launcher.start();
            } catch (IOException noShell) {
                // Windows, whose launcher is another
            }
            Files.writeString(ASKED, build);
        }
    }
}
