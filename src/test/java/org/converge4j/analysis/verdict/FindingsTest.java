package org.converge4j.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.converge4j.analysis.Analysis;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.Experiments;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.DecideBy;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Target;
import org.junit.jupiter.api.Test;

class FindingsTest {
    @Test
    void beginWithTheAnswerOfTheWholeAndGoOnWithThatOfTheProblem() {
        assertThat(sentences(new Experiments()
                        .trial("sgd", .1, curves(10, .1))
                        .trial("adam", .1, curves(10, .2))
                        .comparison(10, 0)))
                .startsWith(
                        "Gradient descent. After 3 steps its loss is 2 times lower than Adam's, on 10 of 10 seeds. One learning"
                                + " rate each, none tuned.",
                        "sgd is best on p by final excess, lower than adam on 10 of 10 seeds: adam's is 2 times as high"
                                + " (95 % interval 2 times, to three digits, p = 0.002).",
                        "What decides on p: final excess, for there is neither a single target nor a test part; differences"
                                + " below 1 % count as none (alike).");
    }

    @Test
    void sayWhatCountsAsOne() {
        assertThat(sentences(new Experiments()
                        .trial("momentum", .1, curves(10, .1))
                        .trial("nesterovs", .1, curves(10, .1))
                        .comparison(10, 0)))
                .contains(
                        "nesterovs and momentum are one rule on p: their curves are equal on every seed. They count as one.");
        double[][] one = {{1, .1}, {1, .1}, {1, .1}};
        assertThat(sentences(new Experiments().trial("sgd", .1, one).comparison(3, 0)))
                .contains("The 3 seeds of p give one curve only for each updater: they count as one seed.");
    }

    /** NumPy: the median of the pairwise means of ln(adam / sgd) is ln 3.21; the medians are 0.1 and 0.11. */
    @Test
    void sayThatTheFactorIsNotThatOfTheMediansBesideIt() {
        assertThat(sentences(new Experiments()
                        .trial("sgd", .1, ending(.001, .002, .003, .1, .2, .3, .4))
                        .trial("adam", .1, ending(.01, .02, .03, .11, .21, .31, .41))
                        .comparison(7, 0)))
                .anyMatch(said ->
                        said.contains("its loss is 3.21 times lower than Adam's, on 7 of 7 seeds. That is seed by"
                                + " seed; the medians in the table, of different seeds, give 1.1 for adam over sgd."));
    }

    @Test
    void crownNobodyAtTheEdgeAndSayHowToGoOn() {
        List<String> sentences = sentences(new Experiments()
                .trial("sgd", .01, curves(10, .3))
                .trial("sgd", .1, curves(10, .1))
                .trial("adam", .1, curves(10, .2))
                .comparison(10, 0));
        assertThat(sentences)
                .anyMatch(
                        s -> s.startsWith("Gradient descent. After 3 steps")
                                && s.endsWith(
                                        "The learning rate of gradient descent is at the edge of its grid: better may lie beyond."))
                .noneMatch(s -> s.startsWith("sgd is best on p") && s.contains("edge")) // what to do stands beside it
                .anyMatch(s -> s.contains("`./converge run results/e/experiment.yaml --out results/e --rates 1`"));
    }

    @Test
    void nameTheEdgeAlsoOfWhoIsBeaten() {
        assertThat(sentences(new Experiments()
                        .trial("sgd", .01, curves(10, .3))
                        .trial("sgd", .1, curves(10, .1))
                        .trial("adam", .01, curves(10, .4))
                        .trial("adam", .1, curves(10, .2))
                        .comparison(10, 0)))
                .anyMatch(
                        s -> s.startsWith("Gradient descent. After 3 steps")
                                && s.endsWith(
                                        "The learning rates of gradient descent and Adam are at the edges of their grids: better may lie beyond."));
    }

