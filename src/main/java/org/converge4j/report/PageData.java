package org.converge4j.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.report.Palette.Look;

/**
 * What the page knows: the comparison, cut down to what its charts and tables show. It is written into the page as JSON; the
 * page computes no statistic of its own.
 *
 * @param name of the experiment
 * @param question it asks, or its name if it asks none
 * @param facts how many trials, seeds and runs there are, in words
 * @param caveats what a reader must know before believing any of it
 * @param across what the records say over all problems
 * @param looks how each updater is drawn
 * @param problems in the order of the experiment
 * @param updaters each updater of the experiment once
 * @param settings how every trial was trained: name and value
 * @param environments where the runs were made: name and value, each
 * @param commands what to type to get this report again, and what each command does
 */
record PageData(
        String name,
        String question,
        String facts,
        List<String> caveats,
        List<String> across,
        Map<String, Look> looks,
        List<ProblemData> problems,
        List<UpdaterData> updaters,
        Map<String, String> settings,
        List<Map<String, String>> environments,
        Map<String, String> commands) {

    /**
     * A problem.
     *
     * @param facts its size and floor in words
     * @param floor the least loss it allows, where known; the values of its curves are then excesses over it
     * @param answer to the question, in one or two sentences
     * @param caveats about its ranking
     * @param more what else the records say about it
     * @param ranking a row per updater
     * @param chosen the trial that each row of the ranking shows: its index in {@code trials}, −1 for none
     * @param ladder a row per target, a column per updater
     * @param sensitivities of updaters with several learning rates
     * @param pairs of updaters, compared seed by seed
     * @param table a row per trial
     * @param trials in the order of that table
     * @param diverged a row per trial that diverged
     */
    record ProblemData(
            String name,
            String facts,
            Optional<Double> floor,
            String answer,
            List<String> caveats,
            List<String> more,
            TableData ranking,
            List<Integer> chosen,
            TableData ladder,
            List<SensitivityData> sensitivities,
            List<PairData> pairs,
            TableData table,
            List<TrialData> trials,
            TableData diverged) {}

    /**
     * A table of texts.
     *
     * @param columns their headings
     * @param numeric which of them hold numbers
     * @param rows of as many cells
     */
    record TableData(List<String> columns, List<Boolean> numeric, List<List<String>> rows) {}

    /**
     * A trial.
     *
     * @param updater its updater's name
     * @param rate its learning rate, where its updater has one
     * @param band its quartiles by step, thinned
     * @param runs each with its curve, thinned
     */
    record TrialData(String label, String updater, Optional<Double> rate, BandData band, List<RunData> runs) {}

    /** Quartiles of the excess, or loss, at each of these steps. */
    record BandData(int[] steps, double[] lower, double[] median, double[] upper) {}

    /**
     * A run.
     *
     * @param end how it ended, in words
     * @param steps of its curve
     * @param values its excess, or loss, at each
     */
    record RunData(long seed, String end, int[] steps, double[] values) {}

    /**
     * How an updater's final excess depends on its learning rate.
     *
     * @param chosen the learning rate it is ranked at
     * @param diverged the share of runs that diverged, at each rate
     */
    record SensitivityData(
            String updater,
            Optional<Double> chosen,
            double[] rates,
            double[] lower,
            double[] median,
            double[] upper,
            double[] diverged) {}

    /**
     * Two updaters on the same seeds.
     *
     * @param one the one with the better median
     * @param verdict whether they are apart, in words
     * @param seeds in the order of the experiment
     * @param ratios other's score over one's, for each seed; above 1, one is better
     */
    record PairData(String one, String other, String verdict, List<Long> seeds, double[] ratios) {}

    /**
     * An updater, compared with the article.
     *
     * @param about what it is
     * @param article the article's equation, one line an assignment; none if the article has no such rule
     * @param equation what is computed
     * @param distances for each problem and trial, how far the two trajectories are apart
     * @param differs where its namesakes part
     * @param source who defines it
     */
    record UpdaterData(
            String name,
            Look look,
            String about,
            List<String> article,
            List<String> equation,
            List<String> distances,
            List<String> differs,
            String source) {}
}
