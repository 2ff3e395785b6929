package org.converge4j.analysis.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.Ranking.Place;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.analysis.UpdaterSummary;
import org.converge4j.analysis.statistics.Friedman;
import org.converge4j.analysis.statistics.Levels;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.analysis.theory.QuadraticRule;
import org.converge4j.analysis.verdict.Finding.Question;
import org.converge4j.experiment.Rank;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Target;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Labels;
import org.converge4j.wording.Text;

/** Puts a comparison into sentences: what trying showed, how hard each problem is, what each updater costs, what to beware of. */
public final class Findings {
    /** Two shares of the same rows are no further apart. */
    private static final double EQUAL = 1e-9;

    private Findings() {}

    /** The sentences of a comparison, problem by problem, the answer first. */
    public static List<Finding> of(Comparison comparison) {
        List<Finding> findings = new ArrayList<>();
        finding("", Answer.of(comparison).sentence()).ifPresent(findings::add);
        for (ProblemComparison problem : comparison.problems()) {
            String name = problem.problem().name();
            finding(name, Answer.of(comparison, problem).sentence()).ifPresent(findings::add);
            new AnswerNotes(comparison, problem)
                    .sentences()
                    .forEach(said -> finding(name, said).ifPresent(findings::add));
            contrast(problem, comparison.experiment().margin()).ifPresent(findings::add);
            hardness(problem).or(() -> silence(problem)).ifPresent(findings::add);
            Gradients.of(problem).ifPresent(findings::add);
            problem.trials().forEach(trial -> search(name, trial).ifPresent(findings::add));
            new Cost(problem).finding().ifPresent(findings::add);
            findings.addAll(new Edges(problem, comparison.commands()).findings());
            Horizons.of(problem).forEach(findings::add);
            useless(problem).ifPresent(said -> findings.add(new Finding(name, Question.CAUTION, said)));
            notKept(problem).optional().ifPresent(said -> findings.add(new Finding(name, Question.CAUTION, said)));
        }
        across(comparison).ifPresent(findings::add);
        Fairness fairness = new Fairness(comparison);
        findings.add(fairness.finding());
        fairness.looks().ifPresent(findings::add);
        return List.copyOf(findings);
    }

    /** That runs spent their budget, but say how: of searches that failed. */
    private static Optional<Finding> search(String problem, TrialSummary trial) {
        List<RunRecord> said = trial.runs().stream()
                .filter(run ->
                        run.outcome() == Outcome.BUDGET_SPENT && !run.reason().isEmpty())
                .toList();
        return said.stream()
                .findFirst()
                .map(run -> new Finding(
                        problem,
                        Question.CAUTION,
                        Text.of(
                                "note.search",
                                Labels.trial(trial.trial()),
                                problem,
                                said.size(),
                                trial.runs().size(),
                                Long.toString(run.spec().seed()),
                                run.reason())));
    }

    private static Optional<Finding> contrast(ProblemComparison problem, double alike) {
        String name = problem.problem().name();
        return TestContrast.of(problem, alike).map(contrast -> new Finding(name, Question.TRIAL, contrast.words(name)));
    }

    private static Optional<Finding> finding(String problem, Text sentence) {
        return sentence.optional().map(said -> new Finding(problem, Question.TRIAL, said));
    }

    /** That no updater's network predicts better than the mean of the targets, or the most frequent class, would; on the test part if there is one. */
    private static Optional<Text> useless(ProblemComparison problem) {
        return Stream.of(Metric.TEST_R2, Metric.R2, Metric.TEST_ACCURACY, Metric.ACCURACY)
                .filter(metric -> best(problem, metric).isPresent())
                .findFirst()
                .flatMap(metric -> best(problem, metric)
                        .filter(best -> best <= trivial(problem, metric) + EQUAL)
                        .map(best -> metric.isShare()
                                ? Text.of(
                                        "note.useless.rate",
                                        problem.problem().name(),
                                        MeasureWords.metric(metric),
                                        Figures.brief(best),
                                        Figures.brief(trivial(problem, metric)))
                                : Text.of(
                                        "note.useless.mean",
                                        problem.problem().name(),
                                        MeasureWords.metric(metric),
                                        Figures.brief(best))));
    }

    /** The greatest median of any updater whose runs end. */
    private static Optional<Double> best(ProblemComparison problem, Metric metric) {
        return problem.updaters().stream()
                .flatMap(updater -> updater.chosen().stream())
                .filter(trial -> trial.diverged() < trial.answers())
                .flatMap(trial -> trial.metric(metric).stream())
                .map(Quartiles::median)
                .max(Comparator.naturalOrder());
    }

