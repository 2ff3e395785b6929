package org.converge4j.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.catalog.message.Nearest;
import org.converge4j.wording.Commands;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with a command line: what was typed, what is nearest to it, how to get help. */
final class Mistakes implements IParameterExceptionHandler {
    /** What picocli says of {@code help x}. */
    private static final Pattern HELP_ON = Pattern.compile("Unknown subcommand '(.*)'\\.?");

    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        if (arguments.length == 0) {
            command.usage(command.getErr()); // who types nothing asks what there is
        } else {
            command.getErr()
                    .println(Main.line(said(mistake, command, arguments)) + " See "
                            + Commands.launcher()
                            + command.getCommandSpec().qualifiedName().replaceFirst("^\\S+", "") + " --help.");
        }
        return ExitCode.WRONG_INPUT;
    }

    private static String said(ParameterException mistake, CommandLine command, String[] arguments) {
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched.getUnmatched(), command);
        }
        if (mistake instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            String unknown = unknownOptions(List.of(arguments), command);
            return unknown.isEmpty() ? missing(missing.getMissing().get(0)) : unknown;
        }
        if (mistake.getCause() instanceof TypeConversionException why
                && wrongValue(mistake).isEmpty()) {
            return name(mistake.getArgSpec()) + ": " + sentence(String.valueOf(why.getMessage()));
        }
        Matcher helpOn = HELP_ON.matcher(String.valueOf(mistake.getMessage()));
        return helpOn.matches()
                ? unknown(List.of(helpOn.group(1)), command)
                : wrongValue(mistake).orElseGet(() -> sentence(String.valueOf(mistake.getMessage())));
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }

    /** What stands behind an unknown option, its value or a file, may be as right as can be, so only the options are named. */
    private static String unknown(List<String> unmatched, CommandLine command) {
        String options = unknownOptions(unmatched, command);
        if (!options.isEmpty()) {
            return options;
        }
        String first = unmatched.get(0);
        return command.getSubcommands().isEmpty()
                ? Mismatch.of("no further argument", Mismatch.quoted(first)) + "."
                : "unknown command " + Mismatch.quoted(first) + "."
                        + Nearest.hint(first, command.getSubcommands().keySet());
    }

    private static String unknownOptions(List<String> words, CommandLine command) {
        List<String> known = command.getCommandSpec().options().stream()
                .flatMap(option -> Stream.of(option.names()))
                .toList();
        return words.stream()
                .filter(word -> word.matches("--?[A-Za-z].*"))
                .map(option -> option.replaceFirst("=.*", ""))
                .filter(option -> !known.contains(option))
                .map(option -> "unknown option " + Mismatch.quoted(option) + "." + Nearest.hint(option, known))
                .collect(Collectors.joining(" "));
    }

    private static String missing(ArgSpec argument) {
        String meaning = argument.description().length == 0 ? "" : ", " + argument.description()[0];
        return argument instanceof OptionSpec option
                ? option.longestName() + ": " + Mismatch.missing(option.paramLabel()) + meaning + "."
                : Mismatch.missing(argument.paramLabel()) + meaning + ".";
    }

    private static Optional<String> wrongValue(ParameterException mistake) {
        ArgSpec argument = mistake.getArgSpec();
        String value = mistake.getValue();
        if (argument == null || value == null) {
            return Optional.empty();
        }
        return noun(argument).map(noun -> name(argument) + ": " + Mismatch.of(noun, Mismatch.quoted(value)) + ".");
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName()
                : ((PositionalParamSpec) argument).paramLabel();
    }

    private static Optional<String> noun(ArgSpec argument) {
        if (argument.type() == Map.class) {
            return Optional.of(argument.paramLabel());
        }
        @Nullable Class<?> type = argument.auxiliaryTypes().length > 0 ? argument.auxiliaryTypes()[0] : argument.type();
        if (type == int.class || type == Integer.class) {
            return Optional.of("a whole number");
        }
        if (type.isEnum()) {
            return Optional.of(Stream.of(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" or ")));
        }
        return type == double.class || type == Double.class ? Optional.of("a number") : Optional.empty();
    }
}
