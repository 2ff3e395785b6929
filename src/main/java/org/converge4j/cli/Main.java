package org.converge4j.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.converge4j.catalog.CatalogException;
import org.converge4j.catalog.message.Printable;
import org.converge4j.cli.option.Manual;
import org.converge4j.cli.screen.Ascii;
import org.converge4j.cli.screen.PrintableWriter;
import org.converge4j.cli.screen.Sheet;
import org.converge4j.cli.screen.Terminal;
import org.converge4j.config.ConfigException;
import org.converge4j.result.store.DamagedRecordException;
import org.converge4j.result.store.ForeignFolderException;
import org.converge4j.result.store.LockedException;
import org.converge4j.result.store.StorageException;
import org.converge4j.run.engine.EngineLostException;
import org.converge4j.run.worker.RefusedException;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** {@code converge}: compares optimizers on Deeplearning4j. */
@Command(
        name = "converge",
        description =
                "Compares optimizers on Deeplearning4j: same network, same starting points, same batches, one report.",
        footer = {"  ./converge run configs/article.yaml", "  ./converge explain adam"},
        mixinStandardHelpOptions = true,
        versionProvider = Versions.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private static final List<Class<?>> COMMANDS = List.of(
            RunCommand.class,
            PlanCommand.class,
            ReportCommand.class,
            CompareCommand.class,
            AuditCommand.class,
            ExportCommand.class,
            ListCommand.class,
            ExplainCommand.class,
            VerifyCommand.class,
            SchemaCommand.class,
            CommandLine.HelpCommand.class,
            AutoComplete.GenerateCompletion.class);

    private static final int LONGEST_LINE = 4000;

    private final Sheet sheet;

    private Main(Sheet sheet) {
        this.sheet = sheet;
    }

    public static void main(String[] arguments) {
        RunCommand.startAhead(arguments); // before all else: whoever runs an experiment waits for its worker
        for (StopSignal signal : StopSignal.values()) {
            // whoever has something to finish asks for the signals; what others write is whole or not at all
            signal.register(signal::endAtOnce);
        }
        System.exit(execute(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments));
    }

    /** Runs a command and gives its exit code. */
    static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Main(new Sheet(out, terminal(), Here.SPELLING)));
        commands(arguments).forEach(line::addSubcommand);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setOut(printable(out));
        line.setErr(printable(err));
        line.setParameterExceptionHandler(new Mistakes());
        Manual.complete(line, ExitCode.meanings(), terminal().columns());
        line.setExecutionExceptionHandler((exception, command, parsed) -> complain(exception, command));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(Path.class, new PathConverter());
        try {
            return line.execute(isUnknown(line, arguments) ? new String[] {arguments[0]} : arguments);
        } catch (OutOfMemoryError | StackOverflowError exhausted) {
            err.println("converge: the input is too large for this machine's memory: " + exhausted);
            return ExitCode.INCOMPLETE;
        }
    }

    /** Whether the first word is no command, so that a {@code --help} behind it asks for the help of none. */
    private static boolean isUnknown(CommandLine line, String... arguments) {
        return arguments.length > 0
                && !arguments[0].startsWith("-")
                && !line.getSubcommands().containsKey(arguments[0]);
    }

    /** The one that is asked for, where that is clear: to describe all of them takes a tenth of a second. */
    private static List<Class<?>> commands(String... arguments) {
        return COMMANDS.stream()
                .filter(command -> command.getPackage().equals(Main.class.getPackage())) // the others look at all
                .filter(command -> arguments.length > 0
                        && command.getAnnotation(Command.class).name().equals(arguments[0]))
                .findFirst()
                .<List<Class<?>>>map(List::of)
                .orElse(COMMANDS);
    }

    private static PrintWriter printable(PrintWriter out) {
        return new PrintWriter(new PrintableWriter(out, Here.SPELLING), true);
    }

    /** Where a command of this command line shows results. */
    static Sheet sheet(CommandSpec command) {
        return ((Main) command.root().userObject()).sheet;
    }

    /** The terminal that this process has. */
    static Terminal terminal() {
        return Here.TERMINAL;
    }

    private static int complain(Exception exception, CommandLine command) {
        if (exception instanceof ConfigException wrong) {
            wrong.complaints().forEach(command.getErr()::println);
            return ExitCode.WRONG_INPUT;
        }
        if (exception instanceof RefusedException) {
            String.valueOf(exception.getMessage())
                    .lines()
                    .forEach(mistake -> command.getErr().println(line(mistake)));
            return ExitCode.WRONG_INPUT;
        }
        if (exception instanceof LockedException
                || exception instanceof ForeignFolderException
                || exception instanceof CatalogException
                || exception instanceof DamagedRecordException) {
            command.getErr().println(line(exception.getMessage()));
            return ExitCode.WRONG_INPUT;
        }
        if (exception instanceof StorageException || exception instanceof EngineLostException) {
            command.getErr().println(line(exception.getMessage()));
            return exception instanceof StorageException storage && storage.isFromTheStart()
                    ? ExitCode.WRONG_INPUT
                    : ExitCode.INCOMPLETE;
        }
        if (exception instanceof UncheckedIOException failure) {
            command.getErr().println(line(StorageException.describe(failure)));
            return ExitCode.INCOMPLETE;
        }
        StackTraceElement[] trace = exception.getStackTrace();
        command.getErr()
                .println("converge: a mistake of its own: " + line(exception.toString())
                        + (trace.length == 0 ? "" : " at " + trace[0])
                        + "; what was finished is recorded.");
        return ExitCode.INCOMPLETE;
    }

    /** A message on one line, cut if it is very long; it may quote a stranger's file. */
    static String line(@Nullable String message) {
        return Printable.of(String.valueOf(message), LONGEST_LINE);
    }

    /** What this process writes to, found out when something is to be written. */
    private static final class Here {
        static final Terminal TERMINAL =
                Terminal.of(Terminal.isOne("converge.terminal"), Terminal.isOne("converge.output"), System.getenv());

        static final UnaryOperator<String> SPELLING = Ascii.spelling(System.getProperties());

        private Here() {}
    }
}
