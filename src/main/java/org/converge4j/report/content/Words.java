package org.converge4j.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary.TargetSummary;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.analysis.verdict.MeasureWords;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Clip;
import org.converge4j.experiment.CommonSettings;
import org.converge4j.experiment.Decay;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Target;
import org.converge4j.experiment.training.Training;
import org.converge4j.report.content.PageData.FactData;
import org.converge4j.result.Environment;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;
import org.converge4j.wording.Figures;
import org.converge4j.wording.FolderCommands;
import org.converge4j.wording.Labels;
import org.converge4j.wording.Reasons;
import org.converge4j.wording.Text;

/** Sentences and short descriptions that the page and its plain twin share. */
public final class Words {
    private Words() {}

    /** "3 trials × 10 seeds: 30 runs, 2 diverged". */
    public static Text size(Comparison comparison) {
        int trials = comparison.experiment().trials().size();
        int seeds = comparison.experiment().seeds().size()
                + comparison.experiment().tuningSeeds().size();
        List<Text> runs = new ArrayList<>(List.of(Text.of(
                "size.runs",
                Text.count(trials, "trial"),
                Text.count(seeds, "seed"),
                Text.count(trials * seeds, "run"))));
        comparison.outcomes().forEach((outcome, count) -> {
            if (outcome != Outcome.BUDGET_SPENT) {
                runs.add(Text.of(
                        outcome == Outcome.TARGET_REACHED ? "size.reached" : "size.outcome", count, word(outcome)));
            }
        });
        return Text.sentences(Text.of("sentence", Text.commas(runs)), Seeding.of(comparison));
    }

    /** "1 %" of the first excess, or "loss 0.2". */
    public static Text target(Target target) {
        return target.kind() == Target.Kind.FRACTION
                ? Text.plain(Figures.given(100 * target.value()) + " %")
                : Text.of("target.metric", MeasureWords.metric(target.metric()), Figures.given(target.value()));
    }

    /** "412, 10/10": median steps, and how many of the runs reached it; "399 – 412, 10/10" where steps between were not looked at. */
    static Text reached(TargetSummary target) {
        return target.of() == 0
                ? Numbers.NONE
                : Text.plain(steps(
                                target.earliest(),
                                target.steps().map(Quartiles::median).orElse(Double.POSITIVE_INFINITY))
                        + ", " + target.reached() + "/" + target.of());
    }

    /** "412", or "399 – 412" where steps between were not looked at. */
    static String steps(double earliest, double seen) {
        return earliest < seen && Double.isFinite(seen)
                ? Figures.brief(earliest) + " – " + Figures.brief(seen)
                : Figures.brief(seen);
    }

    /** A problem with its size and floor, "randn: 5 rows, 10 features"; the name alone before its first run. */
    public static Text heading(ProblemComparison problem) {
        String name = problem.problem().name();
        return facts(problem)
                .optional()
                .map(facts -> Text.of("pair.verdict", name, facts))
                .orElse(Text.plain(name));
    }

    /** Size and floor of a problem; nothing before its first run. */
    public static Text facts(ProblemComparison problem) {
        List<Text> facts = new ArrayList<>();
        if (problem.problem().function().isPresent()) {
            facts.add(Text.of("facts.function"));
        } else {
            problem.facts()
                    .ifPresent(f -> facts.addAll(List.of(
                            f.testRows() == 0
                                    ? Text.count(f.rows(), "row")
                                    : Text.of("rows.test", Text.count(f.rows(), "row"), f.testRows()),
                            Text.count(f.features(), "feature"),
                            Text.count(f.parameters(), "parameter"))));
        }
        if (!facts.isEmpty()) {
            floor(problem).ifPresent(floor -> facts.add(Text.of("facts.floor", floor)));
        }
        return Text.commas(facts);
    }

    /** The floor, or the range of those of the seeds, where each has its own. */
    private static Optional<Text> floor(ProblemComparison problem) {
        return problem.isDividedBySeed() && problem.floor().isPresent()
                ? Optional.of(Numbers.range(problem.own(run -> run.facts().floor())))
                : problem.floor().map(Figures::brief).map(Text::plain);
    }

