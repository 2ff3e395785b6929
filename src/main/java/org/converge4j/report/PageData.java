package org.converge4j.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.analysis.Quartiles;
import org.converge4j.report.Palette.Look;

/**
 * What the page knows: the comparison, cut down to what its charts and tables show. It is written into the page as JSON; the
 * page computes no statistic of its own.
 *
 * @param name of the experiment
 * @param question it asks, or its name if it asks none
 * @param facts how many trials, seeds and runs there are, in words
 * @param answers to the question, most important first
 * @param caveats what a reader must know before believing them
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
        List<String> answers,
        List<String> caveats,
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
     * @param table its results
     * @param trials in the order of the table's rows
     */
    record ProblemData(String name, String facts, Optional<Double> floor, TableData table, List<TrialData> trials) {}

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
     * @param learningRate where its updater has one
     * @param ending quartiles of the final excess, or of the final loss where the floor is not known
     * @param band its quartiles by step, thinned
     * @param runs each with its curve, thinned
     */
    record TrialData(
            String label,
            String updater,
            Optional<Double> learningRate,
            Optional<Quartiles> ending,
            BandData band,
            List<RunData> runs) {}

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
     * An updater, compared with the article.
     *
     * @param about what it is
     * @param article the article's equation, one line an assignment; none if the article has no such rule
     * @param equation what DL4J computes
     * @param distances for each problem and trial, how far the two trajectories are apart
     * @param source who defines it
     */
    record UpdaterData(
            String name,
            Look look,
            String about,
            List<String> article,
            List<String> equation,
            List<String> distances,
            String source) {}
}
