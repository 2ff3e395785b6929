package org.converge4j.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.converge4j.catalog.message.Checks;
import org.converge4j.catalog.message.Printable;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Measurable;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.result.Measurement;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.Damage;
import org.converge4j.result.store.FolderLock;
import org.converge4j.result.store.LockedException;
import org.converge4j.result.store.Measurements;
import org.converge4j.result.store.RecordStore;
import org.converge4j.result.store.StorageException;
import org.converge4j.run.engine.Engine;
import org.converge4j.run.engine.EngineKind;
import org.converge4j.run.engine.Engines;
import org.converge4j.run.engine.Progress;
import org.converge4j.run.engine.StoringSink;
import org.converge4j.run.plan.Batches;
import org.converge4j.run.plan.Execution;
import org.converge4j.run.plan.Forecast;
import org.converge4j.run.plan.Shard;
import org.converge4j.run.worker.RefusedException;
import org.converge4j.run.worker.WorkerPool;

/** Trains what an experiment's results folder lacks, and measures its trials. */
public final class Runner {
    /** Ten million, which a worker has memory for. */
    private static final int MOST_POINTS = 10_000_000;

    private final Path base;
    private final Path results;
    private final RecordStore records;
    private final Execution how;
    private final Progress progress;
    private final Consumer<String> notices;

    /** A runner on this machine that has nobody to tell what it set aside. */
    public Runner(Path base, Path results, int jobs, Progress progress) {
        this(base, new RecordStore(results), Execution.here(jobs), progress, notice -> {});
    }

    /**
     * @param base the folder that the experiment's files are relative to
     * @param records of the experiment
     * @param notices takes a line about each file that was set aside, about what could not be measured, and about learning rates
     *     that change nothing
     */
    public Runner(Path base, RecordStore records, Execution how, Progress progress, Consumer<String> notices) {
        this.base = base;
        this.results = records.results();
        this.records = records;
        this.how = how;
        this.progress = progress;
        this.notices = notices;
    }

    /**
     * Brings the folder up to date.
     *
     * @param workers of this machine, which the caller ends
     * @param accepted is called once the problems have proved loadable, before anything is written
     * @return how many runs were trained
     * @throws RefusedException if a problem cannot be loaded, or lacks what is to be measured; nothing was trained
     * @throws LockedException if another command is at work in the folder
     * @throws StorageException if a record cannot be stored; those before it are
     */
    public int run(Experiment experiment, WorkerPool workers, Runnable accepted) throws InterruptedException {
        EngineKind kind = Engines.of(how.place());
        FolderLock lock = lock();
        try {
            return runLocked(experiment, kind, workers, accepted);
        } finally {
            lock.close();
        }
    }

    private FolderLock lock() {
        Shard shard = how.shard();
        return shard.isWhole() ? FolderLock.take(results) : FolderLock.takePart(results, shard.number(), shard.count());
    }

    private int runLocked(Experiment experiment, EngineKind kind, WorkerPool workers, Runnable accepted)
            throws InterruptedException {
        List<Damage> damaged = new ArrayList<>();
        Map<Problem, ProblemFacts> recorded = new LinkedHashMap<>();
        Answered answered = new Answered();
        Map<String, RunSpec> planned = planned(experiment);
        Map<String, RunSpec> missing = missing(
                planned,
                (run, record) -> {
                    recorded.putIfAbsent(record.spec().trial().problem(), record.facts());
                    answered.ended(run.trial(), record.outcome());
                },
                damaged::add);
        setAside(damaged, planned);
        progress.planned(planned.size(), planned.size() - missing.size());
        Map<String, Measurement> measured = measured(planned);
        List<Trial> unmeasured = unmeasured(experiment, measured);
        if (missing.isEmpty() && unmeasured.isEmpty()) {
            refuseWhatIsNotMeasured(experiment, recorded);
            open(accepted); // the question or the targets may be new
            return 0;
        }
        Map<Problem, ProblemFacts> facts = missing.isEmpty()
                ? begin(experiment, workers, accepted)
                : train(experiment, missing, measured, kind, workers, accepted, answered);
        Duration steps = new Forecast(Map.of(), facts, 1).ofSteps(experiment.runs());
        measure(experiment, unmeasured.stream().filter(answered::contains).toList(), measured, steps, workers);
        return missing.size();
    }

