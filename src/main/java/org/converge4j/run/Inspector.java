package org.converge4j.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Measurement;
import org.converge4j.result.store.RecordFormat;
import org.converge4j.run.message.CostRequest;
import org.converge4j.run.message.Known;
import org.converge4j.run.message.MeasureRequest;
import org.converge4j.run.message.Message;
import org.converge4j.run.worker.BatchFailedException;
import org.converge4j.run.worker.RefusedException;
import org.converge4j.run.worker.WorkerDiedException;
import org.converge4j.run.worker.WorkerPool;
import org.converge4j.run.worker.WorkerSession.ProblemRequest;

/** Asks one worker, alone on the machine, what it knows of problems and trials. */
final class Inspector {
    /** Steps are timed in rounds over all updaters: a machine that is disturbed for a while can make steps only slower. */
    private static final int ROUNDS = 4;

    /** For which the steps of an updater are timed, in all rounds. */
    private static final double MOST_SECONDS = 0.4;

    private static final double MOST_SECONDS_IN_ALL = 3;

    /** For which a worker takes steps before it times any. */
    private static final double WARM_UP = 1;

    /** A worker for brief work is at its speed much sooner. */
    private static final double WARM_UP_IF_BRIEF = 0.4;

    private static final double MOST_SECONDS_IF_BRIEF = 0.1;

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
     * @throws RefusedException with all that is wrong, if one cannot be loaded
     */
    Map<Problem, Known> look(List<Problem> problems) throws InterruptedException {
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

    private Map<Problem, Known> ask(List<Problem> problems) throws WorkerDiedException, InterruptedException {
        Map<Problem, Known> known = new LinkedHashMap<>();
        Set<String> refused = new LinkedHashSet<>();
        for (Problem problem : problems) {
            try {
                known.put(
                        problem,
                        ask(Message.FACTS, new ProblemRequest(problem, base), Known.class)
                                .get(0));
            } catch (RefusedException refusal) {
                refused.add(refusal.getMessage());
            } catch (BatchFailedException failed) {
                throw new RefusedException("the problems could not be loaded: " + failed.getMessage());
            }
        }
        if (!refused.isEmpty()) {
            throw new RefusedException(String.join("\n", refused));
        }
        return known;
    }

    /**
     * Measures trials, those that differ in their learning rate alone together.
     *
     * @param notices takes a line about those whose measuring failed; they are left out
     */
    List<Measurement> measure(List<Trial> trials, List<Long> seeds, Consumer<String> notices)
            throws InterruptedException {
        List<List<RunSpec>> families = families(trials, seeds);
        double[] micros = costs(families, notices);
        List<Measurement> measured = new ArrayList<>();
        for (int i = 0; i < micros.length; i++) {
            if (Double.isFinite(micros[i])) {
                double cost = micros[i];
                MeasureRequest request = new MeasureRequest(base, families.get(i));
                askOrSay(Message.MEASURE, request, Measurement.class, families.get(i), notices)
                        .forEach(untimed -> measured.add(untimed.timed(cost)));
            }
        }
        return measured;
    }

    private static List<List<RunSpec>> families(List<Trial> trials, List<Long> seeds) {
        Map<List<Object>, List<RunSpec>> families = new LinkedHashMap<>();
        trials.forEach(trial -> families.computeIfAbsent(family(trial), family -> new ArrayList<>())
                .addAll(seeds.stream().map(seed -> new RunSpec(trial, seed)).toList()));
        return List.copyOf(families.values());
    }

    /** µs a step of each; not a number where timing failed. */
    private double[] costs(List<List<RunSpec>> families, Consumer<String> notices) throws InterruptedException {
        double[] micros = new double[families.size()];
        Arrays.fill(micros, Double.POSITIVE_INFINITY);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < micros.length; i++) {
                if (!Double.isNaN(micros[i])) {
                    CostRequest request = cost(families.get(i).get(0), families.size());
                    double found = askOrSay(Message.COST, request, Double.class, families.get(i), notices).stream()
                            .findFirst()
                            .orElse(Double.NaN);
                    micros[i] = Math.min(micros[i], found);
                }
            }
        }
        return micros;
    }

    private CostRequest cost(RunSpec run, int families) {
        double seconds =
                Math.min(workers.isBrief() ? MOST_SECONDS_IF_BRIEF : MOST_SECONDS, MOST_SECONDS_IN_ALL / families);
        return new CostRequest(base, run, workers.isBrief() ? WARM_UP_IF_BRIEF : WARM_UP, seconds / ROUNDS);
    }

    /** What a worker replies, or nothing, and a notice, if it died of it or threw. */
    private <T> List<T> askOrSay(String word, Object body, Class<T> type, List<RunSpec> runs, Consumer<String> notices)
            throws InterruptedException {
        try {
            return ask(word, body, type);
        } catch (WorkerDiedException | BatchFailedException failure) {
            notices.accept(runs.get(0).trial().updaterName() + ": could not be measured: " + failure.getMessage());
            return List.of();
        }
    }

    private <T> List<T> ask(String word, Object body, Class<T> type)
            throws WorkerDiedException, BatchFailedException, InterruptedException {
        List<T> replies = new ArrayList<>();
        workers.ask(
                new Message(word, RecordFormat.JSON.writeValueAsString(body)),
                reply -> replies.add(RecordFormat.JSON.readValue(reply.body(), type)));
        return replies;
    }

    private static List<Object> family(Trial trial) {
        return List.of(trial.problem(), trial.updater().unrated(), trial.common(), trial.training());
    }
}
