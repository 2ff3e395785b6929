package org.converge4j.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Measurement;
import org.converge4j.result.RecordFormat;

/** Asks one worker, alone on the machine, what it knows of problems and trials. */
final class Inspector {
    /** For which the steps of an updater are timed. */
    private static final double MOST_SECONDS = 1;

    private static final double MOST_SECONDS_IN_ALL = 3;

    /** A worker for brief work is at its speed much sooner. */
    private static final double SHARE_IF_BRIEF = 0.2;

    private final WorkerPool workers;
    private final String base;

    /**
     * @param base the folder that the problems' files are relative to
     */
    Inspector(WorkerPool workers, Path base) {
        this.workers = workers;
        this.base = base.toAbsolutePath().toString();
    }

    /**
     * What is known of each problem.
     *
     * @throws RefusedException if one cannot be loaded
     */
    Map<Problem, ProblemFacts> facts(List<Problem> problems) throws InterruptedException {
        try {
            return ask(problems);
        } catch (WorkerDiedException first) {
            try {
                return ask(problems); // what killed it may have been an accident
            } catch (WorkerDiedException second) {
                throw new RefusedException("the problems could not be loaded: " + second.getMessage());
            }
        }
    }

    private Map<Problem, ProblemFacts> ask(List<Problem> problems) throws WorkerDiedException, InterruptedException {
        Map<Problem, ProblemFacts> facts = new LinkedHashMap<>();
        WorkerProcess worker = workers.take();
        try {
            for (Problem problem : problems) {
                worker.ask(
                        request(Message.FACTS, new WorkerSession.ProblemRequest(problem, base)),
                        reply -> facts.put(problem, RecordFormat.JSON.readValue(reply.body(), ProblemFacts.class)));
            }
            workers.give(worker);
            return facts;
        } catch (WorkerDiedException died) {
            workers.drop(worker);
            throw died;
        } catch (BatchFailedException failed) {
            workers.give(worker);
            throw new RefusedException("the problems could not be loaded: " + failed.getMessage());
        }
    }

    /**
     * Measures trials, those that differ in their learning rate alone together.
     *
     * @param notices takes a line about those whose measuring failed; they are left out
     */
    List<Measurement> measure(List<Trial> trials, List<Long> seeds, Consumer<String> notices)
            throws InterruptedException {
        Map<List<Object>, List<RunSpec>> groups = new LinkedHashMap<>();
        trials.forEach(trial -> seeds.forEach(seed -> groups.computeIfAbsent(family(trial), family -> new ArrayList<>())
                .add(new RunSpec(trial, seed))));
        List<Measurement> measured = new ArrayList<>();
        double seconds = (workers.isBrief() ? SHARE_IF_BRIEF : 1)
                * Math.min(MOST_SECONDS, MOST_SECONDS_IN_ALL / Math.max(1, groups.size()));
        for (List<RunSpec> runs : groups.values()) {
            WorkerProcess worker = workers.take();
            try {
                worker.ask(
                        request(Message.MEASURE, new MeasureRequest(base, runs, seconds)),
                        reply -> measured.add(RecordFormat.JSON.readValue(reply.body(), Measurement.class)));
                workers.give(worker);
            } catch (WorkerDiedException | BatchFailedException failure) {
                workers.drop(worker);
                notices.accept(runs.get(0).trial().updaterName() + ": what a step costs could not be measured: "
                        + failure.getMessage());
            }
        }
        return measured;
    }

    private static List<Object> family(Trial trial) {
        return List.of(trial.problem(), trial.updater().unrated(), trial.common(), trial.training());
    }

    private static Message request(String word, Object body) {
        return new Message(word, RecordFormat.JSON.writeValueAsString(body));
    }
}