    /** What is known of the problems, all of which can be loaded; from now on the folder is written to. */
    private Map<Problem, ProblemFacts> begin(Experiment experiment, WorkerPool workers, Runnable accepted)
            throws InterruptedException {
        progress.phase("reading the data");
        Foresight.begin(experiment.trials(), records);
        Map<Problem, ProblemFacts> facts = read(experiment, workers, notices);
        open(accepted);
        SharedTables.share(experiment, facts, base, results, workers);
        Forecast forecast = new Forecast(Map.of(), facts, 1);
        List<RunSpec> all = experiment.runs(); // not those to do alone: each trial is to be measured alike
        if (!forecast.isBrief(all)) {
            workers.forLongWork();
        }
        if (forecast.isLong(Batches.of(all, experiment.targets(), base, 1))) {
            workers.giveUpBrief();
        }
        return facts;
    }

    /**
     * Reads all problems.
     *
     * @param checked takes a line on each updater whose learning rate or schedule changes nothing, and on each network whose steps are
     *     left to DL4J
     */
    private Map<Problem, ProblemFacts> read(Experiment experiment, WorkerPool workers, Consumer<String> checked)
            throws InterruptedException {
        Map<Problem, ProblemFacts> facts = new LinkedHashMap<>();
        Inspector inspector = new Inspector(workers, base);
        inspector.look(experiment.problems(), experiment.allSeeds()).forEach((problem, known) -> {
            known.understood().forEach(progress::understood);
            facts.put(problem, known.facts());
            if (experiment.trials().stream().anyMatch(trial -> followsModel(trial, problem))
                    && !known.noSchedule().isEmpty()) {
                throw new RefusedException(known.noSchedule());
            }
        });
        experiment.trials().forEach(trial -> checkLength(trial, facts));
        refuseWhatIsNotMeasured(experiment, facts);
        inspector.check(experiment.trials(), experiment.allSeeds().get(0)).forEach(checked);
        return facts;
    }

    private static boolean followsModel(Trial trial, Problem problem) {
        return trial.problem().equals(problem)
                && trial.common().schedule().stream()
                        .anyMatch(part -> part.variant().equals("model"));
    }

    private static void refuseWhatIsNotMeasured(Experiment experiment, Map<Problem, ProblemFacts> facts) {
        List<String> refusals = new Measurable(facts).refusals(experiment);
        if (!refusals.isEmpty()) {
            throw new RefusedException(String.join(System.lineSeparator(), refusals));
        }
    }

    /** Refuses runs whose steps cannot be counted, or whose curves could not be held. */
    private static void checkLength(Trial trial, Map<Problem, ProblemFacts> facts) {
        int rows = Optional.ofNullable(facts.get(trial.problem()))
                .map(ProblemFacts::rows)
                .orElse(0);
        Training training = trial.training();
        try {
            int steps = rows == 0 ? training.budget().amount() : training.steps(rows);
            boolean isLinear = training.recording().spacing() == Recording.Spacing.LINEAR;
            int points = isLinear ? steps / training.recording().every() : 0;
            Checks.expect(points <= MOST_POINTS, "record", "at most " + MOST_POINTS + " points of a curve", points);
        } catch (IllegalArgumentException tooLong) {
            throw new RefusedException(trial.problem().name() + ": " + tooLong.getMessage() + ".");
        }
    }

    /** What dead writers left can be told from what living ones are writing on this machine only. */
    private void open(Runnable accepted) {
        accepted.run();
        if (how.shard().isWhole()) {
            records.prepare();
        } else {
            records.open();
        }
    }

    /**
     * How long runs will take.
     *
     * @param runs of the experiment, such as those that are {@link #missing}
     * @param workers of this machine, which the caller ends
     * @throws RefusedException for whatever {@link #run} would refuse
     */
    public Optional<Duration> forecast(Experiment experiment, List<RunSpec> runs, WorkerPool workers)
            throws InterruptedException {
        Map<Problem, ProblemFacts> facts = read(experiment, workers, progress::understood);
        return new Forecast(
                        new Measurements(results).read(damage -> {}),
                        facts,
                        how.jobs().orElse(1))
                .of(runs);
    }

