package org.converge4j.report.content;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.verdict.Answer;
import org.converge4j.analysis.verdict.Edges;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.CatalogException;
import org.converge4j.catalog.Exports;
import org.converge4j.catalog.UpdaterSettings;
import org.converge4j.catalog.rule.Reads;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Measurement;
import org.converge4j.result.Model;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;
import org.converge4j.wording.Labels;
import org.converge4j.wording.Text;

/**
 * The trial that the records speak for, ready to use in DL4J as far as it can be.
 *
 * @param label of the trial
 * @param standing whether it is the winner or only the first of several that are not told apart, and whether more is to be
 *     tried first
 * @param note where its files lie, and what of it DL4J cannot do, why, and what to do instead
 * @param java source of a class that makes its configuration; empty where the network is a file of the user's
 * @param json its configuration as DL4J writes it; empty likewise
 * @param weights the run whose network is saved with the weights that it was measured at; nothing where they are not recorded
 */
public record WinnerData(
        String label,
        Text standing,
        Text note,
        String java,
        String json,
        @JsonIgnore Optional<SavedRun> weights) {

    /**
     * What a saved network needs of a run.
     *
     * @param single whether its numbers have 32 bits
     */
    public record SavedRun(long seed, boolean single, List<Double> parameters) {}

    /** The first of the order, where its model is known; nothing where nothing is ranked or nobody succeeds. */
    public static Optional<WinnerData> of(Comparison comparison, ProblemComparison problem, Catalog catalog) {
        Answer answer = Answer.of(comparison, problem);
        return answer.leaders().stream()
                .findFirst()
                .flatMap(problem::updater)
                .flatMap(updater ->
                        updater.chosen().flatMap(trial -> of(trial, standing(answer, updater), problem, catalog)));
    }

    private static Optional<WinnerData> of(
            TrialSummary trial, Text standing, ProblemComparison problem, Catalog catalog) {
        Optional<Model> model = trial.measurement().flatMap(Measurement::model);
        Text alone = problem.problem().function().isPresent() ? Text.NONE : alone(trial.trial(), catalog);
        if (model.isEmpty() && !alone.says()) {
            return Optional.empty();
        }
        Optional<SavedRun> weights = model.flatMap(known -> weights(trial));
        Text files = model.isEmpty()
                ? Text.NONE
                : Text.of(alone.says() ? "winner.files.alone" : "winner.files", folder(problem));
        Text saved = weights.map(run -> Text.of("winner.weights", Long.toString(run.seed())))
                .orElse(model.isEmpty() ? Text.NONE : Text.of("winner.unkept"));
        return Optional.of(new WinnerData(
                Labels.trial(trial.trial()),
                standing,
                Text.sentences(alone, files, saved, scaled(problem.problem())),
                model.map(Model::java).orElse(""),
                model.map(Model::json).orElse(""),
                weights));
    }

    /** What the network's inputs were made of: whoever gives it rows as they are in the table gets nonsense. */
    private static Text scaled(Problem problem) {
        if (problem.function().isPresent()) {
            return Text.NONE;
        }
        Object how = problem.data().settings().get("standardise");
        String word = Objects.toString(how, "none").toLowerCase(Locale.ROOT);
        return word.equals("none") ? Text.NONE : Text.of("winner.scaled", word);
    }

    /** Where its files lie, relative to the report. */
    public static String folder(ProblemComparison problem) {
        return "winner/" + problem.problem().name() + "/"; // a file's name, or it would not be a problem
    }

    private static Text standing(Answer answer, UpdaterSummary updater) {
        Text others = Text.commas(answer.leaders().subList(1, answer.leaders().size()));
        Text standing = switch (answer.kind()) {
            case BEST -> Text.of("winner.best");
            case ALIKE -> Text.of("winner.alike", others);
            default -> Text.of("winner.open", others);
        };
        return Edges.isOpen(updater) ? Text.of("winner.edge", standing) : standing;
    }

    /** What of a trial works here alone, and why; says nothing where all of it works in DL4J. */
    private static Text alone(Trial trial, Catalog catalog) {
        List<String> around =
                trial.common().around().stream().map(Choice::variant).toList();
        Text beside = around.isEmpty() ? Text.NONE : Text.of("winner.around", Text.and(around));
        try {
            UpdaterSettings updater = catalog.updater(trial.updater().variant())
                    .create(trial.updater().settings());
            return Text.sentences(
                    Exports.refusal(updater).isEmpty()
                            ? Text.NONE
                            : Text.of("winner.alone", trial.updater().variant(), why(updater)),
                    beside);
        } catch (CatalogException | IllegalArgumentException unknown) { // an updater of somebody else's jar
            return beside;
        }
    }

    private static Text why(UpdaterSettings updater) {
        if (!updater.insideFit().isEmpty()) {
            return Text.of("winner.why.algorithm", updater.insideFit());
        }
        Set<Reads> kept = Exports.kept(updater);
        return kept.isEmpty()
                ? Text.of("winner.why.elsewhere")
                : Text.of(
                        "winner.why.reads",
                        Text.and(kept.stream()
                                .map(read -> Text.of("reads." + read))
                                .toList()));
    }

    /** Of the run that ends lowest. */
    private static Optional<SavedRun> weights(TrialSummary trial) {
        return trial.runs().stream()
                .filter(run -> run.outcome() == Outcome.BUDGET_SPENT || run.outcome() == Outcome.TARGET_REACHED)
                .filter(run -> run.parameters().size() == run.facts().parameters())
                .min(Comparator.comparingDouble(run -> run.curve().last()))
                .map(run -> new SavedRun(run.spec().seed(), isSingle(run), run.parameters()));
    }

    private static boolean isSingle(RunRecord run) {
        return run.spec().trial().training().precision().bytes() == Float.BYTES;
    }
}
