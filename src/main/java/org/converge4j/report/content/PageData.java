package org.converge4j.report.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.analysis.Excess;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.analysis.verdict.MeasureWords;
import org.converge4j.report.content.Palette.Look;
import org.converge4j.result.RunRecord;
import org.converge4j.wording.Text;

/**
 * What the page knows: the comparison, cut down to what its charts and tables show. It is written into the page as JSON; the
 * page computes no statistic of its own.
 *
 * @param name of the experiment
 * @param question it asks, or its name if it asks none
 * @param answer to the question, in one sentence
 * @param facts how many trials, seeds and runs there are, in words
 * @param caveats what a reader must know before believing any of it
 * @param across what the records say over all problems
 * @param looks how each updater is drawn
 * @param problems in the order of the experiment
 * @param updaters each updater of the experiment once
 * @param settings how every trial was trained: name and value
 * @param environments where the runs were made: name and value, each
 * @param profiles across problems, one a target; none for a single problem
 * @param commands what to type to get this report again, and what each command does
 */
public record PageData(
        String name,
        String question,
        AnswerData answer,
        Text facts,
        List<Text> caveats,
        List<Text> across,
        Map<String, Look> looks,
        List<ProblemData> problems,
        List<UpdaterData> updaters,
        List<FactData> settings,
        List<List<FactData>> environments,
        List<ProfileData> profiles,
        List<FactData> commands) {

    /** Something with its name, both in words. */
    public record FactData(Text name, Text value) {}

    /**
     * A problem.
     *
     * @param facts its size and floor in words
     * @param data and network: name and value
     * @param floor the least loss it allows, where known; the values of its curves are then excesses over it
     * @param resolution the least value of its curves that is told from none: at it, the problem is solved
     * @param counted what targets and verdicts count: {@code step} or {@code gradient}
     * @param decides the measure that the curves show at first, by name; empty for the training loss
     * @param answer to the question, in one or two sentences
     * @param verdict what that answer is made of
     * @param goal the target that decides; none where another thing does
     * @param caveats about its ranking
     * @param more what else the records say about it
     * @param ranking a row per updater
     * @param chosen the trial that each row of the ranking shows: its index in {@code trials}, −1 for none
     * @param ladder a row per target, a column per updater
     * @param expected running times, like the ladder
     * @param budgets a row per updater, a column per number of steps
     * @param sensitivities of updaters with several learning rates
     * @param reaching the same by what decides, such as when a target is reached or the test loss; none where that is the end, or not drawn so
     * @param tuning what fewer trials would have given, for updaters with several learning rates
     * @param theory what theory says of updaters that it knows
     * @param theoryTable the same beside what was measured, a row per updater
     * @param strides how far steps move, of updaters whose steps were measured
     * @param strideTable the same beside the rate at which a known updater moves as far, a row per updater
     * @param pairs of updaters, compared seed by seed
     * @param table a row per trial
     * @param trials in the order of that table
     * @param diverged a row per trial that diverged
     * @param landscape the loss surface with the updaters' paths, where they were followed
     * @param winner the best trial as DL4J takes it, or why it cannot
     */
    public record ProblemData(
            String name,
            Text facts,
            List<FactData> data,
            Optional<Double> floor,
            Optional<Double> resolution,
            String counted,
            String decides,
            Text answer,
            AnswerData verdict,
            Optional<GoalData> goal,
            List<Text> caveats,
            List<Text> more,
            TableData ranking,
            List<Integer> chosen,
            TableData ladder,
            TableData expected,
            TableData budgets,
            List<SensitivityData> sensitivities,
            List<SensitivityData> reaching,
            List<TuningData> tuning,
            List<TheoryData> theory,
            TableData theoryTable,
            List<StrideData> strides,
            TableData strideTable,
            List<PairData> pairs,
            TableData table,
            List<TrialData> trials,
            TableData diverged,
            Optional<LandscapeData> landscape,
            Optional<WinnerData> winner) {}

    /**
     * A target.
     *
     * @param of the measure of the test part, or of the training set, that is to reach it, by name; empty for the excess, or loss
     * @param at its value there; of a fraction of what a run begins with, that of the median beginning
     * @param name in words
     */
    public record GoalData(String of, double at, Text name) {

        /** The target that decides a problem. */
        public static Optional<GoalData> of(ProblemComparison problem) {
            return problem.deciding().measure().target().flatMap(target -> {
                double floor = problem.floor().orElse(0.0);
                Text name = MeasureWords.target(target);
                return switch (target.kind()) {
                    case FRACTION -> begin(problem).map(begin -> new GoalData("", target.value() * begin, name));
                    case LOSS -> Optional.of(new GoalData("", target.value() - floor, name));
                    case METRIC -> Optional.of(new GoalData(target.metric().words(), target.value(), name));
                };
            });
        }

        private static Optional<Double> begin(ProblemComparison problem) {
            Excess excess = problem.excess(); // asks every run
            double[] begins = problem.own(RunRecord::curve)
                    .filter(curve -> curve.size() > 0)
                    .mapToDouble(curve -> excess.of(curve.first()))
                    .toArray();
            return begins.length == 0
                    ? Optional.empty()
                    : Optional.of(Quartiles.of(begins).median());
        }
    }

    /**
     * A table of texts.
     *
     * @param keys by which programs know the first columns
     * @param columns their headings
     * @param numeric which of them hold numbers
     * @param rows of as many cells
     */
    public record TableData(List<String> keys, List<Text> columns, List<Boolean> numeric, List<List<Text>> rows) {}

    /**
     * A trial.
     *
     * @param label by which the address names it
     * @param name for people
     * @param updater its updater's name
     * @param baseline whether its runs are another folder's, drawn under those of the trial of the same name and rate
     * @param rate its learning rate, where its updater has one
     * @param micros what a step costs in µs, where that was measured
     * @param gradients that a step took
     * @param band its quartiles by step, thinned
     * @param stepped the same where it stepped from, if it was measured elsewhere
     * @param tested quartiles of what is measured on the test part, and of what decides, by its name, thinned
     * @param runs each with its curve, thinned
     */
    public record TrialData(
            String label,
            String name,
            String updater,
            boolean baseline,
            Optional<Double> rate,
            Optional<Double> micros,
            double gradients,
            BandData band,
            Optional<BandData> stepped,
            Map<String, BandData> tested,
            List<RunData> runs) {}

    /** Quartiles of the excess, or loss, at each of these steps. */
    public record BandData(int[] steps, double[] lower, double[] median, double[] upper) {}

    /**
     * A run.
     *
     * @param outcome how it ended
     * @param end the same in words
     * @param steps of its curve
     * @param values its excess, or loss, at each
     * @param tested what was measured on the test part, and what decides; nothing without either
     */
    public record RunData(
            long seed, String outcome, Text end, int[] steps, double[] values, Optional<TestedData> tested) {}

    /**
     * What was measured in a run beside the training loss, thinned.
     *
     * @param values at each of the steps, by the measure's name
     */
    public record TestedData(int[] steps, Map<String, double[]> values) {}

    /**
     * How an updater's final excess, or when it reaches a target, depends on its learning rate.
     *
     * @param chosen the learning rate it is ranked at
     * @param failed the share of runs that diverged, or missed the target, at each rate
     */
    public record SensitivityData(
            String updater,
            Optional<Double> chosen,
            double[] rates,
            double[] lower,
            double[] median,
            double[] upper,
            double[] failed) {}

    /** What the best of k learning rates drawn at random ends with, k = 1, 2, …: quartiles of the final excess, or loss. */
    public record TuningData(String updater, double[] lower, double[] median, double[] upper) {}

    /**
     * What theory says of an updater.
     *
     * @param critical the least learning rate at which the loss no longer falls
     * @param best the constant learning rate that converges fastest in the long run
     * @param guide the rate of convergence that it promises at the rate shown
     */
    record TheoryData(String updater, double critical, double best, Optional<GuideData> guide) {}

    /**
     * How far single steps of an updater move a parameter.
     *
     * @param rates that it had found itself by then; none unless it does
     */
    public record StrideData(String updater, int[] steps, double[] sizes, double[] rates) {}

    /** A line to hold a curve against. */
    record GuideData(double[] steps, double[] values) {}

    /**
     * A performance profile.
     *
     * @param target what is to be reached on every problem
     */
    public record ProfileData(Text target, List<ProfileLine> lines) {}

    /**
     * An updater's line in a profile.
     *
     * @param ratios its steps over the fewest of any updater, a value a problem, ascending; not finite for a miss
     * @param score the area under its profile up to four times the fewest steps, 1 for the fastest everywhere
     */
    public record ProfileLine(String updater, double[] ratios, double score) {}

    /**
     * Two updaters on the same seeds.
     *
     * @param one the one with the better median
     * @param kind of the verdict: BETTER, ALIKE or CANNOT_TELL
     * @param verdict whether they are apart, in words
     * @param wins seeds on which one is better
     * @param losses seeds on which other is better
     * @param seeds in the order of the experiment
     * @param ratios other's score over one's, for each seed; above 1, one is better
     */
    record PairData(
            String one,
            String other,
            String kind,
            Text verdict,
            int wins,
            int losses,
            List<Long> seeds,
            double[] ratios) {}

    /**
     * An updater, compared with the article.
     *
     * @param about what it is
     * @param article the article's equation, one line an assignment; none if the article has no such rule
     * @param equation what is computed
     * @param distances for each problem and trial, how far the two trajectories are apart
     * @param settings of its trials beside the learning rate
     * @param differs where its namesakes part
     * @param source who defines it
     */
    public record UpdaterData(
            String name,
            Look look,
            Text about,
            List<String> article,
            List<String> equation,
            List<Text> distances,
            List<String> settings,
            List<Text> differs,
            Text source) {}
}