    /** Gradient descent on a quadratic of largest curvature 1 diverges from 2 on. */
    @Test
    void adviseNothingThatTheoryContradicts() {
        Experiments quadratic = new Experiments().on(Experiments.PROBLEM, Experiments.quadratic(1, .1));
        assertThat(sentences(quadratic
                        .trial("sgd", .5, curves(10, .3))
                        .trial("sgd", 1.5, curves(10, .1))
                        .trial("adam", .1, curves(10, .2))
                        .comparison(10, 0)))
                .contains(
                        "sgd did best on p at the highest learning rate of its grid, and from 2 on it diverges, says theory:"
                                + " there is little to try beyond.")
                .noneMatch(sentence -> sentence.contains("better may lie beyond"));
    }

    @Test
    void adviseNoRateBeyondOneThatDivergesAndSayWhoDivergesThere() {
        double[][] mostly = curves(12, .1);
        mostly[11] = new double[] {1, Double.POSITIVE_INFINITY};
        double[][] lost = IntStream.range(0, 12)
                .mapToObj(i -> new double[] {1 + i, Double.POSITIVE_INFINITY})
                .toArray(double[][]::new);
        assertThat(sentences(new Experiments()
                        .trial("sgd", .1, curves(12, .3))
                        .trial("sgd", 1, mostly)
                        .trial("adam", .1, curves(12, .5))
                        .comparison(12, 0)))
                .contains(
                        "sgd did best on p at the highest learning rate of its grid, and diverges there on 1 of 12 seeds:"
                                + " there is little to try beyond.")
                .noneMatch(said -> said.contains("--rates"))
                .noneMatch(said -> said.contains("better may lie beyond"));
        assertThat(sentences(new Experiments()
                        .trial("sgd", .01, curves(12, .6))
                        .trial("sgd", .1, curves(12, .3))
                        .trial("sgd", 1, lost)
                        .trial("adam", .1, curves(12, .5))
                        .trial("adam", 1, curves(12, .2))
                        .comparison(12, 0)))
                .anyMatch(
                        said -> said.contains("--rates 10`")
                                && said.endsWith(
                                        "sgd diverges at less on every seed, and is tried there all the same, which takes few steps."));
    }

    /** Of one rate alone there is no grid; gradient descent on this quadratic diverges from 2 on. */
    @Test
    void sayWhereTheOnlyRateIsTooLarge() {
        double[][] lost = {{1, Double.POSITIVE_INFINITY}, {2, Double.POSITIVE_INFINITY}};
        Experiments quadratic = new Experiments().on(Experiments.PROBLEM, Experiments.quadratic(1, .1));
        assertThat(sentences(quadratic
                        .trial("sgd", 2.5, lost)
                        .trial("adam", .1, curves(2, .2))
                        .comparison(2, 0)))
                .contains(
                        "Too fast for p, says theory, and nothing slower was tried: sgd ran at 2.5 and diverges from 2 on.");
    }

    @Test
    void sayWhereNoNetworkBeatsWhatTakesNone() {
        Experiments poor = new Experiments()
                .trial("sgd", .1, curves(3, .1))
                .measuring(Metric.TEST_R2, -.4, -.5, -.3)
                .trial("adam", .1, curves(3, .2))
                .measuring(Metric.TEST_R2, -.2, -.1, -.3);
        assertThat(sentences(poor.comparison(3, 0)))
                .contains("On p no network predicts better than the mean of the targets would: test R² is at most −0.2"
                        + " in the median.");
        assertThat(sentences(poor.trial("lion", .1, curves(3, .2))
                        .measuring(Metric.TEST_R2, .1, .2, .3)
                        .comparison(3, 0)))
                .noneMatch(said -> said.contains("no network predicts better"));
    }

    @Test
    void sayWhatWasReachedAndNotKept() {
        DecideBy accuracy = DecideBy.to(DecideBy.Kind.STEPS, Target.of(Metric.TEST_ACCURACY, .9));
        assertThat(sentences(new Experiments()
                        .deciding(accuracy)
                        .trial("sgd", .1, curves(10, .1))
                        .moving(Metric.TEST_ACCURACY, .95, .85)
                        .trial("adam", .1, curves(10, .2))
                        .moving(Metric.TEST_ACCURACY, .8, .92)
                        .comparison(10, 0)))
                .contains("Reached is not kept: at the end, sgd is at test accuracy 0.9 on 0 of 10 seeds.");
        assertThat(sentences(new Experiments()
                        .deciding(accuracy)
                        .trial("sgd", .1, curves(10, .1))
                        .moving(Metric.TEST_ACCURACY, .95, .95)
                        .trial("adam", .1, curves(10, .2))
                        .moving(Metric.TEST_ACCURACY, .8, .85)
                        .comparison(10, 0)))
                .noneMatch(sentence -> sentence.contains("not kept"));
    }

