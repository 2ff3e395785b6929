package org.converge4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A command run as a user runs it, in this virtual machine; workers are forked as ever.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
public record Cli(int code, String out, String err) {
    /** Runs a command. */
    public static Cli run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        int code = Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), texts);
        return new Cli(code, out.toString(), err.toString());
    }

    /** Writes an experiment file into a folder and runs it quietly into {@code folder/results}. */
    public static Cli experiment(Path folder, String yaml, Object... more) {
        try {
            Path file = Files.writeString(folder.resolve("experiment.yaml"), yaml);
            Object[] start = {"run", file, "--out", folder.resolve("results"), "--quiet"};
            return run(Stream.concat(Arrays.stream(start), Arrays.stream(more)).toArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
