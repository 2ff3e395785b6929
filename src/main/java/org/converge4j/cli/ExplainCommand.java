package org.converge4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.converge4j.catalog.Arguments;
import org.converge4j.cli.option.JarOptions;
import org.converge4j.cli.option.UpdaterNames;
import org.converge4j.run.Examiner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: what an updater computes, and what others compute under its name. */
@Command(
        name = "explain",
        header = "What an updater computes, here and elsewhere.",
        description =
                "Shows what the article, DL4J and torch.optim compute under an updater's name, where they differ and"
                        + " how far apart they end up.",
        footer = {"  ./converge explain adam", "  ./converge explain adam beta1=0.5 learningRate=0.01"},
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "UPDATER",
            completionCandidates = UpdaterNames.class,
            description = "its name, as list shows it")
    private String name = "";

    @Parameters(index = "1..*", paramLabel = "SETTING=VALUE", description = "settings other than the defaults")
    private List<String> settings = new ArrayList<>();

    @Mixin
    private JarOptions jars = new JarOptions();

    @Override
    public Integer call() throws InterruptedException {
        Arguments.create(jars.catalog().updater(name), settings);
        Examiner.explain(name, settings, jars.home(), spec.commandLine().getOut()::println);
        return ExitCode.DONE;
    }
}