    @Test
    void sayHowSettingsWereChosen() {
        assertThat(sentences(new Experiments()
                        .trial("sgd", .1, curves(10, .1))
                        .trial("sgd", .2, curves(10, .2))
                        .comparison(5, 5)))
                .contains("Every updater was tried at 2 learning rates, chosen on 5 seeds and reported on 5 others.");
        assertThat(sentences(new Experiments().trial("sgd", .1, curves(5, .1)).comparison(5, 0)))
                .anyMatch(s -> s.startsWith("Nothing was tuned"));
    }

    @Test
    void sayWhatOnlyThePlanIsWhileRunsAreMissing() {
        assertThat(sentences(new Experiments()
                        .trial("sgd", .1, curves(5, .1))
                        .trial("sgd", .2, curves(5, .2))
                        .comparison(5, 5)))
                .contains(
                        "Every updater will be tried at 2 learning rates, chosen on 5 seeds and reported on 5 others. That is"
                                + " the plan: 10 of 20 runs are recorded, and with the others other settings may be chosen.");
    }

    /** On six seeds that agree p is 2 / 2⁶ = 0.031. */
    @Test
    void sayThatTheSeedsReportedContradictTheChosenRate() {
        double[][] chosen = {{1, .3}, {1, .31}, {1, .29}, {1, .305}, {1, .32}, {1, .28}, {1, .1}, {1, .1}};
        double[][] better = {{1, .1}, {1, .11}, {1, .09}, {1, .105}, {1, .12}, {1, .08}, {1, .2}, {1, .2}};
        assertThat(sentences(new Experiments()
                        .trial("sgd", .01, better)
                        .trial("sgd", .1, chosen)
                        .trial("sgd", 1, curves(8, .5))
                        .comparison(6, 2)))
                .anyMatch(s -> s.startsWith(
                                "On p the seeds for tuning chose sgd η = 0.1, but on the seeds reported sgd η = 0.01"
                                        + " is lower on 6 of 6 seeds, ")
                        && s.endsWith(": more seeds for tuning would choose more surely."));
        better[0][1] = .4;
        better[1][1] = .4;
        assertThat(sentences(new Experiments()
                        .trial("sgd", .01, better)
                        .trial("sgd", .1, chosen)
                        .trial("sgd", 1, curves(8, .5))
                        .comparison(6, 2)))
                .noneMatch(s -> s.contains("the seeds for tuning chose"));
    }

    @Test
    void sayThatOtherSettingsCompete() {
        Choice half = new Choice("momentum", Map.of(Choice.LEARNING_RATE, .1, "beta", .5));
        Choice most = half.with("beta", .9);
        List<Trial> trials = new ArrayList<>();
        for (Choice choice : List.of(half, most)) {
            for (double rate : new double[] {.1, .2}) {
                trials.add(new Trial(
                        "momentum beta=" + choice.settings().get("beta") + " learningRate=" + rate,
                        Experiments.PROBLEM,
                        choice.with(Choice.LEARNING_RATE, rate),
                        Experiments.TRAINING));
            }
        }
        Experiment experiment = new Experiment("e", "", trials, List.of(1L), List.of(2L), List.of());
        assertThat(new Grids(experiment).words("past").toString())
                .isEqualTo(
                        "Only learning rates were chosen; momentum β = 0.5 and momentum β = 0.9 competed as updaters of"
                                + " their own");
        assertThat(sentences(new Analysis(experiment, Map.of(), List.of()).compare(Map.of(), List.of())))
                .contains(
                        "Every updater will be tried at 2 learning rates, chosen on 1 seed and reported on 1 other. That is"
                                + " the plan: 0 of 8 runs are recorded, and with the others other settings may be chosen. Only"
                                + " learning rates are chosen; momentum β = 0.5 and momentum β = 0.9 compete as updaters of their own.");
    }

