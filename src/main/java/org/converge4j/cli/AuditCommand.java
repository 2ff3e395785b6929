package org.converge4j.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.converge4j.config.ExperimentFile;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Trial;
import org.converge4j.run.Audit;
import org.converge4j.run.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code audit}: are the numbers the same again? */
@Command(
        name = "audit",
        description =
                "Trains runs of every trial again: in one virtual machine, in two, alone, with two threads, from a start moved by one unit in the last place; says where and by how much their losses differ.",
        mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Override
    public Integer call() throws InterruptedException {
        ExperimentFile file = options.read();
        Experiment experiment = file.experiment();
        Audit audit = new Audit(file.base());
        var out = spec.commandLine().getOut();
        for (Trial trial : experiment.trials()) {
            out.println(trial.problem().name() + "  " + trial.label());
            for (Finding finding : audit.of(trial, experiment)) {
                out.println("  " + finding.circumstances() + ": " + told(finding));
            }
            out.flush();
        }
        return ExitCode.DONE;
    }

    private static String told(Finding finding) {
        if (finding.step() < 0) {
            return "equal in every bit";
        }
        String horizon = finding.horizon() < 0
                ? "never by more than a millionth"
                : "by more than a millionth from step " + finding.horizon() + " on";
        return String.format(
                Locale.ROOT,
                "differs from step %d on, at most by %.1e, %s",
                finding.step(),
                finding.largest(),
                horizon);
    }
}
