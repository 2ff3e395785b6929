package org.converge4j.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Keep;
import org.converge4j.experiment.training.Precision;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Training;
import org.converge4j.result.RunRecord;
import org.converge4j.result.store.RecordFormat;
import org.converge4j.run.message.Message;
import org.converge4j.run.plan.Batch;
import org.converge4j.run.plan.Forecast;
import org.converge4j.run.worker.BatchFailedException;
import org.converge4j.run.worker.BlasKernel;
import org.converge4j.run.worker.RefusedException;
import org.converge4j.run.worker.WorkerCommand;
import org.converge4j.run.worker.WorkerDiedException;
import org.converge4j.run.worker.WorkerHome;
import org.converge4j.run.worker.WorkerProcess;

/**
 * Trains the same runs again under other circumstances and compares every loss, bit by bit: in one virtual machine, in two,
 * stacked and alone, with one thread and with two, by another processor's kernel for products of matrices, and from a start that is one
 * unit in the last place away.
 */
public final class Audit {
    /** The circumstances that tell a trial's horizon. */
    public static final String MOVED = "from a start moved by one unit in the last place";

    /** What adds up in another order, so that large networks may end in other bits. */
    public static final String OTHER_KERNEL = "by the BLAS kernel of an older processor";

    private static final int MOST_SEEDS = 3;

    private final String base;
    private final Optional<Path> otherJava;
    private final WorkerHome home;

    /**
     * @param base the folder that the experiment's files are relative to
     * @param otherJava another Java's executable to compare with
     * @param home of the workers
     */
    public Audit(Path base, Optional<Path> otherJava, WorkerHome home) {
        this.base = base.toAbsolutePath().toString();
        this.otherJava = otherJava;
        this.home = home;
    }

    /**
     * The deviations about a trial, in the order in which they are told.
     *
     * @throws RefusedException if the trial cannot be trained here
     */
    public List<Deviation> of(Trial trial, Experiment experiment) throws InterruptedException {
        List<RunSpec> runs = experiment.seeds().stream()
                .limit(MOST_SEEDS)
                .map(seed -> new RunSpec(everyStep(trial), seed))
                .toList();
        List<RunSpec> alone = runs.subList(0, 1);
        boolean isBrief = new Forecast(Map.of(), Map.of(), 1).isBrief(runs);
        List<Deviation> deviations = new ArrayList<>();
        Map<String, RunRecord> first;
        try (WorkerProcess worker = start(WorkerCommand.worker(home, isBrief), 1)) {
            first = train(worker, runs);
            deviations.add(Deviation.of("again in the same virtual machine", first, train(worker, runs)));
            deviations.add(Deviation.of("alone instead of stacked", first, train(worker, alone)));
            RunRecord moved = train(worker, List.of(moved(worker, runs.get(0))))
                    .values()
                    .iterator()
                    .next();
            deviations.add(Deviation.of(MOVED, first, Map.of(runs.get(0).id(), moved)));
        }
        deviations.add(elsewhere("in another virtual machine", WorkerCommand.worker(home, isBrief), 1, runs, first));
        deviations.add(elsewhere("with two threads", WorkerCommand.worker(home, isBrief), 2, runs, first));
        Optional<ProcessBuilder> old = BlasKernel.old(WorkerCommand.worker(home, isBrief));
        if (old.isPresent()) {
            deviations.add(elsewhere(OTHER_KERNEL, old.get(), 1, runs, first));
        }
        if (otherJava.isPresent()) {
            Path java = otherJava.get();
            deviations.add(elsewhere("on " + java, WorkerCommand.under(java, home), 1, runs, first));
        }
        return deviations;
    }

    private Deviation elsewhere(
            String where, ProcessBuilder how, int threads, List<RunSpec> runs, Map<String, RunRecord> first)
            throws InterruptedException {
        try (WorkerProcess worker = start(how, threads)) {
            return Deviation.of(where, first, train(worker, runs));
        }
    }

    private static Trial everyStep(Trial trial) {
        return with(trial, trial.problem(), trial.training().budget(), Recording.EVERY_STEP);
    }

    /** The run from a start whose every parameter is the next greater number of the run's precision. */
    private RunSpec moved(WorkerProcess worker, RunSpec run) throws InterruptedException {
        Trial trial = run.trial();
        Trial standing = with(trial, trial.problem(), new Budget(Budget.Unit.STEPS, 0), Recording.EVERY_STEP);
        RunRecord start = Objects.requireNonNull(train(worker, List.of(new RunSpec(standing, run.seed())))
                .values()
                .iterator()
                .next());
        boolean wide = trial.training().precision() == Precision.DOUBLE;
        List<Double> next = start.parameters().stream()
                .map(value -> wide ? Math.nextUp(value) : (double) Math.nextUp(value.floatValue()))
                .toList();
        Problem problem = trial.problem();
        Problem beside = new Problem(problem.name(), problem.data(), problem.network(), next);
        return new RunSpec(with(trial, beside, trial.training().budget(), Recording.EVERY_STEP), run.seed());
    }

    private static Trial with(Trial trial, Problem problem, Budget budget, Recording recording) {
        Training training = trial.training();
        return new Trial(
                trial.label(),
                problem,
                trial.updater(),
                trial.common(),
                new Training(budget, training.batch(), training.precision(), recording, training.stopping())
                        .looked(training.looking())
                        .keeping(Optional.of(Keep.PARAMETERS)));
    }

    private Map<String, RunRecord> train(WorkerProcess worker, List<RunSpec> runs) throws InterruptedException {
        Map<String, RunRecord> records = new LinkedHashMap<>();
        try {
            worker.ask(
                    new Message(
                            Message.TRAIN, RecordFormat.JSON.writeValueAsString(new Batch(base, runs, List.of(), 1))),
                    reply -> {
                        if (reply.word().equals(Message.RECORD)) {
                            RunRecord record = RecordFormat.read(reply.body().split(" ", 3)[2]);
                            records.put(record.id(), record);
                        }
                    });
            return records;
        } catch (WorkerDiedException | BatchFailedException failure) {
            throw new RefusedException(runs.get(0).trial().label() + ": " + failure.getMessage());
        }
    }

    private static WorkerProcess start(ProcessBuilder how, int threads) {
        try {
            return new WorkerProcess(how, threads);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
