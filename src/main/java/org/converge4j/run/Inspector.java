package org.converge4j.run;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.result.Measurement;
import org.converge4j.result.StepTime;
import org.converge4j.result.store.RecordFormat;
import org.converge4j.run.message.CheckRequest;
import org.converge4j.run.message.Checked;
import org.converge4j.run.message.CostRequest;
import org.converge4j.run.message.Known;
import org.converge4j.run.message.MeasureRequest;
import org.converge4j.run.message.Message;
import org.converge4j.run.plan.Timing;
import org.converge4j.run.worker.BatchFailedException;
import org.converge4j.run.worker.RefusedException;
import org.converge4j.run.worker.WorkerDiedException;
import org.converge4j.run.worker.WorkerPool;
import org.converge4j.run.worker.WorkerSession.ProblemRequest;

/** Asks one worker, alone on the machine, what it knows of problems and trials. */
final class Inspector {
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
     * @param seeds with which each will be trained
     * @throws RefusedException with all that is wrong, if one cannot be loaded
     */
    Map<Problem, Known> look(List<Problem> problems, List<Long> seeds) throws InterruptedException {
        try {
            return ask(problems, seeds);
        } catch (WorkerDiedException first) {
            try {
                return ask(problems, seeds); // what killed it may have been an accident
            } catch (WorkerDiedException second) {
                throw new RefusedException("the problems could not be loaded: " + second.getMessage());
            }
        }
    }

    private Map<Problem, Known> ask(List<Problem> problems, List<Long> seeds)
            throws WorkerDiedException, InterruptedException {
        Map<Problem, Known> known = new LinkedHashMap<>();
        Set<String> refused = new LinkedHashSet<>();
        for (Problem problem : problems) {
            try {
                known.put(
                        problem,
                        ask(Message.FACTS, new ProblemRequest(problem, base, seeds), Known.class)
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
     * A line for each updater whose learning rate or schedule changes nothing, and for each network whose steps are left to DL4J.
     *
     * @throws RefusedException with all that is wrong, if an updater reads what its problem does not have
     */
    List<String> check(List<Trial> trials, long seed) throws InterruptedException {
        try {
            Map<Boolean, List<String>> found =
                    ask(Message.CHECK, new CheckRequest(base, trials, seed), Checked.class).stream()
                            .collect(Collectors.partitioningBy(
                                    Checked::refuses, Collectors.mapping(Checked::line, Collectors.toList())));
            List<String> refusals = requireNonNull(found.get(true));
            if (!refusals.isEmpty()) {
                throw new RefusedException(String.join("\n", refusals));
            }
            return requireNonNull(found.get(false));
        } catch (WorkerDiedException | BatchFailedException failure) {
            return List.of(); // training will tell
        }
    }

    /**
     * Measures trials, those that differ in their learning rate alone together.
     *
     * @param steps what all steps of the experiment are predicted to take
     * @param alone is called before steps are timed, which wants the machine to itself
     * @param notices takes a line about those whose measuring failed; they are left out
     */
    List<Measurement> measure(
            List<Trial> trials, List<Long> seeds, Duration steps, Runnable alone, Consumer<String> notices)
            throws InterruptedException {
        Map<List<RunSpec>, List<Measurement>> untimed = new LinkedHashMap<>();
        for (List<RunSpec> family : families(trials, seeds)) {
            List<Measurement> measured =
                    askOrSay(Message.MEASURE, new MeasureRequest(base, family), Measurement.class, family, notices);
            if (!measured.isEmpty()) {
                untimed.put(family, measured);
            }
        }
        alone.run();
        List<List<RunSpec>> families = List.copyOf(untimed.keySet());
        Timing timing = Timing.of(steps, workers.isBrief(), families.size());
        List<Measurement> all = new ArrayList<>();
        times(families, timing, notices)
                .forEach((family, time) ->
                        requireNonNull(untimed.get(family)).forEach(measurement -> all.add(measurement.timed(time))));
        return all;
    }

    private static List<List<RunSpec>> families(List<Trial> trials, List<Long> seeds) {
        Map<List<Object>, List<RunSpec>> families = new LinkedHashMap<>();
        trials.forEach(trial -> families.computeIfAbsent(family(trial), family -> new ArrayList<>())
                .addAll(seeds.stream().map(seed -> new RunSpec(trial, seed)).toList()));
        return List.copyOf(families.values());
    }

    /** What a step of each costs, beside the quickest of gradient descent there; those whose timing failed are left out. */
    private Map<List<RunSpec>, StepTime> times(List<List<RunSpec>> families, Timing timing, Consumer<String> notices)
            throws InterruptedException {
        Map<List<RunSpec>, StepTime> times = new LinkedHashMap<>();
        Map<List<Object>, Double> quickest = new HashMap<>();
        for (List<RunSpec> family : families) {
            CostRequest request =
                    new CostRequest(base, family.get(0), timing.warmUp(), timing.seconds(), family.size());
            for (StepTime time : askOrSay(Message.COST, request, StepTime.class, family, notices)) {
                times.put(family, time);
                quickest.merge(place(family), time.sgdMicros(), Math::min);
            }
        }
        times.replaceAll((family, time) -> time.beside(requireNonNull(quickest.get(place(family)))));
        return times;
    }

    /** Where gradient descent costs the same. */
    private static List<Object> place(List<RunSpec> family) {
        return List.of(family.get(0).trial().problem(), family.get(0).trial().training());
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
                reply -> replies.add(RecordFormat.value(reply.body(), type)));
        return replies;
    }

    private static List<Object> family(Trial trial) {
        return List.of(trial.problem(), trial.updater().unrated(), trial.common(), trial.training());
    }
}
