package org.converge4j.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.config.ConfigException;
import org.converge4j.run.plan.Shard;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks of options beyond their types. */
public final class Inputs {
    private Inputs() {}

    public static void atLeastOne(CommandSpec spec, String option, int value) {
        if (value < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + ": " + Mismatch.of("a whole number at least 1", Mismatch.quoted(Integer.toString(value)))
                            + ".");
        }
    }

    public static Shard shard(String text) {
        return Shard.parse(text)
                .orElseThrow(() -> new ConfigException(List.of("--shard: "
                        + Mismatch.of(
                                "I/N with whole numbers 1 ≤ I ≤ N, at most 999999, such as 2/3", Mismatch.quoted(text))
                        + ".")));
    }

    /** Refuses a file where a folder is to be. */
    public static void folder(CommandSpec spec, String option, @Nullable Path path) {
        if (path != null && Files.exists(path) && !Files.isDirectory(path)) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + ": " + Mismatch.of("a folder", "the file " + Mismatch.quoted(path.toString())));
        }
    }
}
