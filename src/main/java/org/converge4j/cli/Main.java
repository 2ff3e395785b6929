package org.converge4j.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.converge4j.catalog.CatalogException;
import org.converge4j.config.ConfigException;
import org.converge4j.result.DamagedRecordException;
import org.converge4j.run.RefusedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code converge}: compares optimizers on Deeplearning4j. */
@Command(
        name = "converge",
        description =
                "Compares optimizers on Deeplearning4j: same network, same starting points, same batches, one report.",
        mixinStandardHelpOptions = true,
        versionProvider = Versions.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RunCommand.class, PlanCommand.class, ReportCommand.class, ListCommand.class})
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(execute(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments));
    }

    /** Runs a command and gives its exit code. */
    static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setOut(out);
        line.setErr(err);
        line.setExecutionExceptionHandler((exception, command, parsed) -> complain(exception, command));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line.execute(arguments);
    }

    private static int complain(Exception exception, CommandLine command) throws Exception {
        if (exception instanceof ConfigException wrong) {
            wrong.complaints().forEach(command.getErr()::println);
            return ExitCode.WRONG_INPUT;
        }
        if (exception instanceof RefusedException
                || exception instanceof CatalogException
                || exception instanceof DamagedRecordException) {
            command.getErr().println(exception.getMessage());
            return ExitCode.WRONG_INPUT;
        }
        if (exception instanceof UncheckedIOException failure) {
            command.getErr().println("converge: " + failure.getCause());
            return ExitCode.INCOMPLETE;
        }
        throw exception;
    }
}
