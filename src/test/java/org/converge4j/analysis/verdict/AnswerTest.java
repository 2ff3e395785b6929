package org.converge4j.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.Experiments;
import org.converge4j.analysis.Measure;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.verdict.Answer.Kind;
import org.converge4j.experiment.DecideBy;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Target;
import org.junit.jupiter.api.Test;

/** Of ten seeds that all say the same, Wilcoxon's exact p is 2/2^10 = 0.00195. */
class AnswerTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void namesTheBestWithItsIntervalAndSeeds() {
        Answer answer =
                answer(new Experiments().trial("sgd", .1, curves(10, .1)).trial("adam", .1, curves(10, .2)));
        assertThat(answer.kind()).isEqualTo(Kind.BEST);
        assertThat(answer.sentence().toString())
                .isEqualTo("sgd is best on p by final excess, lower than adam on 10 of 10 seeds:"
                        + " adam's is 2 times as high (95 % interval 2 times, to three digits, p = 0.002).");
        assertThat(answer.claim().toString())
                .isEqualTo("sgd is best on p by final excess, lower than adam on 10 of 10 seeds:"
                        + " adam's is 2 times as high.");
    }

    @Test
    void saysOnHowManySeedsARivalDiverges() {
        assertThat(answer(new Experiments().trial("sgd", .1, curves(10, .1)).trial("adam", .1, some(7, 10)))
                        .sentence()
                        .toString())
                .isEqualTo("sgd is best on p by final excess: adam diverges on 7 of 10 seeds (p = 0.002).");
    }

    @Test
    void namesNobodyWhereAllDiverge() {
        Answer answer = answer(new Experiments().trial("sgd", .1, some(10, 10)).trial("adam", .1, new double[][] {
            {1, INFINITE}, {2, INFINITE}
        }));
        assertThat(answer.kind()).isEqualTo(Kind.NONE);
        assertThat(answer.leaders()).isEmpty();
        assertThat(answer.sentence().toString()).isEqualTo("Every updater diverges on every seed on p.");
    }

    @Test
    void saysOfOneThatNothingIsKnownOfTheOthers() {
        Answer alone = answer(new Experiments().trial("sgd", .1, curves(10, .1)));
        assertThat(alone.sentence().toString()).isEqualTo("sgd is alone on p: there is nothing to compare it with.");
        Answer first = answer(new Experiments().trial("sgd", .1, curves(10, .1)).trial("adam", .1, new double[0][]));
        assertThat(first.sentence().toString())
                .isEqualTo("Only sgd has results on p: nothing can be said of the others.");
    }

    @Test
    void saysWhatItWouldTakeToTell() {
        Answer few = answer(new Experiments().trial("sgd", .1, curves(5, .1)).trial("adam", .1, curves(5, .2)), 5);
        assertThat(few.kind()).isEqualTo(Kind.CANNOT_TELL);
        assertThat(few.sentence().toString())
                .isEqualTo(
                        "It cannot be told on p whether sgd or adam is best by final excess: sgd is lower on 5 of 5 seeds,"
                                + " adam's is 2 times as high; 5 seeds cannot show any difference; 12 can, even if one of them goes"
                                + " the other way.");
        // SciPy 1.17.1: wilcoxon([1, 2, -9, -10, 3, 4, 5, 6, 7, 8]).pvalue is 0.4316
        double[] adam = {.101, .102, .091, .09, .103, .104, .105, .106, .107, .108};
        double[] sgd = {.1, .1, .1, .1, .1, .1, .1, .1, .1, .1};
        assertThat(answer(new Experiments().trial("sgd", .1, ending(sgd)).trial("adam", .1, ending(adam)))
                        .sentence()
                        .toString())
                .startsWith(
                        "It cannot be told on p whether sgd or adam is best by final excess: sgd is lower on 8 of 10 seeds,")
                .contains("p = 0.43")
                .endsWith("seeds would do, if they are like these.");
    }

    /** By hand: of eight seeds adam wins the second most, on seven; momentum's wins and losses have ranks of nearly the same sum. */
    @Test
    void namesTheSecondAndCountsSeedsForAll() {
        double[][] sgd = ending(.10, .10, .10, .10, .10, .10, .10, .10);
        double[][] adam = ending(.0995, .12, .13, .14, .15, .16, .17, .18);
        double[][] momentum = ending(.05, .16, .05, .17, .05, .17, .16, .17);
        Answer answer = answer(
                new Experiments().trial("sgd", .1, sgd).trial("adam", .1, adam).trial("momentum", .1, momentum), 8);
        assertThat(answer.leaders()).containsExactly("sgd", "adam", "momentum");
        assertThat(answer.claim().toString())
                .contains(": sgd is lower than adam on 7 of 8 seeds,")
                .endsWith("; 100 seeds like these would not tell sgd from momentum.");
    }

    @Test
    void callsAlikeWhatIs() {
        Answer answer = answer(new Experiments()
                .trial("sgd", .1, curves(10, .1))
                .costing(0)
                .trial("adam", .1, curves(10, .1001))
                .costing(16));
        assertThat(answer.kind()).isEqualTo(Kind.ALIKE);
        assertThat(answer.claim().toString())
                .isEqualTo("sgd and adam are alike on p by final excess: they differ by less than 1 %.");
        assertThat(answer.sentence().toString())
                .contains(" (95 % interval of the difference 0.1 % to 0.1 %); sgd needs no state")
                .endsWith("; sgd needs no state (0 bytes a parameter, adam 16).");
    }

    @Test
    void saysWhoIsFirstToTheOnlyTarget() {
        Answer answer =
                answer(new Experiments().trial("sgd", .1, stepping(10, 1)).trial("adam", .1, stepping(10, 3)), 10, .1);
        assertThat(answer.sentence().toString())
                .isEqualTo(
                        "sgd is first to 10 % of the initial excess on p, ahead of adam on 10 of 10 seeds: it takes 1 step"
                                + " (median), adam takes 3 times as many steps (95 % interval 3 times, to three digits, p = 0.002).");
    }

    @Test
    void comparesLossesWhereNoFloorIsKnown() {
        assertThat(answer(new Experiments()
                                .on(Experiments.PROBLEM, Experiments.over(Optional.empty()))
                                .trial("sgd", .1, curves(10, .1))
                                .trial("adam", .1, curves(10, .2)))
                        .sentence()
                        .toString())
                .startsWith("sgd is best on p by final loss, lower than adam");
    }

    @Test
    void answersTheWholeExperimentInOneSentence() {
        Comparison agreed = two(.1, .1);
        assertThat(Answer.of(agreed).sentence().toString())
                .isEqualTo("sgd is best on all 2 problems. Judged by final excess.");
        Comparison mixed = two(.1, .4);
        assertThat(Answer.of(mixed).kind()).isEqualTo(Kind.MIXED);
        assertThat(Answer.of(mixed).sentence().toString())
                .isEqualTo("It depends on the problem: sgd is best on p; adam is best on q. Judged by final excess.");
        Comparison lost = new Experiments()
                .trial("sgd", .1, some(10, 10))
                .trial("adam", .1, curves(10, .2))
                .on(Experiments.problem("q"), Experiments.FACTS)
                .trial("sgd", .1, curves(10, .1))
                .trial("adam", .1, curves(10, .2))
                .comparison(10, 0);
        assertThat(Answer.of(lost).sentence().toString())
                .isEqualTo(
                        "It depends on the problem: adam is best on p, where sgd diverges on every seed; sgd is best on q. Judged by final excess.");
    }

    /** Scaling: adam is the best of an ill-conditioned problem, sgd of a well-conditioned one. */
    @Test
    void saysWhatMakesProblemsDifferent() {
        Comparison comparison = new Experiments()
                .on(Experiments.PROBLEM, Experiments.quadratic(1000, .001))
                .trial("sgd", .1, some(10, 10))
                .trial("adam", .1, curves(10, .2))
                .trial("lion", .1, curves(10, .4))
                .on(Experiments.problem("q"), Experiments.quadratic(10, 1))
                .trial("sgd", .1, curves(10, .1))
                .trial("adam", .1, curves(10, .3))
                .trial("lion", .1, curves(10, .1001))
                .comparison(10, 0);
        assertThat(Answer.of(comparison).sentence().toString())
                .isEqualTo(
                        "It depends on the problem: adam is best on p (condition number 10⁶), where sgd diverges on every"
                                + " seed; sgd and lion are alike and better than adam on q (condition number 10). Judged by final excess.");
    }

    @Test
    void saysOfProblemsWhatItWouldTake() {
        Comparison few = new Experiments()
                .trial("sgd", .1, curves(3, .1))
                .trial("adam", .1, curves(3, .2))
                .on(Experiments.problem("q"), Experiments.FACTS)
                .trial("sgd", .1, curves(3, .1))
                .trial("adam", .1, curves(3, .2))
                .comparison(3, 0);
        // two problems share 5 %: SciPy 1.17.1, the least n with wilcoxon of ranks 1 … n, n against, at most 0.025 is
        // 13
        assertThat(Answer.of(few).sentence().toString())
                .isEqualTo(
                        "It cannot be told whether sgd or adam is best on p and q. 3 seeds cannot show any difference;"
                                + " 13 can, even if one of them goes the other way. Judged by final excess.");
    }

    /** Three seeds, of which each wins some, extrapolate to nothing, but the least that could show anything is known. */
    @Test
    void saysWhatItWouldTakeAlsoWhereSeedsDisagree() {
        double[][] one = ending(.1, .2, .1);
        double[][] other = ending(.2, .1, .21);
        Comparison few = new Experiments()
                .trial("sgd", .1, one)
                .trial("adam", .1, other)
                .on(Experiments.problem("q"), Experiments.FACTS)
                .trial("sgd", .1, one)
                .trial("adam", .1, other)
                .comparison(3, 0);
        assertThat(Answer.of(few).sentence().toString())
                .contains("3 seeds cannot show any difference; 13 can, even if one of them goes the other way.");
    }

    @Test
    void whatEndsForAllIsNotBestWhereItWasAtTheBeginning() {
        double[][] diverging = IntStream.range(0, 8)
                .mapToObj(seed -> new double[] {1 + seed, 2, INFINITE})
                .toArray(double[][]::new);
        Answer none = answer(
                new Experiments()
                        .deciding(DecideBy.of(DecideBy.Kind.BEST, Metric.LOSS))
                        .trial("sgd", .1, diverging)
                        .trial("adam", .1, diverging),
                8);
        assertThat(none.kind()).isEqualTo(Kind.NONE);
    }

    @Test
    void saysWhereTheBestOfAllProblemsIsAtTheEdgeOfItsGrid() {
        Comparison comparison = new Experiments()
                .trial("sgd", .01, curves(10, .3))
                .trial("sgd", .1, curves(10, .1))
                .trial("adam", .1, curves(10, .2))
                .on(Experiments.problem("q"), Experiments.FACTS)
                .trial("sgd", .1, curves(10, .1))
                .trial("adam", .1, curves(10, .2))
                .comparison(10, 0);
        assertThat(Answer.of(comparison).sentence().toString())
                .isEqualTo(
                        "sgd is best on all 2 problems. Judged by final excess. The learning rate of sgd on p is at the edge of its grid: better may"
                                + " lie beyond.");
    }

    @Test
    void ranksNothingWhereTheExperimentSaysSo() {
        Comparison comparison = new Experiments()
                .deciding(DecideBy.NOTHING)
                .trial("sgd", .1, curves(10, .1))
                .trial("adam", .1, curves(10, .2))
                .comparison(10, 0);
        assertThat(Answer.of(comparison).kind()).isEqualTo(Kind.NOT_RANKED);
        assertThat(Findings.of(comparison))
                .extracting(Finding::sentence)
                .noneMatch(sentence -> sentence.toString().contains("best"));
    }

    @Test
    void decidesByWhatTheExperimentSays() {
        // adam ends lower, sgd is at a half first
        Experiments both = new Experiments().trial("sgd", .1, stepping(10, 1)).trial("adam", .1, curves(10, .01));
        assertThat(Answer.of(both.comparison(10, 0)).leaders()).containsExactly("adam");
        both.deciding(DecideBy.to(DecideBy.Kind.STEPS, new Target(Target.Kind.FRACTION, .5)));
        assertThat(Answer.of(both.comparison(10, 0)).leaders()).containsExactly("sgd");
    }

    /** All end at rounding; sgd is at a tenth after one step, adam after two: the hardest target that both reach. */
    @Test
    void decidesByStepsWhereAllEndSolved() {
        double[][] soon = IntStream.range(0, 10)
                .mapToObj(i -> new double[] {1, .05 + i / 1000.0, 1e-40, 1e-45})
                .toArray(double[][]::new);
        double[][] late = IntStream.range(0, 10)
                .mapToObj(i -> new double[] {1, .5 + i / 1000.0, 1e-39, 1e-42})
                .toArray(double[][]::new);
        ProblemComparison problem = new Experiments()
                .trial("sgd", .1, soon)
                .trial("adam", .1, late)
                .comparison(10, 0, .5, .1)
                .problems()
                .get(0);
        assertThat(problem.deciding().measure()).isEqualTo(Measure.stepsTo(new Target(Target.Kind.FRACTION, .1)));
        assertThat(problem.ranking().best()).contains("sgd");
    }

    /** The article's case: momentum beats sgd on all seeds by little, adam is better than both or worse, by chance. */
    @Test
    void tellsAsAFriendWouldWhoIsBetterAndWhoIsAGamble() {
        double[][] gamble = IntStream.range(0, 10)
                .mapToObj(i -> new double[] {1, 1, 1, (1 + i / 50.0) * (i % 2 == 0 ? .0001 : .9)})
                .toArray(double[][]::new);
        Answer answer = Answer.of(new Experiments()
                .trial("momentum", .01, curves(10, .1))
                .trial("sgd", .01, curves(10, .135))
                .trial("adam", .001, gamble)
                .comparison(10, 0));
        assertThat(answer.kind()).isEqualTo(Kind.CANNOT_TELL);
        assertThat(answer.claim().toString())
                .isEqualTo(
                        "Momentum, by a small margin. After 3 steps its loss is 1.35 times lower than gradient descent's, on 10 of 10"
                                + " seeds. Adam at 0.001 is a gamble: lower on 5 seeds, higher on 5. One learning rate each, none"
                                + " tuned.");
        assertThat(answer.pair()).hasValueSatisfying(pair -> {
            assertThat(pair.one()).isEqualTo("momentum");
            assertThat(pair.other()).isEqualTo("sgd");
        });
    }

    /** 19 of 20 seeds show Adam ahead; that the twentieth diverges is said in one breath. */
    @Test
    void saysThatTheOneItNamesFailsOnSomeSeedsItself() {
        double[][] failing = curves(20, .01);
        failing[19] = new double[] {1, INFINITE};
        Experiments one = new Experiments().trial("adam", .1, failing).trial("sgd", .1, curves(20, .2));
        assertThat(Answer.of(one.comparison(20, 0)).claim().toString())
                .contains("Adam itself diverges on 1 of 20 seeds.");
        Experiments two = new Experiments()
                .trial("adam", .1, failing)
                .trial("sgd", .1, curves(20, .2))
                .on(Experiments.problem("q"), Experiments.FACTS)
                .trial("adam", .1, curves(20, .01))
                .trial("sgd", .1, curves(20, .2));
        assertThat(Answer.of(two.comparison(20, 0)).claim().toString())
                .startsWith("adam is best on all 2 problems. adam on p itself diverges on 1 of 20 seeds.");
        Experiments both = new Experiments()
                .trial("adam", .1, failing)
                .trial("sgd", .1, curves(20, .2))
                .on(Experiments.problem("q"), Experiments.FACTS)
                .trial("adam", .1, failing)
                .trial("sgd", .1, curves(20, .2));
        assertThat(Answer.of(both.comparison(20, 0)).claim().toString())
                .startsWith("adam is best on all 2 problems. adam on p and adam on q themselves fail on some seeds.");
    }

    @Test
    void saysByFarOfSomethingAlone() {
        assertThat(claim(new Experiments().trial("sgd", .1, curves(10, .001)).trial("adam", .1, curves(10, .1))))
                .startsWith("Gradient descent, by far. After 3 steps its loss is 100 times lower");
        assertThat(claim(new Experiments().trial("sgd", .1, curves(10, 1e-9)).trial("adam", .1, curves(10, 1e-7))))
                .startsWith("Gradient descent. After 3 steps its loss is 100 times lower");
        double[][] near = {
            {1, .2 + 1e-8}, {1, .2 + 1.1e-8}, {1, .2 + 1.2e-8}, {1, .2 + 1.3e-8}, {1, .2 + 1.4e-8}, {1, .2}
        };
        double[][] far = {{1, .2001}, {1, .2002}, {1, .2001}, {1, .2002}, {1, .2001}, {1, .2002}};
        assertThat(claim(new Experiments()
                        .on(Experiments.PROBLEM, Experiments.over(Optional.of(.2)))
                        .trial("sgd", .1, near)
                        .trial("adam", .1, far)))
                .startsWith("Gradient descent. After 3 steps its excess is ")
                .contains(" Both losses are 0.2, to three digits.");
    }

    @Test
    void saysOfAnExperimentThatIsNotDoneWhatIsSoSoFar() {
        Comparison partial = new Experiments()
                .trial("sgd", .01, new double[][] {})
                .trial("sgd", .1, some(10, 10))
                .trial("adam", .1, new double[][] {})
                .comparison(10, 0);
        assertThat(Answer.of(partial).claim().toString()).isEqualTo("So far no run has succeeded.");
        assertThat(Findings.of(partial))
                .noneMatch(finding -> finding.sentence().toString().contains("at every learning rate"));
        Comparison whole = new Experiments()
                .trial("sgd", .01, some(10, 10))
                .trial("sgd", .1, some(10, 10))
                .trial("adam", .1, some(10, 10))
                .comparison(10, 0);
        assertThat(Answer.of(whole).claim().toString()).isEqualTo("Every updater diverges on every seed.");
    }

    @Test
    void saysOfNoDifferenceThatItIsNone() {
        double[][] one = {{1, .1}, {1, .2}, {1, .3}, {1, .2}, {1, .4}};
        double[][] other = {{1, .1}, {1, .2}, {1, .3}, {1, .4}, {1, .2}};
        assertThat(Answer.of(new Experiments()
                                .trial("sgd", .1, one)
                                .trial("adam", .1, other)
                                .comparison(5, 0))
                        .claim()
                        .toString())
                .contains("lower on 1 of 5 seeds, equal on 3, the median difference is 0; 5 seeds cannot show");
    }

    @Test
    void saysWhoHasHardlyBegun() {
        assertThat(claim(new Experiments().trial("sgd", .1, some(10, 10)).trial("adam", .1, curves(10, .5))))
                .startsWith("Adam, by far.")
                .doesNotContain("hardly");
        double[][] hardly = IntStream.range(0, 10)
                .mapToObj(i -> new double[] {1 + i, .98 * (1 + i)})
                .toArray(double[][]::new);
        assertThat(claim(new Experiments().trial("sgd", .1, some(10, 10)).trial("adam", .1, hardly)))
                .startsWith(
                        "Adam, by far. Gradient descent diverges on 10 of 10 seeds. Adam has hardly begun: its loss fell by 2 %.");
    }

    @Test
    void saysWhereBothAreRightAsOften() {
        double[] right = IntStream.range(0, 10).mapToDouble(i -> .9).toArray();
        assertThat(claim(new Experiments()
                        .trial("sgd", .1, curves(10, .1))
                        .measuring(Metric.ACCURACY, right)
                        .trial("adam", .1, curves(10, .2))
                        .measuring(Metric.ACCURACY, right)))
                .contains("on 10 of 10 seeds. Their accuracy is equal in the median: 0.9.");
    }

    private static String claim(Experiments experiments) {
        return Answer.of(experiments.comparison(10, 0)).claim().toString();
    }

    @Test
    void namesNobodyWhereNoTestShowsAnyAhead() {
        Answer answer = Answer.of(new Experiments()
                .trial("sgd", .1, curves(5, .1))
                .trial("adam", .1, curves(5, .2))
                .comparison(5, 0));
        assertThat(answer.claim().toString()).startsWith("It cannot be told whether sgd or adam is best");
    }

    private static Comparison two(double sgdOnP, double sgdOnQ) {
        return new Experiments()
                .trial("sgd", .1, curves(10, sgdOnP))
                .trial("adam", .1, curves(10, .2))
                .on(Experiments.problem("q"), Experiments.FACTS)
                .trial("sgd", .1, curves(10, sgdOnQ))
                .trial("adam", .1, curves(10, .2))
                .comparison(10, 0);
    }

    private static Answer answer(Experiments experiments) {
        return answer(experiments, 10);
    }

    private static Answer answer(Experiments experiments, int seeds, double... fractions) {
        Comparison comparison = experiments.comparison(seeds, 0, fractions);
        return Answer.of(comparison, comparison.problems().get(0));
    }

    private static double[][] curves(int seeds, double last) {
        return IntStream.range(0, seeds)
                .mapToObj(i -> new double[] {1, 1, 1, last * (1 + i / 50.0)})
                .toArray(double[][]::new);
    }

    /** Curves with these ends, by seed. */
    private static double[][] ending(double... lasts) {
        return IntStream.range(0, lasts.length)
                .mapToObj(seed -> new double[] {1, .5 + seed / 100.0, 1, lasts[seed]})
                .toArray(double[][]::new);
    }

    /** Curves that fall below a tenth at a step. */
    private static double[][] stepping(int seeds, int step) {
        return IntStream.range(0, seeds)
                .mapToObj(seed -> IntStream.rangeClosed(0, 3)
                        .mapToDouble(i -> i == 0 ? 1 : i < step ? .9 : .05 + seed / 1000.0)
                        .toArray())
                .toArray(double[][]::new);
    }

    /** The first so many of the seeds diverge. */
    private static double[][] some(int diverging, int seeds) {
        return IntStream.range(0, seeds)
                .mapToObj(i -> new double[] {1, 2 + i, 3, i < diverging ? INFINITE : .5})
                .toArray(double[][]::new);
    }
}
