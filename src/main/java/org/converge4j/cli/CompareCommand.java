package org.converge4j.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.converge4j.analysis.change.Changes;
import org.converge4j.api.Comparisons;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.catalog.message.Nearest;
import org.converge4j.cli.option.JarOptions;
import org.converge4j.report.text.ChangesTable;
import org.converge4j.result.store.RecordFormat;
import org.converge4j.result.store.Results;
import org.converge4j.run.worker.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compare}: says of each trial whether it got worse. */
@Command(
        name = "compare",
        header = "Did a trial get worse?",
        description =
                "Did a trial get worse? A verdict for each trial present in both folders, with its interval. Trials are"
                        + " matched by problem name and label, runs by seed. Compared are the final excess and the steps to"
                        + " the hardest target that the base reached. Exit code 1 if any trial is worse.",
        footer = {
            "  ./converge compare results/before results/after",
            "  ./converge compare results/before results/after --tolerance 0.01 --json"
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "BASE_DIR", description = "the results folder to compare with")
    private Path base = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW_DIR", description = "the results folder to judge")
    private Path next = Path.of("");

    @Option(
            names = "--tolerance",
            paramLabel = "SHARE",
            description = "the relative change of no interest; 0.05 unless given")
    private double tolerance = 0.05;

    @Mixin
    private JarOptions jars = new JarOptions();

    @Option(names = "--json", description = "the verdicts as JSON")
    private boolean json;

    @Override
    public Integer call() {
        jars.catalog(); // comparing needs no updater's class, but a jar that cannot be used is said
        if (!(tolerance >= 0 && Double.isFinite(tolerance))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--tolerance: " + Mismatch.of("a number at least 0", Mismatch.quoted(Double.toString(tolerance)))
                            + ".");
        }
        Results before = new Results(base);
        Results after = new Results(next);
        Changes changes = Changes.between(
                Comparisons.of(before.experiment(), before), Comparisons.of(after.experiment(), after), tolerance);
        if (changes.trials().isEmpty()) {
            throw new RefusedException(nothingInCommon(changes));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                json
                        ? RecordFormat.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(changes)
                        : ChangesTable.of(changes));
        out.flush();
        if (!changes.isComparison()) {
            throw new RefusedException("expected trials that can be compared, found "
                    + changes.trials().size() + ", none of which can: "
                    + changes.trials().get(0).why() + ".");
        }
        return changes.isRegression() ? ExitCode.FOUND : ExitCode.DONE;
    }

    /** A gate that compares nothing must not pass. */
    private String nothingInCommon(Changes changes) {
        String nearest = changes.gone().stream()
                .flatMap(name -> Nearest.to(name, changes.added()).stream().map(near -> name + " is near to " + near))
                .findFirst()
                .map(near -> "; " + near)
                .orElse("");
        return "expected trials of one problem and label in both folders, found none: " + base + " has "
                + some(changes.gone()) + ", " + next + " has " + some(changes.added()) + nearest + ".";
    }

    private static String some(List<String> names) {
        return switch (names.size()) {
            case 0 -> "none";
            case 1 -> "only (" + names.get(0) + ")";
            default -> names.size() + ", such as (" + names.get(0) + ")";
        };
    }
}
