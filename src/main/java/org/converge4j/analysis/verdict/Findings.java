package org.converge4j.analysis.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.statistics.Friedman;
import org.converge4j.analysis.statistics.Levels;
import org.converge4j.analysis.theory.QuadraticRule;
import org.converge4j.analysis.verdict.Finding.Question;
import org.converge4j.experiment.Rank;
import org.converge4j.experiment.training.Target;
import org.converge4j.wording.Figures;

/** Puts a comparison into sentences: what trying showed, how hard each problem is, what each updater costs, what to beware of. */
public final class Findings {
    private Findings() {}

    /** The sentences of a comparison, problem by problem, the answer first. */
    public static List<Finding> of(Comparison comparison) {
        List<Finding> findings = new ArrayList<>();
        finding("", Answers.of(comparison).sentence()).ifPresent(findings::add);
        for (ProblemComparison problem : comparison.problems()) {
            String name = problem.problem().name();
            finding(name, Answers.of(comparison, problem).sentence()).ifPresent(findings::add);
            new AnswerNotes(comparison, problem)
                    .sentences()
                    .forEach(said -> finding(name, said).ifPresent(findings::add));
            contrast(problem).ifPresent(findings::add);
            hardness(problem).or(() -> silence(problem)).ifPresent(findings::add);
            Gradients.of(problem).ifPresent(findings::add);
            new Cost(problem).finding().ifPresent(findings::add);
            findings.addAll(new Edges(problem, comparison.folder()).findings());
            Horizons.of(problem).forEach(findings::add);
        }
        across(comparison).ifPresent(findings::add);
        Fairness fairness = new Fairness(comparison);
        findings.add(fairness.finding());
        fairness.looks().ifPresent(findings::add);
        return List.copyOf(findings);
    }

    private static Optional<Finding> contrast(ProblemComparison problem) {
        String name = problem.problem().name();
        return TestContrast.of(problem)
                .map(contrast -> new Finding(
                        name,
                        Question.TRIAL,
                        "On " + name + " training set and test part disagree: " + contrast.words() + "."));
    }

    private static Optional<Finding> finding(String problem, String sentence) {
        return sentence.isEmpty() ? Optional.empty() : Optional.of(new Finding(problem, Question.TRIAL, sentence));
    }

    private static Optional<Finding> hardness(ProblemComparison problem) {
        return problem.facts().flatMap(facts -> facts.curvature()).map(curvature -> {
            QuadraticRule descent = new QuadraticRule(1, 0, false);
            double best = descent.best(curvature);
            String name = problem.problem().name();
            return new Finding(
                    name,
                    Question.HARDNESS,
                    name + " has condition number " + Figures.about(curvature.condition())
                            + ": on all rows at once, gradient descent diverges from learning rate "
                            + Figures.brief(descent.critical(curvature)) + " on, and at its best, "
                            + Figures.brief(best) + ", it needs " + steps(curvature.stepsPerTenfold())
                            + " for each tenfold reduction of the excess in the long run." + rank(problem));
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
                        "Theory says nothing of " + name + ": "
                                + (problem.isDividedBySeed()
                                        ? "each seed trains on rows of its own, so that there is no one curvature; its"
                                                + " excess is over the floor of its own rows."
                                        : "its curvature is not known, for its data are too many, or their numbers too"
                                                + " large, too small or too far apart for 64 bits.")));
    }

    /** Which directions the data leave flat, where they leave some. */
    private static String rank(ProblemComparison problem) {
        return problem.facts()
                .flatMap(facts -> facts.rank())
                .filter(Rank::isDeficient)
                .map(rank -> " Its data have numerical rank " + rank.rank() + " of " + rank.columns()
                        + ": in the other directions the loss is flat and nothing moves.")
                .orElse("");
    }

    private static String steps(double steps) {
        double whole = Math.max(1, Math.rint(steps));
        return "about " + (whole == 1 ? "1 step" : Figures.about(whole) + " steps");
    }

    private static Optional<Finding> across(Comparison comparison) {
        return comparison
                .friedman()
                .map(test -> new Finding(
                        "",
                        Question.TRIAL,
                        "Over " + test.problems() + " problems the mean ranks are " + ranks(test) + "; "
                                + (test.p() <= Levels.ALL
                                        ? "they differ by more than chance"
                                        : test.least() > Levels.ALL
                                                ? "so few problems and updaters cannot show more than chance"
                                                : "that may be chance")
                                + " (Friedman's test, p = " + Figures.about(test.p()) + ")."));
    }

    private static String ranks(Friedman test) {
        List<String> ranks = new ArrayList<>();
        for (int i = 0; i < test.updaters().size(); i++) {
            ranks.add(test.updaters().get(i) + " " + Figures.brief(test.meanRanks()[i]));
        }
        return String.join(", ", ranks);
    }

    /** A target in words: "0.1 % of the initial excess". */
    public static String words(Target target) {
        return switch (target.kind()) {
            case FRACTION -> Figures.given(100 * target.value()) + " % of the initial excess";
            case LOSS -> "a loss of " + Figures.given(target.value());
            case METRIC -> target.metric().key() + " " + Figures.given(target.value());
        };
    }
}
