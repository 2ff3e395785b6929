package org.converge4j.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.converge4j.QuickStarts;

/** A command in a virtual machine of its own, as the launcher starts it, so that it can be killed. */
final class Launched implements AutoCloseable {
    private static final long LONGEST_SECONDS = 600;
    private static final long LOOK_MILLIS = 5;

    /** Has a command hear signals also where the tests were started in the background, which ignores Ctrl-C. */
    static final List<String> LISTENING = listening();

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
        return start(logs, command(List.of(), more, arguments));
    }

    /** Starts a command under another, which is given its words, such as {@code setpriv …}. */
    static Launched under(List<String> other, Path logs, Object... arguments) throws IOException {
        List<String> words = new ArrayList<>(other);
        words.addAll(command(List.of(), List.of(), arguments));
        return start(logs, words);
    }

    /** Starts another program of ours under a command. */
    static Launched program(Class<?> main, List<String> other, Path logs, Object... arguments) throws IOException {
        List<String> words = new ArrayList<>(other);
        words.addAll(command(List.of(), List.of(), arguments));
        words.replaceAll(word -> word.equals(Main.class.getName()) ? main.getName() : word);
        return start(logs, words);
    }

    /** Starts a command at a terminal of its own; what that shows goes to {@link #out}. */
    static Launched atTerminal(Path logs, Object... arguments) throws IOException {
        List<String> command = command(List.of("-Dconverge.terminal=true"), List.of(), arguments);
        String quoted = "exec '" + String.join("' '", command) + "'";
        return start(logs, List.of("script", "-qefc", quoted, "/dev/null"));
    }

    /** Whether {@link #atTerminal} can do so here. */
    static boolean hasTerminals() throws IOException, InterruptedException {
        return endsWell("script", "-qefc", "true", "/dev/null");
    }

    private static List<String> command(List<String> options, List<Path> more, Object... arguments) {
        List<String> classPath = new ArrayList<>(List.of(System.getProperty("java.class.path")));
        more.forEach(path -> classPath.add(path.toString()));
        List<String> command = new ArrayList<>(LISTENING);
        command.addAll(QuickStarts.java());
        command.addAll(options);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), Main.class.getName()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return command;
    }

    private static Launched start(Path logs, List<String> command) throws IOException {
        Path out = Files.createTempFile(logs, "out", ".txt");
        Path err = Files.createTempFile(logs, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        return new Launched(builder.start(), out, err);
    }

    private static List<String> listening() {
        try {
            return endsWell("env", "--default-signal", "true") ? List.of("env", "--default-signal") : List.of();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean endsWell(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    /** Sends it a signal. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Types at its terminal. */
    void type(String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();
    }

    /**
     * Waits until it has printed something.
     *
     * @throws AssertionError if the command ends before
     */
    void awaitOutput(String text) throws InterruptedException {
        while (!out().contains(text)) {
            if (endsWithin(LOOK_MILLIS)) {
                throw new AssertionError("it ended before: " + out());
            }
        }
    }

    /**
     * Waits until a file of a folder has this ending.
     *
     * @throws AssertionError if the command ends before
     */
    void awaitFile(Path folder, String ending) throws InterruptedException {
        awaitFiles(1, folder, ending);
    }

    /**
     * Waits until so many files of a folder have this ending.
     *
     * @throws AssertionError if the command ends before
     */
    void awaitFiles(int files, Path folder, String ending) throws InterruptedException {
        while (count(folder, ending) < files) {
            if (endsWithin(LOOK_MILLIS)) {
                throw new AssertionError("it ended before: " + err());
            }
        }
    }

    private static long count(Path folder, String ending) {
        String[] names = folder.toFile().list();
        return names == null
                ? 0
                : Arrays.stream(names).filter(name -> name.endsWith(ending)).count();
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
        return process.descendants().toList();
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