    /** The runs of the shard without an answer on record. */
    public List<RunSpec> missing(Experiment experiment) {
        return List.copyOf(
                missing(planned(experiment), (run, answer) -> {}, damage -> {}).values());
    }

    private Map<String, RunSpec> missing(
            Map<String, RunSpec> planned, BiConsumer<RunSpec, RunRecord> answers, Consumer<Damage> damaged) {
        Map<String, RunSpec> missing = new LinkedHashMap<>(planned);
        records.survey(
                record -> {
                    RunSpec run = record.isAnswer() ? missing.remove(record.id()) : null;
                    if (run != null) {
                        answers.accept(run, record);
                    }
                },
                damaged);
        return missing;
    }

    /** The runs of the shard by their ids. */
    private Map<String, RunSpec> planned(Experiment experiment) {
        return RunSpec.byId(how.shard().of(experiment.runs()));
    }

    /** A shard leaves what is not its own to whose it is. */
    private void setAside(List<Damage> damaged, Map<String, RunSpec> planned) {
        if (!how.shard().isWhole()) {
            damaged.removeIf(damage ->
                    !planned.containsKey(damage.file().getFileName().toString().replace(".json", "")));
        }
        damaged.forEach(
                damage -> notices.accept(Printable.line(damage + "; set aside as " + records.setAside(damage))));
    }

    private Map<Problem, ProblemFacts> train(
            Experiment experiment,
            Map<String, RunSpec> missing,
            Map<String, Measurement> measured,
            EngineKind kind,
            WorkerPool workers,
            Runnable accepted,
            Progress ended)
            throws InterruptedException {
        try (Engine engine = kind.open(how, workers, progress)) {
            Map<Problem, ProblemFacts> facts = begin(experiment, workers, accepted);
            Forecast forecast = new Forecast(measured, facts, 1);
            List<RunSpec> runs = List.copyOf(missing.values());
            progress.start(
                    runs.stream().map(forecast::ahead).toList(),
                    Forecast.afterwards(forecast.isBrief(experiment.runs())));
            try (StoringSink sink = new StoringSink(records, facts, missing, progress.and(ended))) {
                engine.train(Batches.of(runs, experiment.targets(), base, engine.width()), sink);
            } finally {
                progress.finish();
            }
            return facts;
        }
    }

    /** What is on record of trials, by their keys. */
    private Map<String, Measurement> measured(Map<String, RunSpec> planned) {
        List<Damage> damaged = new ArrayList<>();
        Map<String, Measurement> measured = new Measurements(results).read(damaged::add);
        setAside(damaged, planned);
        return measured;
    }

    /** Shards measure nothing: they share the machine or the file that measurements are kept in. */
    private List<Trial> unmeasured(Experiment experiment, Map<String, Measurement> measured) {
        return how.shard().isWhole()
                ? experiment.trials().stream()
                        .filter(trial -> !measured.containsKey(trial.key()))
                        .toList()
                : List.of();
    }

    private void measure(
            Experiment experiment,
            List<Trial> trials,
            Map<String, Measurement> measured,
            Duration steps,
            WorkerPool workers)
            throws InterruptedException {
        if (trials.isEmpty()) {
            return;
        }
        if (!workers.isBrief()) {
            workers.giveUpBrief();
        }
        workers.giveUpAllButOne();
        progress.trained();
        progress.phase("measuring what a step costs and where it leads, of " + trials.size()
                + (trials.size() == 1 ? " trial" : " trials"));
        Map<String, Measurement> known = new HashMap<>(measured);
        new Inspector(workers, base)
                .measure(trials, experiment.seeds(), steps, progress::timing, notices)
                .forEach(measurement -> known.put(measurement.trial(), measurement));
        List<Measurement> ordered = new ArrayList<>();
        experiment.trials().forEach(trial -> {
            Measurement measurement = known.get(trial.key());
            if (measurement != null) {
                ordered.add(measurement);
            }
        });
        new Measurements(results).write(ordered);
    }
}