    /** "β₁ 0.9"-like settings of a trial beside its learning rate, its schedule, clipping and decay among them. */
    static String settings(Trial trial) {
        List<String> settings = new ArrayList<>();
        trial.updater().settings().forEach((name, value) -> {
            if (!name.equals(Choice.LEARNING_RATE)) {
                settings.add(
                        Labels.symbol(name) + " = " + (value instanceof Double number ? Figures.given(number) : value));
            }
        });
        CommonSettings common = trial.common();
        if (!common.schedule().isEmpty()) {
            settings.add("schedule "
                    + String.join(
                            " then ",
                            common.schedule().stream().map(Choice::variant).toList()));
        }
        if (common.clip().kind() != Clip.Kind.NONE) {
            settings.add("clip " + common.clip().kind().name().toLowerCase(Locale.ROOT) + " "
                    + Figures.given(common.clip().limit()));
        }
        if (common.decay().kind() != Decay.Kind.NONE) {
            settings.add(common.decay().kind().name().toLowerCase(Locale.ROOT) + " decay "
                    + Figures.given(common.decay().rate()));
        }
        common.around().forEach(part -> settings.add(part.variant() + " " + part.settings()));
        return String.join(", ", settings);
    }

    /** How a run ended. */
    public static Text end(RunRecord run) {
        Text end = Text.of(
                run.outcome() == Outcome.BUDGET_SPENT ? "end.after" : "end.at", word(run.outcome()), run.steps());
        return run.reason().isEmpty() ? end : Text.of("pair.verdict", end, Reasons.of(run.reason()));
    }

    private static Text word(Outcome outcome) {
        return Text.of("outcome." + outcome.name());
    }

    /** How the trials were trained: name and value; several values where trials differ. */
    public static List<FactData> training(Comparison comparison) {
        List<Training> trainings = comparison.experiment().trials().stream()
                .map(trial -> trial.training())
                .distinct()
                .toList();
        List<FactData> settings = new ArrayList<>();
        settings.add(fact("budget", trainings, t -> budget(t.budget())));
        settings.add(
                fact("batch", trainings, t -> t.batch() == 0 ? Text.of("batch.all") : Text.count(t.batch(), "row")));
        settings.add(fact(
                "precision", trainings, t -> Text.of("bits", 8 * t.precision().bytes())));
        settings.add(fact("recorded", trainings, t -> recording(t.recording())));
        settings.add(new FactData(
                Text.of("fact.seeds"), seeds(comparison.experiment().seeds())));
        if (!comparison.experiment().tuningSeeds().isEmpty()) {
            settings.add(new FactData(
                    Text.of("fact.tuningSeeds"), seeds(comparison.experiment().tuningSeeds())));
        }
        return settings;
    }

    private static FactData fact(String name, List<Training> trainings, Function<Training, Text> value) {
        return new FactData(
                Text.of("fact." + name),
                Text.commas(trainings.stream().map(value).distinct().toList()));
    }

    /** An environment: name and value. */
    public static List<FactData> environment(Environment environment) {
        return List.of(
                environment("converge4j", environment.converge4j()),
                environment("dl4j", environment.dl4j()),
                environment("backend", environment.backend()),
                environment("java", environment.java()),
                environment("system", environment.system()),
                environment("processor", environment.processor()),
                environment("threads", Integer.toString(environment.threads())));
    }

    private static FactData environment(String name, String value) {
        return new FactData(Text.of("environment." + name), Text.plain(value));
    }

    /** What to type to get a report again, and what that does. */
    public static List<FactData> commands(Comparison comparison) {
        FolderCommands commands = comparison.commands();
        boolean isUsual =
                commands.folder().equals("results/" + comparison.experiment().name());
        return List.of(
                new FactData(Text.plain(isUsual ? commands.run() : commands.runHere()), Text.of("command.run")),
                new FactData(Text.plain(commands.report()), Text.of("command.report")));
    }

    private static Text budget(Budget budget) {
        return Text.count(budget.amount(), budget.unit() == Budget.Unit.STEPS ? "step" : "epoch");
    }

    private static Text recording(Recording recording) {
        if (recording.spacing() == Recording.Spacing.LOG) {
            return Text.of("recorded.log");
        }
        return recording.every() == 1 ? Text.of("recorded.every") : Text.of("recorded.each", recording.every());
    }

    private static Text seeds(List<Long> seeds) {
        return Text.plain(String.join(", ", seeds.stream().map(String::valueOf).toList()));
    }
}