    @Test
    void sayThatAWiderGridIsAnAdvantage() {
        // from 0.1 to 0.2 are log10(2) = 0.30 decades
        assertThat(sentences(new Experiments()
                        .trial("sgd", .1, curves(5, .1))
                        .trial("sgd", .2, curves(5, .2))
                        .trial("adam", .01, curves(5, .1))
                        .trial("adam", 1, curves(5, .2))
                        .comparison(5, 0)))
                .contains(
                        "Every updater was tried at 2 learning rates, chosen on the 5 seeds reported here, which flatters"
                                + " the winners. Their grids are not equally wide (sgd 0.3 decades, adam 2 decades), which"
                                + " favours the widest.");
    }

    @Test
    void sayHowHardAQuadraticIs() {
        // gradient descent's textbook: diverges from 2/λmax = 2 on, is best at 2/(λmax + λmin) = 1.82, and the excess
        // shrinks by (0.9/1.1)² a step there: ln 10 / (2 ln (1.1/0.9)) = 5.7 steps for a tenfold reduction
        assertThat(sentences(new Experiments()
                        .on(Experiments.PROBLEM, Experiments.quadratic(1, .1))
                        .trial("sgd", .1, curves(1, .1))
                        .comparison(1, 0)))
                .contains(
                        "p has condition number 10: on all rows at once, gradient descent diverges from learning rate 2 on,"
                                + " and at its best, 1.82, it needs about 6 steps for each tenfold reduction of the excess in the"
                                + " long run.");
        // 1/3 a step: ln 10 / (2 ln 3) = 1.05
        assertThat(sentences(new Experiments()
                        .on(Experiments.PROBLEM, Experiments.quadratic(1, .5))
                        .trial("sgd", .1, curves(1, .1))
                        .comparison(1, 0)))
                .anyMatch(s -> s.contains("it needs about 1 step for each"));
    }

    @Test
    void sayAtWhichEndOfTheGridTheBestIs() {
        // grids of a third of a decade go on for a decade: three further rates
        double third = Math.cbrt(10);
        List<String> sentences = sentences(new Experiments()
                .trial("sgd", .1, curves(5, .1))
                .trial("sgd", .1 * third, curves(5, .2))
                .trial("adam", .1 / third, curves(5, .4))
                .trial("adam", .1, curves(5, .3))
                .comparison(5, 0));
        assertThat(sentences)
                .anyMatch(s ->
                        s.startsWith("On p these did best at an end of their grids of learning rates: sgd at the lowest"
                                        + " and adam at the highest.")
                                && s.contains("--rates 0.01,0.0215,0.0464,0.215,0.464,1`"));
    }

    @Test
    void sayThatEffortWasUnequal() {
        assertThat(sentences(new Experiments()
                        .trial("sgd", .1, curves(2, .1))
                        .trial("sgd", .2, curves(2, .2))
                        .trial("adam", .1, curves(2, .2))
                        .guest("imported", "torch", .3, 1, 1, .5)
                        .comparison(1, 1)))
                .contains(
                        "The updaters were not tried at the same number of learning rates (sgd 2, adam 1), chosen on 1 seed"
                                + " and reported on 1 other.");
    }

    private static List<String> sentences(Comparison comparison) {
        return Findings.of(comparison).stream()
                .map(finding -> finding.sentence().toString())
                .toList();
    }

    private static double[][] ending(double... lasts) {
        return Arrays.stream(lasts).mapToObj(last -> new double[] {1, last}).toArray(double[][]::new);
    }

    private static double[][] curves(int seeds, double last) {
        return IntStream.range(0, seeds)
                .mapToObj(i -> new double[] {1, 1, 1, last * (1 + i / 100.0)})
                .toArray(double[][]::new);
    }
}
