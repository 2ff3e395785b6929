package org.converge4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.cli.option.ExperimentOptions;
import org.converge4j.cli.option.ResultsOptions;
import org.converge4j.config.ExperimentFile;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Measurement.Horizon;
import org.converge4j.result.store.DamagedRecordException;
import org.converge4j.result.store.FolderLock;
import org.converge4j.result.store.Measurements;
import org.converge4j.result.store.Results;
import org.converge4j.run.Audit;
import org.converge4j.run.Deviation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code audit}: are the numbers the same again? */
@Command(
        name = "audit",
        header = "Are the numbers the same again?",
        description =
                "Trains runs of every trial again: in one virtual machine, in two, alone, with two threads, by another processor's kernel for products of matrices, from a start moved by one unit in the last place; says where and by how much their losses differ.",
        footer = {
            "  ./converge audit configs/article.yaml",
            "  ./converge audit configs/article.yaml --trial adam --java /usr/lib/jvm/jdk-25"
        },
        mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Mixin
    private ResultsOptions target = new ResultsOptions();

    @Option(names = "--trial", paramLabel = "LABEL", description = "audit this trial alone; may be repeated")
    private List<String> labels = new ArrayList<>();

    @Option(names = "--java", paramLabel = "PATH", description = "another JDK, or its java, to train on as well")
    private @Nullable Path otherJava;

    @Override
    public Integer call() throws InterruptedException {
        Optional<Path> java = Optional.ofNullable(otherJava).map(this::executable);
        ExperimentFile file = options.read();
        Experiment experiment = file.experiment();
        Audit audit = new Audit(file.base(), java, options.home());
        Map<String, Horizon> horizons = new HashMap<>();
        List<String> apart = new ArrayList<>();
        var out = spec.commandLine().getOut();
        for (Trial trial : chosen(experiment)) {
            out.println(trial.problem().name() + "  " + trial.label());
            for (Deviation deviation : audit.of(trial, experiment)) {
                out.println("  " + deviation.circumstances() + ": " + told(deviation));
                if (deviation.circumstances().equals(Audit.MOVED)) {
                    horizons.put(trial.key(), new Horizon(deviation.horizon(), deviation.largest()));
                } else if (deviation.step() >= 0 && !deviation.circumstances().equals(Audit.OTHER_KERNEL)) {
                    apart.add(trial.label() + " " + deviation.circumstances());
                }
            }
            out.flush();
        }
        out.println(summary(apart));
        out.flush();
        keep(horizons, target.of(file));
        return ExitCode.DONE;
    }

    /** Whether all that is good. A start that was moved should end elsewhere, and another kernel may, so these do not count. */
    private static String summary(List<String> apart) {
        return apart.isEmpty()
                ? "Reproducible: every loss was the same in every bit wherever it was computed again by the same kernel."
                : "Not reproducible bit for bit: " + String.join(", ", apart) + ".";
    }

    private List<Trial> chosen(Experiment experiment) {
        List<String> all =
                experiment.trials().stream().map(Trial::label).distinct().toList();
        for (String label : labels) {
            if (!all.contains(label)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--trial: " + Mismatch.unknown("trial " + Mismatch.quoted(label), label, all));
            }
        }
        return experiment.trials().stream()
                .filter(trial -> labels.isEmpty() || labels.contains(trial.label()))
                .toList();
    }

    private Path executable(Path given) {
        Path java = Files.isDirectory(given) ? given.resolve("bin").resolve("java") : given;
        if (!Files.isExecutable(java)) {
            throw new ParameterException(
                    spec.commandLine(), "--java: " + Mismatch.of("the folder of a JDK", "no Java at " + java) + ".");
        }
        return java;
    }

    /** The reports of a folder that has measurements say where the digits of its curves end. */
    private static void keep(Map<String, Horizon> horizons, Results results) {
        if (!results.isDescribed()) {
            return;
        }
        FolderLock lock = results.lock();
        try {
            Measurements measurements = new Measurements(results.folder());
            measurements.write(measurements
                    .read(damage -> {
                        throw new DamagedRecordException(damage.toString());
                    })
                    .values()
                    .stream()
                    .map(known -> Optional.ofNullable(horizons.get(known.trial()))
                            .map(known::audited)
                            .orElse(known))
                    .toList());
        } finally {
            lock.close();
        }
    }

    private static String told(Deviation deviation) {
        if (deviation.step() < 0) {
            return "equal in every bit";
        }
        String horizon = deviation.horizon() < 0
                ? "never by more than a millionth"
                : "by more than a millionth from step " + deviation.horizon() + " on";
        return String.format(
                Locale.ROOT,
                "differs from step %d on, at most by %.1e, %s",
                deviation.step(),
                deviation.largest(),
                horizon);
    }
}
