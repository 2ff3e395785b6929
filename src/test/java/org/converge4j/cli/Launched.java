package org.converge4j.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command in a virtual machine of its own, as the launcher starts it, so that it can be killed. */
final class Launched implements AutoCloseable {
    private static final long LONGEST_SECONDS = 600;
    private static final long LOOK_MILLIS = 5;

    private final Process process;
    private final Path out;
    private final Path err;

    private Launched(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts a command; its output goes to files in a folder. */
    static Launched start(Path logs, Object... arguments) throws IOException {
        return start(logs, List.of(), arguments);
    }

    /** Starts a command with more on its class path. */
    static Launched start(Path logs, List<Path> more, Object... arguments) throws IOException {
        return start(logs, List.of(), more, arguments);
    }

    /** Starts a command under another, which is given its words, such as {@code setpriv …}. */
    static Launched under(List<String> other, Path logs, Object... arguments) throws IOException {
        return start(logs, other, List.of(), arguments);
    }

    private static Launched start(Path logs, List<String> other, List<Path> more, Object... arguments)
            throws IOException {
        List<String> classPath = new ArrayList<>(List.of(System.getProperty("java.class.path")));
        more.forEach(path -> classPath.add(path.toString()));
        List<String> command = new ArrayList<>(other);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(File.pathSeparator, classPath),
                Main.class.getName()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        Path out = Files.createTempFile(logs, "out", ".txt");
        Path err = Files.createTempFile(logs, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        return new Launched(builder.start(), out, err);
    }

    /**
     * Waits until a file of a folder has this ending.
     *
     * @throws AssertionError if the command ends before
     */
    void awaitFile(Path folder, String ending) throws InterruptedException {
        while (!holds(folder, ending)) {
            if (endsWithin(LOOK_MILLIS)) {
                throw new AssertionError("it ended before: " + err());
            }
        }
    }

    private static boolean holds(Path folder, String ending) {
        String[] names = folder.toFile().list();
        return names != null && Arrays.stream(names).anyMatch(name -> name.endsWith(ending));
    }

    /** Whether it ended by itself in so many milliseconds. */
    boolean endsWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Its exit code, once it has ended. */
    int code() throws InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it did not end: " + err());
        }
        return process.exitValue();
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    Process process() {
        return process;
    }

    List<ProcessHandle> workers() {
        return process.children().toList();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
