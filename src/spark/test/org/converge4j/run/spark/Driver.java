package org.converge4j.run.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command in a process of its own. */
final class Driver implements AutoCloseable {
    private static final long LONGEST_SECONDS = 240;

    private final Process process;
    private final Path err;

    private Driver(Process process, Path err) {
        this.process = process;
        this.err = err;
    }

    /** A command of the launcher. */
    static Driver launch(Path logs, Map<String, String> environment, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of("converge").toAbsolutePath().toString()));
        command.addAll(arguments);
        return start(logs, environment, command);
    }

    /** A command of the finished jar with this class path besides its own. */
    static Driver with(List<String> more, Path logs, Map<String, String> environment, List<String> arguments)
            throws IOException {
        Path built = Path.of("target").toAbsolutePath();
        List<String> classPath = new ArrayList<>(List.of(built.resolve("converge4j.jar").toString()));
        classPath.addAll(more);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(File.pathSeparator, classPath),
                "org.converge4j.cli.Main"));
        command.addAll(arguments);
        return start(logs, environment, command);
    }

    private static Driver start(Path logs, Map<String, String> environment, List<String> command) throws IOException {
        Path err = Files.createTempFile(logs, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        builder.environment().remove("SPARK_HOME"); // the launcher is to find what the build has left
        builder.environment().remove(Crashing.NOTES); // executors note; measuring, on this machine, is not to crash
        return new Driver(builder.start(), err);
    }

    /** Its exit code, once it has ended. */
    int code() throws InterruptedException, IOException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it did not end: " + err());
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
