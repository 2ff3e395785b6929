package org.converge4j.cli.option;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The end of all help: examples, and what the exit codes mean. */
public final class Manual {
    private Manual() {}

    /**
     * Completes the help of a command and of its subcommands.
     *
     * @param exitCodes what each means
     */
    public static void complete(CommandLine command, Map<String, String> exitCodes) {
        UsageMessageSpec help = command.getCommandSpec().usageMessage();
        help.exitCodeListHeading("%nExit codes:%n").exitCodeList(exitCodes);
        if (help.footer().length > 0) {
            help.footerHeading("%nExamples:%n");
        }
        command.getSubcommands().values().forEach(each -> complete(each, exitCodes));
    }
}
