package org.converge4j.cli.option;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The help of all commands: as wide as the terminal, and at its end the examples and what the exit codes mean. */
public final class Manual {
    private static final int NARROWEST = 60;
    private static final int USUAL = 80;
    private static final int WIDEST = 100;

    private Manual() {}

    /**
     * Completes the help of a command and of its subcommands.
     *
     * @param exitCodes what each means
     * @param columns of the terminal
     */
    public static void complete(CommandLine command, Map<String, String> exitCodes, int columns) {
        command.setUsageHelpWidth(
                columns == Integer.MAX_VALUE ? USUAL : Math.max(NARROWEST, Math.min(WIDEST, columns)));
        UsageMessageSpec help = command.getCommandSpec().usageMessage();
        help.exitCodeListHeading("%nExit codes:%n").exitCodeList(exitCodes);
        if (help.footer().length > 0) {
            help.footerHeading("%nExamples:%n");
        }
        command.getSubcommands().values().forEach(each -> complete(each, exitCodes, columns));
    }
}
