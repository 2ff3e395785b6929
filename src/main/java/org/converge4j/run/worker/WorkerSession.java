package org.converge4j.run.worker;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.CatalogException;
import org.converge4j.examine.IdleRates;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.problem.LoadedProblem;
import org.converge4j.problem.data.ProblemException;
import org.converge4j.result.Environment;
import org.converge4j.result.store.RecordFormat;
import org.converge4j.result.store.StorageException;
import org.converge4j.run.message.CheckRequest;
import org.converge4j.run.message.Checked;
import org.converge4j.run.message.CostRequest;
import org.converge4j.run.message.ExportRequest;
import org.converge4j.run.message.Known;
import org.converge4j.run.message.MeasureRequest;
import org.converge4j.run.message.Message;
import org.converge4j.run.message.Reason;
import org.converge4j.run.message.ShareRequest;
import org.converge4j.run.plan.Batch;
import org.converge4j.train.Environments;
import org.converge4j.train.Trainers;
import org.converge4j.train.TrainingLoop;
import org.converge4j.train.measure.ArrayExport;
import org.converge4j.train.measure.Export;
import org.converge4j.train.measure.Measuring;
import org.converge4j.train.measure.StepCost;
import org.converge4j.train.step.Treatment;
import org.converge4j.train.update.Needs;
import org.converge4j.updater.Updater;

/** Answers requests inside a worker; every answer is one or more lines, the last of which is {@code done} or {@code refused}. */
public final class WorkerSession {
    private static final int STEPS_A_REPLY = 2000;
    private static final long LONGEST_SILENCE = Duration.ofSeconds(1).toNanos();
    private static final int OUT_OF_MEMORY = 3;

    private final PrintStream replies;
    private final Catalog catalog = Catalog.load(WorkerSession.class.getClassLoader());
    private final StepCost stepCost = new StepCost(catalog);
    private final Environment environment = Environments.here();
    private final Map<List<Object>, LoadedProblem> problems = new HashMap<>();

    /** Files in which rows of problems lie. */
    private final Set<Path> mapped = new HashSet<>();

    private long lastReply = System.nanoTime();

    WorkerSession(PrintStream replies) {
        this.replies = replies;
        reply(Message.READY, "");
    }

    void answer(String line) {
        Message message = Message.parse(line).orElseThrow(() -> new IllegalArgumentException("no request: " + line));
        try {
            switch (message.word()) {
                case Message.FACTS -> facts(RecordFormat.value(message.body(), ProblemRequest.class));
                case Message.CHECK -> check(RecordFormat.value(message.body(), CheckRequest.class));
                case Message.SHARE -> share(RecordFormat.value(message.body(), ShareRequest.class));
                case Message.TRAIN -> train(RecordFormat.value(message.body(), Batch.class));
                case Message.COST -> cost(RecordFormat.value(message.body(), CostRequest.class));
                case Message.MEASURE -> measure(RecordFormat.value(message.body(), MeasureRequest.class));
                case Message.EXPORT -> export(RecordFormat.value(message.body(), ExportRequest.class));
                default -> throw new IllegalArgumentException("no such request: " + message.word());
            }
            reply(Message.DONE, "");
        } catch (ProblemException | CatalogException refusal) {
            reply(Message.REFUSED, RecordFormat.JSON.writeValueAsString(String.valueOf(refusal.getMessage())));
        } catch (OutOfMemoryError exhausted) {
            System.err.println("out of memory: " + exhausted.getMessage());
            Runtime.getRuntime().halt(OUT_OF_MEMORY); // whatever it was in the middle of cannot be relied upon
        } catch (RuntimeException | Error thrown) {
            reply(Message.FAILED, Reason.of(thrown));
        }
    }

    private void facts(ProblemRequest request) {
        LoadedProblem problem =
                load(request.problem(), request.base(), request.seeds().get(0));
        if (problem.isDividedBySeed()) {
            request.seeds().forEach(problem::at); // a training part may be one that cannot be prepared
        }
        reply(
                Message.FACTS,
                RecordFormat.JSON.writeValueAsString(
                        new Known(problem.facts(), problem.data().understood(), noSchedule(problem))));
    }

    private void check(CheckRequest request) {
        request.trials().stream()
                .flatMap(trial -> Needs.refusal(
                        load(trial.problem(), request.base(), request.seed()),
                        (Updater) catalog.updater(trial.updater().variant())
                                .create(trial.updater().settings()),
                        Treatment.of(trial.common(), catalog))
                        .stream())
                .distinct()
                .forEach(line -> reply(new Checked(line, true)));
        places(request.trials()).stream()
                .flatMap(trial ->
                        Trainers.slow(load(trial.problem(), request.base(), request.seed()), trial.training()).stream())
                .distinct()
                .forEach(line -> reply(new Checked(line, false)));
        new IdleRates(catalog).among(request.trials()).forEach(line -> reply(new Checked(line, false)));
    }

