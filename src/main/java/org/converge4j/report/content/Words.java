package org.converge4j.report.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary.TargetSummary;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Clip;
import org.converge4j.experiment.CommonSettings;
import org.converge4j.experiment.Decay;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Target;
import org.converge4j.experiment.training.Training;
import org.converge4j.result.Environment;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Labels;

/** Sentences and short descriptions that the page and its plain twin share. */
public final class Words {
    private Words() {}

    /** "3 trials × 10 seeds: 30 runs, 2 diverged". */
    public static String size(Comparison comparison) {
        int trials = comparison.experiment().trials().size();
        int seeds = comparison.experiment().seeds().size()
                + comparison.experiment().tuningSeeds().size();
        StringBuilder text = new StringBuilder(Figures.count(trials, "trial") + " × " + Figures.count(seeds, "seed")
                + ": " + trials * seeds + " runs");
        comparison.outcomes().forEach((outcome, count) -> {
            if (outcome != Outcome.BUDGET_SPENT) {
                text.append(", ").append(count).append(' ').append(word(outcome));
            }
        });
        return text.append(". ").append(Seeding.of(comparison)).toString();
    }

    /** "1 %" of the first excess, or "loss 0.2". */
    public static String target(Target target) {
        return target.kind() == Target.Kind.FRACTION
                ? Figures.given(100 * target.value()) + " %"
                : target.metric().toString().toLowerCase(Locale.ROOT).replace('_', ' ') + " "
                        + Figures.given(target.value());
    }

    /** "412, 10/10": median steps, and how many of the runs reached it; "399 – 412, 10/10" where steps between were not looked at. */
    static String reached(TargetSummary target) {
        return target.of() == 0 ? Numbers.NONE : steps(target) + ", " + target.reached() + "/" + target.of();
    }

    private static String steps(TargetSummary target) {
        double seen = target.steps().map(Quartiles::median).orElse(Double.POSITIVE_INFINITY);
        return target.earliest() < seen && Double.isFinite(seen)
                ? Figures.brief(target.earliest()) + " – " + Figures.brief(seen)
                : Figures.brief(seen);
    }

    /** Size and floor of a problem after a separator, or nothing before its first run. */
    public static String facts(ProblemComparison problem, String separator) {
        if (problem.problem().function().isPresent()) {
            return separator + "a function of x and y"
                    + problem.floor().map(v -> ", floor " + Figures.brief(v)).orElse("");
        }
        return problem.facts()
                .map(f -> separator + Figures.count(f.rows(), "row") + ", " + Figures.count(f.features(), "feature")
                        + ", "
                        + Figures.count(f.parameters(), "parameter")
                        + floor(problem).map(v -> ", floor " + v).orElse(""))
                .orElse("");
    }

    /** The floor, or the range of those of the seeds, where each has its own. */
    private static Optional<String> floor(ProblemComparison problem) {
        return problem.isDividedBySeed() && problem.floor().isPresent()
                ? Optional.of(Numbers.range(problem.own(run -> run.facts().floor())))
                : problem.floor().map(Figures::brief);
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
        if (!common.clip().equals(Clip.NONE)) {
            settings.add("clip " + common.clip().kind().name().toLowerCase(Locale.ROOT) + " "
                    + Figures.given(common.clip().limit()));
        }
        if (!common.decay().equals(Decay.NONE)) {
            settings.add(common.decay().kind().name().toLowerCase(Locale.ROOT) + " decay "
                    + Figures.given(common.decay().rate()));
        }
        common.around().forEach(part -> settings.add(part.variant() + " " + part.settings()));
        return String.join(", ", settings);
    }

    /** How a run ended. */
    public static String end(RunRecord run) {
        return word(run.outcome()) + (run.outcome() == Outcome.BUDGET_SPENT ? " after " : " at ") + "step "
                + run.steps() + (run.reason().isEmpty() ? "" : ": " + run.reason());
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case BUDGET_SPENT -> "budget spent";
            case TARGET_REACHED -> "target reached";
            case DIVERGED -> "diverged";
            case TIMED_OUT -> "timed out";
            case FAILED -> "failed";
        };
    }

    /** How the trials were trained: name and value; several values where trials differ. */
    public static Map<String, String> training(Comparison comparison) {
        List<Training> trainings = comparison.experiment().trials().stream()
                .map(trial -> trial.training())
                .distinct()
                .toList();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("budget", join(trainings.stream().map(t -> budget(t.budget()))));
        settings.put(
                "batch",
                join(trainings.stream().map(t -> t.batch() == 0 ? "all rows" : Figures.count(t.batch(), "row"))));
        settings.put(
                "precision", join(trainings.stream().map(t -> 8 * t.precision().bytes() + " bits")));
        settings.put("recorded", join(trainings.stream().map(t -> recording(t.recording()))));
        settings.put("seeds", seeds(comparison.experiment().seeds()));
        if (!comparison.experiment().tuningSeeds().isEmpty()) {
            settings.put(
                    "seeds for choosing settings", seeds(comparison.experiment().tuningSeeds()));
        }
        return settings;
    }

    /** An environment: name and value. */
    public static Map<String, String> environment(Environment environment) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("converge4j", environment.converge4j());
        facts.put("DL4J", environment.dl4j());
        facts.put("backend", environment.backend());
        facts.put("Java", environment.java());
        facts.put("system", environment.system());
        facts.put("processor", environment.processor());
        facts.put("threads a worker", Integer.toString(environment.threads()));
        return facts;
    }

    /** What to type to get a report again, and what that does. */
    public static Map<String, String> commands(Comparison comparison) {
        String folder = comparison.folder();
        Map<String, String> commands = new LinkedHashMap<>();
        commands.put(
                "./converge run " + folder + "/experiment.yaml"
                        + (folder.equals("results/" + comparison.experiment().name()) ? "" : " --out " + folder),
                "trains what is not recorded, every default written out in the file, and writes this report");
        commands.put("./converge report " + folder, "writes this report again from the records alone");
        return commands;
    }

    private static String budget(Budget budget) {
        return Figures.count(budget.amount(), budget.unit() == Budget.Unit.STEPS ? "step" : "epoch");
    }

    private static String recording(Recording recording) {
        if (recording.spacing() == Recording.Spacing.LOG) {
            return "about 20 steps per decade";
        }
        return recording.every() == 1 ? "every step" : "every " + recording.every() + " steps";
    }

    private static String seeds(List<Long> seeds) {
        return String.join(", ", seeds.stream().map(String::valueOf).toList());
    }

    private static String join(Stream<String> values) {
        return String.join(", ", values.distinct().toList());
    }
}