    /** What takes no network: 0 of R², or the share of the most frequent class, the least of it where each seed has rows of its own. */
    private static double trivial(ProblemComparison problem, Metric metric) {
        return metric.isShare()
                ? problem.own(run -> metric.isOfTest()
                                ? run.facts().testBaseRate()
                                : run.facts().baseRate())
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder())
                        .orElse(Double.NEGATIVE_INFINITY)
                : 0;
    }

    /** That the first to reach a target is mostly not there at the end. */
    static Text notKept(ProblemComparison problem) {
        Optional<Target> target =
                problem.deciding().measure().target().filter(each -> each.kind() == Target.Kind.METRIC);
        Optional<TrialSummary> first = problem.ranking().leaders().stream()
                .findFirst()
                .flatMap(problem::updater)
                .flatMap(UpdaterSummary::chosen);
        return target.flatMap(aim -> first.map(trial -> notKept(problem, aim, trial)))
                .orElse(Text.NONE);
    }

    private static Text notKept(ProblemComparison problem, Target aim, TrialSummary trial) {
        int kept = (int) trial.runs().stream()
                .filter(RunRecord::isAnswer)
                .filter(run -> run.metrics()
                        .last(aim.metric())
                        .filter(aim::isReachedBy)
                        .isPresent())
                .count();
        int reached =
                problem.ranking().place(trial.updater()).map(Place::reached).orElse(0);
        return 2 * kept >= reached
                ? Text.NONE
                : Text.of(
                        "note.kept",
                        trial.updater(),
                        MeasureWords.target(aim),
                        kept,
                        Text.count(trial.answers(), "seed"));
    }

    private static Optional<Finding> hardness(ProblemComparison problem) {
        return problem.facts().flatMap(facts -> facts.curvature()).map(curvature -> {
            QuadraticRule descent = new QuadraticRule(1, 0, false);
            String name = problem.problem().name();
            return new Finding(
                    name,
                    Question.HARDNESS,
                    Text.sentences(
                            Text.of(
                                    Figures.brief(descent.critical(curvature))
                                                    .equals(Figures.brief(descent.best(curvature)))
                                            ? "hard.condition.same"
                                            : "hard.condition",
                                    name,
                                    Figures.about(curvature.condition()),
                                    Figures.brief(descent.critical(curvature)),
                                    Figures.brief(descent.best(curvature)),
                                    steps(curvature.stepsPerTenfold())),
                            rank(problem)));
        });
    }

    /** Theory is silent where the least-squares problem cannot be decomposed, and says so. */
    private static Optional<Finding> silence(ProblemComparison problem) {
        String name = problem.problem().name();
        return problem.facts()
                .filter(facts -> problem.problem().network().variant().equals("linear")
                        && facts.classes().isEmpty()
                        && facts.curvature().isEmpty())
                .map(facts -> new Finding(
                        name,
                        Question.HARDNESS,
                        Text.of(problem.isDividedBySeed() ? "hard.divided" : "hard.unknown", name)));
    }

    /** Which directions the data leave flat, where they leave some. */
    private static Text rank(ProblemComparison problem) {
        return problem.facts()
                .flatMap(facts -> facts.rank())
                .filter(Rank::isDeficient)
                .map(rank -> Text.of("hard.rank", rank.rank(), rank.columns()))
                .orElse(Text.NONE);
    }

    private static Text steps(double steps) {
        double whole = Math.max(1, Math.rint(steps));
        return whole == 1 ? Text.of("steps.one") : Text.of("steps", Figures.about(whole));
    }

    private static Optional<Finding> across(Comparison comparison) {
        return comparison.friedman().map(test -> {
            String chance =
                    test.p() <= Levels.ALL ? "across.more" : test.least() > Levels.ALL ? "across.few" : "across.chance";
            return new Finding(
                    "",
                    Question.TRIAL,
                    Text.of(
                            "across.ranks",
                            test.problems(),
                            Text.commas(ranks(test)),
                            Text.of(chance),
                            Figures.about(test.p())));
        });
    }

    private static List<String> ranks(Friedman test) {
        List<String> ranks = new ArrayList<>();
        for (int i = 0; i < test.updaters().size(); i++) {
            ranks.add(test.updaters().get(i) + " " + Figures.brief(test.meanRanks()[i]));
        }
        return ranks;
    }
}
