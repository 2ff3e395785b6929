package org.converge4j.cli;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.verdict.Grids;
import org.converge4j.analysis.verdict.Power;
import org.converge4j.api.ExperimentFolder;
import org.converge4j.catalog.message.Printable;
import org.converge4j.cli.option.ExperimentOptions;
import org.converge4j.cli.option.Inputs;
import org.converge4j.cli.option.ResultsOptions;
import org.converge4j.cli.option.TensorBoardOptions;
import org.converge4j.cli.progress.Progresses;
import org.converge4j.cli.screen.Sheet;
import org.converge4j.config.ExperimentFile;
import org.converge4j.experiment.Experiment;
import org.converge4j.result.Outcome;
import org.converge4j.result.store.Results;
import org.converge4j.result.store.StorageException;
import org.converge4j.run.engine.Engines;
import org.converge4j.run.engine.Progress;
import org.converge4j.run.plan.Execution;
import org.converge4j.run.plan.Place;
import org.converge4j.run.plan.Shard;
import org.converge4j.run.worker.WorkerHome;
import org.converge4j.run.worker.WorkerPool;
import org.converge4j.wording.Commands;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: trains what is missing, then writes the report. */
@Command(
        name = "run",
        header = "Train what is missing, then write the report.",
        description = "Trains what is missing of an experiment, then writes its report.",
        footer = {
            "  ./converge run configs/article.yaml",
            "  ./converge run my.yaml --out results/try --set updaters[0].learningRate=0.1"
        },
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    /** Options of those that need no worker of this machine, or one that finds more. */
    private static final Set<String> OTHERWISE = Set.of("--help", "-h", "--version", "-V", "--jar", "--on");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

    @Mixin
    private ResultsOptions target = new ResultsOptions();

    @Mixin
    private ResultPrinter printer = new ResultPrinter();

    @Mixin
    private TensorBoardOptions tensorBoard = new TensorBoardOptions();

    @Option(names = "--jobs", paramLabel = "N", description = "workers at once; one a processor unless given")
    private @Nullable Integer jobs;

    @Option(names = "--quiet", description = "no progress")
    private boolean quiet;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description =
                    "how long a worker may go without finishing a step before its runs count as hung; 300 unless given")
    private int patience = Math.toIntExact(Execution.PATIENCE.toSeconds());

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description =
                    "train the i-th of n equal parts only, without a report; several may write one folder side by side")
    private String shard = Shard.WHOLE.toString();

    @Option(
            names = "--on",
            paramLabel = "ENGINE",
            description = "where to train: local, or spark in a build that has it")
    private String engine = Place.HERE.engine();

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "with --on spark: spark://host:7077, local[n], …; what spark-submit says unless given")
    private String master = Place.HERE.master();

    private @Nullable Progress progress;

    /**
     * Has the worker start that a command line will need, before the time that it takes to understand that line. On the way there are no
     * streams, no lambdas and no patterns: the first of each costs milliseconds.
     */
    static void startAhead(String... arguments) {
        if (arguments.length < 2 || !arguments[0].equals("run")) {
            return;
        }
        for (String word : arguments) {
            if (OTHERWISE.contains(word.contains("=") ? word.substring(0, word.indexOf('=')) : word)) {
                return;
            }
        }
        WorkerPool.startFor(WorkerHome.with(List.of()));
    }

    @Override
    public Integer call() throws InterruptedException {
        Inputs.atLeastOne(spec, "--patience", patience);
        Inputs.atLeastOne(spec, "--jobs", jobs == null ? 1 : jobs);
        Shard part = Inputs.shard(shard);
        Place place = new Place(engine, master);
        if (!place.equals(Place.HERE)) {
            Engines.of(place); // refused before the question is asked
        }
        try (WorkerPool workers = new WorkerPool(Duration.ofSeconds(patience), options.home())) {
            workers.startAhead();
            return call(part, workers);
        }
    }

    private int call(Shard part, WorkerPool workers) throws InterruptedException {
        ExperimentFile file = options.read();
        Results results = target.of(file);
        results.checkWritable();
        ExperimentFolder folder = new ExperimentFolder(file, results, options.catalog());
        ask(part, file.experiment());
        Stream.of(new Grids(file.experiment()).ahead(), Power.of(file.experiment()))
                .filter(line -> !line.isEmpty() && !quiet)
                .forEach(this::say);
        results.another(file.experiment().name())
                .ifPresent(other -> say(results.name() + " holds the experiment " + Printable.line(other)
                        + ": its runs stay, its report gives way to that of "
                        + Printable.line(file.experiment().name()) + "."));
        Saved saved = new Saved();
        try (Stopping stopping = new Stopping(signal -> announce(signal, saved, part, results))) {
            return call(folder, execution(part), workers, saved, stopping);
        }
    }

    private int call(ExperimentFolder folder, Execution how, WorkerPool workers, Saved saved, Stopping stopping)
            throws InterruptedException {
        try {
            int trained = folder.train(how, workers, saved.and(progress()), this::say, folder.file()::base);
            if (trained == 0) {
                sayNothingWasTrained(how.shard(), folder);
            }
        } catch (InterruptedException | StorageException ended) { // an interrupted thread cannot use its files either
            if (stopping.code().isEmpty()) {
                throw ended;
            }
        }
        stopping.finish();
        workers.close();
        return how.shard().isWhole() ? endOfAll(folder, stopping) : endOfShard(how, folder, stopping);
    }

    /** What will happen, at once. */
    private void announce(StopSignal signal, Saved saved, Shard part, Results results) {
        String then = part.isWhole() && results.isDescribed() ? "; writing the report …" : ".";
        String again = signal == StopSignal.INT ? " (Ctrl-C again ends at once)" : "";
        say("Stopping: " + saved + then + again);
    }

    /** Above the line of progress, if there is one. */
    private void say(String line) {
        if (quiet) {
            spec.commandLine().getErr().println(line);
        } else {
            progress().notice(line);
        }
    }

    /** The question comes before the answer, at the latest while one waits for it. */
    private void ask(Shard part, Experiment experiment) {
        if (part.isWhole()) {
            Sheet sheet = Main.sheet(spec);
            sheet.text(experiment.title());
            sheet.flush();
        }
    }

    private synchronized Progress progress() {
        if (progress == null) {
            progress = Progresses.choose(quiet, Main.terminal());
        }
        return progress;
    }

    private void sayNothingWasTrained(Shard part, ExperimentFolder folder) {
        int runs = folder.file().experiment().runs().size();
        String all = part.isWhole() ? "All " + runs + " runs" : "All runs of shard " + part;
        spec.commandLine()
                .getErr()
                .println(all + " are recorded in " + folder.results().folder() + "; nothing was trained.");
    }

    private Execution execution(Shard part) {
        return new Execution(
                jobs == null ? OptionalInt.empty() : OptionalInt.of(jobs),
                Duration.ofSeconds(patience),
                part,
                new Place(engine, master));
    }

    /** The report waits for the other shards. */
    private int endOfShard(Execution how, ExperimentFolder folder, Stopping stopping) {
        Shard part = how.shard();
        int missing = folder.missing(how).size();
        if (stopping.code().isPresent()) {
            sayWhatIsLeft(missing);
            return stopping.code().getAsInt();
        }
        if (missing > 0) {
            spec.commandLine().getErr().println("shard " + part + ": " + missing + " runs failed; run it again.");
            return ExitCode.INCOMPLETE;
        }
        spec.commandLine()
                .getOut()
                .println("shard " + part + " is done; once all are: "
                        + Commands.of("report", folder.results().folder().toString()));
        return ExitCode.DONE;
    }

    /** Reports on what there is. */
    private int endOfAll(ExperimentFolder folder, Stopping stopping) throws InterruptedException {
        if (stopping.code().isPresent() && !folder.results().isDescribed()) {
            sayWhatIsLeft(folder.file().experiment().runs().size());
            return stopping.code().getAsInt();
        }
        Comparison comparison = report(folder);
        if (stopping.code().isPresent()) {
            sayWhatIsLeft(comparison.missing());
            return stopping.code().getAsInt();
        }
        return comparison.outcomes().getOrDefault(Outcome.FAILED, 0) + comparison.missing() == 0
                ? ExitCode.DONE
                : ExitCode.INCOMPLETE;
    }

    private void sayWhatIsLeft(int missing) {
        progress().finish();
        String left = missing == 0 ? "all runs recorded" : missing + (missing == 1 ? " run" : " runs") + " to do";
        spec.commandLine().getErr().println("stopped with " + left + "; the same command goes on from there.");
    }

    private Comparison report(ExperimentFolder folder) throws InterruptedException {
        progress().phase("writing the report");
        Comparison comparison = folder.report(printer.language());
        progress().finish();
        printer.print(spec, comparison, folder.results().folder());
        tensorBoard.write(
                comparison, folder.results().folder(), spec.commandLine().getOut());
        spec.commandLine().getOut().flush();
        return comparison;
    }
}
