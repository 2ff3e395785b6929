package org.converge4j.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.Baseline;
import org.converge4j.result.store.ForeignCurves;
import org.converge4j.result.store.Results;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a report can show beside the experiment's own runs. */
public final class GuestOptions {
    @Option(
            names = "--import",
            paramLabel = "FILE.csv",
            description =
                    "curves from elsewhere: the columns of curves.csv, TensorBoard's scalars, metrics of MLflow, charts of Weights & Biases; in the same tables and charts, marked as imported")
    private List<Path> imports = new ArrayList<>();

    @Option(
            names = "--map",
            paramLabel = "OURS=THEIRS",
            description =
                    "what an imported file calls problem, updater, label, learning_rate, seed, step or loss; as often as needed")
    private Map<String, String> mapping = new LinkedHashMap<>();

    @Option(
            names = "--baseline",
            paramLabel = "DIR",
            description = "a results folder whose runs of the same problems and labels are drawn beside these")
    private @Nullable Path baseline;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Refuses what would change nothing. */
    public void check() {
        if (imports.isEmpty() && !mapping.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--map: expected --import beside it, found none");
        }
    }

    /**
     * The guests' runs.
     *
     * @param own the experiment's
     */
    public List<RunRecord> runs(Experiment experiment, Collection<RunRecord> own) {
        Map<String, Map<Long, ProblemFacts>> facts = new LinkedHashMap<>();
        own.forEach(run -> facts.computeIfAbsent(run.spec().trial().problem().name(), problem -> new LinkedHashMap<>())
                .put(run.spec().seed(), run.facts()));
        List<RunRecord> guests = new ArrayList<>();
        imports.stream()
                .flatMap(file -> new ForeignCurves(file, experiment, facts, mapping).read().stream())
                .filter(run -> !isOwn(run, own))
                .forEach(guests::add);
        if (baseline != null) {
            guests.addAll(Baseline.of(experiment, new Results(baseline)));
        }
        return guests;
    }

    /** Whether a curve is one of the experiment's own come back: the same updater, not a rival of itself. */
    private static boolean isOwn(RunRecord guest, Collection<RunRecord> own) {
        String label = guest.spec().trial().label().replace(" (" + ForeignCurves.TRAINER + ")", "");
        return own.stream()
                .anyMatch(run -> run.spec().seed() == guest.spec().seed()
                        && run.spec().trial().label().equals(label)
                        && run.spec()
                                .trial()
                                .problem()
                                .equals(guest.spec().trial().problem())
                        && run.curve().equals(guest.curve()));
    }
}
