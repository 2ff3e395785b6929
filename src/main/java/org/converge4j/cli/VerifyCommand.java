package org.converge4j.cli;

import java.util.concurrent.Callable;
import org.converge4j.cli.option.JarOptions;
import org.converge4j.cli.option.UpdaterNames;
import org.converge4j.run.Examiner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: the contract that every updater must keep. */
@Command(
        name = "verify",
        header = "Does an updater keep the contract?",
        description = "Tries the contract that every updater must keep on one; exit code 1 if it breaks it.",
        footer = {"  ./converge verify adam", "  ./converge verify myRule --jar my-rules.jar"},
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "UPDATER",
            completionCandidates = UpdaterNames.class,
            description = "its name, as list shows it")
    private String name = "";

    @Mixin
    private JarOptions jars = new JarOptions();

    @Override
    public Integer call() throws InterruptedException {
        jars.catalog().updater(name);
        boolean kept = Examiner.verify(name, jars.home(), spec.commandLine().getOut()::println);
        return kept ? ExitCode.DONE : ExitCode.FOUND;
    }
}
