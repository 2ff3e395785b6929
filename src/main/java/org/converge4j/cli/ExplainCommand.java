package org.converge4j.cli;

import java.nio.file.Path;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code explain}: what an updater computes, and what others compute under its name; or what an experiment does with a model. */
@Command(
        name = "explain",
        header = "What an updater computes, here and elsewhere; what becomes of a model.",
        description =
                "Shows what the article, DL4J and torch.optim compute under an updater's name, where they differ and"
                        + " how far apart they end up. Of a model's file it shows each thing that the model brings for its"
                        + " training, and what an experiment does with it.",
        footer = {"  ./converge explain adam beta1=0.5 learningRate=0.01", "  ./converge explain model.zip"},
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "UPDATER",
            completionCandidates = UpdaterNames.class,
            description = "its name, as list shows it; or a model: model.json, model.yaml or model.zip")
    private String name = "";

    @Parameters(index = "1..*", paramLabel = "SETTING=VALUE", description = "settings other than the defaults")
    private List<String> settings = new ArrayList<>();

    @Mixin
    private JarOptions jars = new JarOptions();

    @Override
    public Integer call() throws InterruptedException {
        if (name.matches(".*[./\\\\].*")) { // no name of an updater
            if (!settings.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), "expected no settings beside a model, found `" + settings.get(0) + "`");
            }
            jars.catalog(); // finds the jars of --jar
            Examiner.explainModel(model(), jars.home(), spec.commandLine().getOut()::println);
            return ExitCode.DONE;
        }
        Arguments.create(jars.catalog().rule(name), settings);
        Examiner.explain(name, settings, jars.home(), spec.commandLine().getOut()::println);
        return ExitCode.DONE;
    }

    private Path model() {
        try {
            return new PathConverter().convert(name);
        } catch (TypeConversionException unspeakable) {
            throw new ParameterException(spec.commandLine(), unspeakable.getMessage());
        }
    }
}
