package org.converge4j.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.converge4j.catalog.message.Checks;
import org.converge4j.experiment.training.Target;

/**
 * One question, as one file describes it: every problem is solved by every updater from the same seeds.
 *
 * @param name names the folder under {@code results/}
 * @param question what the experiment is to find out, empty if its author did not say
 * @param trials problems times updaters times the points of their grids, in the order of the file
 * @param seeds on which is reported; the same for every trial, so that runs pair up
 * @param tuningSeeds on which settings are chosen; none of {@code seeds}, and empty to choose on those
 * @param targets the ladder of losses whose first crossing is reported
 * @param decideBy what ranks the updaters; nothing to follow from the other keys and the problem
 * @param alike the smallest relative difference of interest; nothing for {@link #ALIKE}
 */
public record Experiment(
        String name,
        String question,
        List<Trial> trials,
        List<Long> seeds,
        List<Long> tuningSeeds,
        List<Target> targets,
        Optional<DecideBy> decideBy,
        Optional<Double> alike) {
    /** The smallest relative difference of interest unless an experiment says otherwise. */
    public static final double ALIKE = 0.01;

    /** More than one machine trains in a week, and as many as a report can be asked to look for. */
    public static final long MOST_RUNS = 1_000_000;

    /** Each has a page section and pictures of its own. */
    public static final int MOST_PROBLEMS = 1000;

    public Experiment {
        Checks.fileName(name, "the name of an experiment");
        question = Checks.text(question, "the question", Checks.LONGEST_PROSE);
        long runs = (long) trials.size() * (seeds.size() + (long) tuningSeeds.size());
        Checks.expect(runs <= MOST_RUNS, "runs", "at most " + MOST_RUNS, runs);
        trials = List.copyOf(trials);
        seeds = List.copyOf(seeds);
        tuningSeeds = List.copyOf(tuningSeeds);
        targets = List.copyOf(targets);
        double margin = alike.orElse(ALIKE);
        Checks.expect(margin >= 0 && margin < 1, "alike", "a share below 1", margin);
        long problems = trials.stream().map(Trial::problem).distinct().count();
        Checks.expect(problems <= MOST_PROBLEMS, "problems", "at most " + MOST_PROBLEMS, problems);
    }

    /** An experiment that does not say what ranks. */
    public Experiment(
            String name,
            String question,
            List<Trial> trials,
            List<Long> seeds,
            List<Long> tuningSeeds,
            List<Target> targets) {
        this(name, question, trials, seeds, tuningSeeds, targets, Optional.empty(), Optional.empty());
    }

    /** An experiment that chooses its settings on the seeds it reports. */
    public Experiment(String name, String question, List<Trial> trials, List<Long> seeds, List<Target> targets) {
        this(name, question, trials, seeds, List.of(), targets);
    }

    /** The largest relative difference that counts as none. */
    public double margin() {
        return alike.orElse(ALIKE);
    }

    /** Every run, seed-major: an experiment that is stopped half-way has done the same seeds of every trial. */
    public List<RunSpec> runs() {
        return allSeeds().stream()
                .flatMap(seed -> trials.stream().map(trial -> new RunSpec(trial, seed)))
                .toList();
    }

    /**
     * The same experiment with further learning rates for every updater that has one and lacks them. Where there are any, it is
     * reported on as many fresh seeds: those so far have been looked at, and chose to go on.
     */
    public Experiment withRates(List<Double> rates) {
        List<Trial> more = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            Trial trial = trials.get(i);
            more.add(trial);
            List<Trial> siblings = trials.stream().filter(trial::isSiblingOf).toList();
            if (siblings.get(siblings.size() - 1).equals(trial)
                    && trial.updater().learningRate().isPresent()) {
                rates.stream()
                        .filter(rate -> siblings.stream()
                                .noneMatch(t -> t.updater().learningRate().equals(Optional.of(rate))))
                        .map(trial::at)
                        .forEach(more::add);
            }
        }
        return new Experiment(
                name,
                question,
                more,
                more.size() == trials.size() ? seeds : fresh(),
                tuningSeeds,
                targets,
                decideBy,
                alike);
    }

    /** The settings besides the learning rate of which a value is chosen. */
    public List<String> tuned() {
        return trials.stream()
                .flatMap(trial -> trial.tuned().stream())
                .distinct()
                .toList();
    }

    /** The seeds of all runs: those on which settings are chosen first. */
    public List<Long> allSeeds() {
        return Stream.concat(tuningSeeds.stream(), seeds.stream()).toList();
    }

    /** As many seeds to report on, after all there are. */
    private List<Long> fresh() {
        long last = allSeeds().stream().max(Long::compare).orElse(0L);
        return LongStream.rangeClosed(last + 1, last + seeds.size()).boxed().toList();
    }

    /** The problems of the trials, each once, in the order of the file. */
    public List<Problem> problems() {
        return trials.stream().map(Trial::problem).distinct().toList();
    }

    /** What it asks; its name if it does not say. */
    public String title() {
        return question.isEmpty() ? name : question;
    }
}