    /** A trial of each problem and training: a sweep has thousands of few. */
    private static Collection<Trial> places(List<Trial> trials) {
        Map<List<Object>, Trial> places = new LinkedHashMap<>();
        trials.forEach(trial -> places.putIfAbsent(List.of(trial.problem(), trial.training()), trial));
        return places.values();
    }

    private void reply(Checked checked) {
        reply(Message.CHECK, RecordFormat.JSON.writeValueAsString(checked));
    }

    private static String noSchedule(LoadedProblem problem) {
        try {
            problem.schedule();
            return "";
        } catch (ProblemException refusal) {
            return String.valueOf(refusal.getMessage());
        }
    }

    private void train(Batch batch) {
        LoadedProblem problem = load(batch.runs().get(0), batch.base());
        int[] steps = {0};
        new TrainingLoop(catalog, environment, batch.targets())
                .train(
                        problem,
                        batch.runs(),
                        run -> reply(Message.record(run.id() + " " + run.outcome(), RecordFormat.bytes(run))),
                        taken -> {
                            steps[0] += taken;
                            if (steps[0] >= STEPS_A_REPLY || System.nanoTime() - lastReply > LONGEST_SILENCE) {
                                reply(Message.STEPS, Integer.toString(steps[0]));
                                steps[0] = 0;
                            }
                        });
        reply(Message.STEPS, Integer.toString(steps[0]));
    }

    /** The first worker to be asked writes the file, and may be asked again; whatever does not come off costs memory alone. */
    private void share(ShareRequest request) {
        List<Object> place = List.of(request.problem(), request.base());
        Path file = Path.of(request.file());
        boolean isShared;
        try {
            isShared = Files.size(file) > 0 || write(request, file);
            if (isShared && !mapped.contains(file)) {
                SharedRows shared = SharedRows.read(file);
                problems.put(
                        place,
                        LoadedProblem.again(
                                request.problem(), catalog, Path.of(request.base()), shared.rows(), shared.facts()));
                mapped.add(file);
                System.gc(); // Java gives the memory of the rows back only then
            }
        } catch (IOException noRoom) {
            isShared = false;
        }
        reply(Message.SHARE, Boolean.toString(isShared));
    }

    private boolean write(ShareRequest request, Path file) throws IOException {
        LoadedProblem problem = load(request.problem(), request.base(), request.seed());
        if (problem.source().isPresent()) {
            new SharedRows(problem.source().get(), problem.facts()).write(file, request.precision());
        }
        return problem.source().isPresent();
    }

    private void cost(CostRequest request) {
        LoadedProblem problem = load(request.run(), request.base());
        reply(
                Message.COST,
                RecordFormat.JSON.writeValueAsString(
                        stepCost.of(problem, request.run(), request.warmUp(), request.seconds(), request.runs())));
    }

    private void measure(MeasureRequest request) {
        LoadedProblem problem = load(request.runs().get(0), request.base());
        new Measuring(catalog)
                .measure(problem, request.runs())
                .forEach(measurement -> reply(Message.MEASURE, RecordFormat.JSON.writeValueAsString(measurement)));
    }

    private void export(ExportRequest request) {
        LoadedProblem problem =
                load(request.problem(), request.base(), request.seeds().get(0));
        try {
            Path folder = Path.of(request.folder());
            new Export(problem, request.training(), request.seeds(), folder).write();
            if (request.arrays()) {
                new ArrayExport(problem, request.training(), request.seeds(), folder).write();
            }
        } catch (IOException failure) {
            throw new ProblemException(StorageException.describe(new UncheckedIOException(failure)));
        }
    }

    private LoadedProblem load(RunSpec run, String base) {
        return load(run.trial().problem(), base, run.seed());
    }

    private LoadedProblem load(Problem problem, String base, long seed) {
        return problems.computeIfAbsent(
                        List.of(problem, base), asked -> LoadedProblem.load(problem, catalog, Path.of(base), seed))
                .at(seed);
    }

    private void reply(String word, String body) {
        reply(new Message(word, body).toString().getBytes(StandardCharsets.UTF_8));
    }

    private void reply(byte[] line) {
        lastReply = System.nanoTime();
        byte[] whole = new byte[line.length + 2];
        whole[0] = '\n'; // native code may have left half a line
        System.arraycopy(line, 0, whole, 1, line.length);
        whole[line.length + 1] = '\n';
        replies.write(whole, 0, whole.length);
        replies.flush();
    }

    /**
     * A problem to look at.
     *
     * @param base the folder its files are relative to
     * @param seeds with which it will be trained, at least one
     */
    public record ProblemRequest(Problem problem, String base, List<Long> seeds) {}
}
