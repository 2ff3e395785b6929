package org.converge4j.run.plan;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.converge4j.experiment.Looks;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Budget;
import org.converge4j.experiment.training.Training;
import org.converge4j.result.Measurement;

/**
 * How long runs will take: from what their trials' steps were measured to cost in the same folder, or else roughly from the
 * size of the problem or, where that is not known yet, from the kind of network.
 */
public final class Forecast {
    /** A worker's start, its ND4J included, and the report. */
    private static final Duration OVERHEAD = Duration.ofSeconds(3);

    /** Of steps: for so long a worker without the optimising compiler is done first. */
    private static final Duration BRIEF = Duration.ofSeconds(4);

    /** Of steps: from then on, it matters with what compiler a batch begins that takes a while. */
    private static final Duration LONG = Duration.ofMinutes(1);

    /** Of a batch's steps: so long a worker without the optimising compiler may keep it, though others are faster. */
    private static final Duration LONG_BATCH = Duration.ofSeconds(1);

    /** Warming up, steps that are timed, the report; and where trials lead: of modern, iris and lenet, 17, 7 and 7 s followed 380, 28 and 200. */
    private static final Afterwards AFTER = new Afterwards(Duration.ofSeconds(5), 0.03);

    private static final Afterwards AFTER_BRIEF = new Afterwards(Duration.ofSeconds(2), 0);

    /** Rough costs in microseconds: of a step where replicas are stacked; what is measured is a step of DL4J's. */
    private static final Map<String, Double> ROUGH = Map.of("linear", 1.0, "mlp", 20.0);

    private static final double ROUGH_FUNCTION = 1;

    /** Of such a step where the size is known: of any, and for each multiplication of its forward and backward pass. */
    private static final double ROUGH_STEP = 0.4;

    private static final double ROUGH_PRODUCT = 0.0005;

    /** Of other networks, for trials not measured yet. */
    private static final double ROUGH_NETWORK = 1000;

    /** Beside its steps, for its record. */
    private static final double ROUGH_RUN = 1000;

    private static final double MICROS_A_SECOND = 1e6;

    private final Map<String, Measurement> measured;
    private final Map<Problem, ProblemFacts> facts;
    private final int jobs;

    /** Of a step, by the trial's object: a sweep has thousands of runs of few trials. */
    private final IdentityHashMap<Trial, Double> micros = new IdentityHashMap<>();

    /**
     * @param measured by trial key
     * @param facts about the problems that were loaded
     * @param jobs how many workers at once
     */
    public Forecast(Map<String, Measurement> measured, Map<Problem, ProblemFacts> facts, int jobs) {
        this.measured = measured;
        this.facts = facts;
        this.jobs = jobs;
    }

    /** The time for these runs, or nothing where a budget is in epochs of rows that have not been counted. */
    public Optional<Duration> of(List<RunSpec> runs) {
        return time(runs, ROUGH_RUN).map(training -> runs.isEmpty() ? Duration.ZERO : OVERHEAD.plus(training));
    }

    /**
     * @param beside µs of each run beside its steps
     */
    private Optional<Duration> time(List<RunSpec> runs, double beside) {
        double all = 0;
        for (RunSpec run : runs) {
            OptionalLong steps = steps(run.trial());
            if (steps.isEmpty()) {
                return Optional.empty();
            }
            all += beside + steps.getAsLong() * microsPerStep(run.trial());
        }
        return Optional.of(Duration.ofMillis(Math.round(all / MICROS_A_SECOND * 1000 / jobs)));
    }

    /** What the steps of these runs take by themselves; nothing where they cannot be counted. */
    public Duration ofSteps(List<RunSpec> runs) {
        return time(runs, 0).orElse(Duration.ZERO);
    }

    /** What a run has before it. */
    public Ahead ahead(RunSpec run) {
        return new Ahead(run.trial(), steps(run.trial()).orElse(0), microsPerStep(run.trial()));
    }

    /**
     * Whether the steps of these runs are taken before a virtual machine's optimising compiler would have paid. What a run costs beside
     * them is not counted: most of it is its parent's work.
     */
    public boolean isBrief(List<RunSpec> runs) {
        return isWithin(BRIEF, runs);
    }

    /** Whether there is much to do, in batches of which some may be so long that none should begin without that compiler. */
    public boolean isLong(List<Batch> batches) {
        List<RunSpec> all =
                batches.stream().flatMap(batch -> batch.runs().stream()).toList();
        return !isWithin(LONG, all) && batches.stream().anyMatch(batch -> !isWithin(LONG_BATCH, batch.runs()));
    }

    private boolean isWithin(Duration limit, List<RunSpec> runs) {
        return time(runs, 0).filter(time -> time.compareTo(limit) < 0).isPresent();
    }

    /** What follows the training of runs that a worker for brief work takes, or else others. */
    public static Afterwards afterwards(boolean brief) {
        return brief ? AFTER_BRIEF : AFTER;
    }

    /** A duration as people say it: "about 40 s", "about 3 min", "about 2.5 h". */
    public static String spoken(Duration duration) {
        double seconds = Math.max(1, duration.toMillis() / 1000.0);
        if (seconds < 90) {
            return "about %.0f s".formatted(seconds);
        }
        return seconds < 5400 ? "about %.0f min".formatted(seconds / 60) : "about %.1f h".formatted(seconds / 3600);
    }

    private double microsPerStep(Trial trial) {
        return micros.computeIfAbsent(trial, this::cost);
    }

    private double cost(Trial trial) {
        if (trial.problem().function().isPresent()) {
            return ROUGH_FUNCTION;
        }
        String network = trial.problem().network().variant();
        Measurement known = measured.get(trial.key());
        if (known != null && known.microsPerStep() > 0 && !ROUGH.containsKey(network)) {
            return known.microsPerStep();
        }
        ProblemFacts size = facts.get(trial.problem());
        if (size == null) {
            return ROUGH.getOrDefault(network, ROUGH_NETWORK);
        }
        double least = ROUGH.containsKey(network) ? ROUGH_STEP : ROUGH_NETWORK;
        return least + products(trial.training(), size) * ROUGH_PRODUCT;
    }

    /** Multiplications a step, and its share of those of the looks; with full batches the loss costs nothing more. */
    private static double products(Training training, ProblemFacts size) {
        Looks looks = Looks.of(training, size, training.isFullBatch(size.rows()), 1);
        return (Looks.products(training, size) + looks.products()) / Math.max(1, training.steps(size.rows()));
    }

    /** Steps of the whole budget, where the rows are known or do not matter. */
    private OptionalLong steps(Trial trial) {
        ProblemFacts size = facts.get(trial.problem());
        if (size != null) {
            return OptionalLong.of(trial.training().steps(size.rows()));
        }
        Budget budget = trial.training().budget();
        if (budget.unit() == Budget.Unit.STEPS) {
            return OptionalLong.of(budget.amount());
        }
        return trial.problem().data().settings().get("rows") instanceof Number rows
                ? OptionalLong.of(trial.training().steps(rows.intValue()))
                : OptionalLong.empty();
    }
}
