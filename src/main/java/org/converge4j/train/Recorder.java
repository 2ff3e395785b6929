package org.converge4j.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import org.converge4j.experiment.Looks;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.RunSpec;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Stopping;
import org.converge4j.experiment.training.Target;
import org.converge4j.result.Curve;
import org.converge4j.result.Divergence;
import org.converge4j.result.Environment;
import org.converge4j.result.Evaluations;
import org.converge4j.result.Outcome;
import org.converge4j.result.RunRecord;
import org.converge4j.result.Sampled;
import org.converge4j.train.score.Look;
import org.converge4j.train.score.MetricLog;

/** Watches one replica: keeps its curve, notices divergence, and writes its record when it ends. */
final class Recorder {
    private final String id;
    private final RunSpec run;
    private final int budget;
    private int[] steps = new int[64];
    private double[] losses = new double[64];
    private final List<Double> stepped = new ArrayList<>();
    private final List<Integer> steppedAt = new ArrayList<>();
    private int size;
    private Outcome outcome = Outcome.BUDGET_SPENT;
    private int lastStep;
    private String reason = "";
    private final Looks looks;
    private final int all;
    private final List<Double> errors = new ArrayList<>();
    private final MetricLog metrics = new MetricLog();
    private final Stopping stopping;
    private final Optional<Target> lossToStopAt;
    private Divergence divergence = new Divergence(1);
    private final double floor;
    private final Crossings crossings;
    private Optional<Long> started = Optional.empty();

    /**
     * @param id of the run
     * @param watched targets whose first crossing the curve will not show, though every loss is seen
     * @param looks how it is looked at
     */
    Recorder(String id, RunSpec run, int budget, ProblemFacts facts, List<Target> watched, Looks looks) {
        this.id = id;
        this.run = run;
        this.budget = budget;
        this.stopping = run.trial().training().stopping();
        this.lossToStopAt = stopping.at().filter(target -> target.kind() != Target.Kind.METRIC);
        this.floor = facts.floor().orElse(0.0);
        this.crossings = new Crossings(watched, facts);
        this.looks = looks;
        this.all = facts.rows();
    }

    /** Whether the run has ended before its budget was spent. */
    boolean isOver() {
        return outcome != Outcome.BUDGET_SPENT;
    }

    /** Whether the run's time, which begins with the first call, is over. */
    boolean isLate() {
        if (stopping.seconds().isEmpty()) {
            return false;
        }
        long now = System.nanoTime();
        long first = started.orElse(now);
        started = Optional.of(first);
        return stopping.seconds().filter(limit -> now - first > limit * 1e9).isPresent();
    }

    /**
     * Takes the loss at a step, and that where the updater steps from, if it is measured elsewhere.
     */
    void accept(int step, double loss, OptionalDouble atStep) {
        int before = size;
        accept(step, Double.isFinite(atStep.orElse(0)) ? loss : atStep.getAsDouble()); // no step leads on from there
        if (size > before && atStep.isPresent()) {
            steppedAt.add(step);
            stepped.add(atStep.getAsDouble());
        }
    }

    /** Takes the loss that a look shows. */
    void accept(int step, Look look) {
        int before = size;
        accept(step, look.loss().orElseThrow());
        if (size > before) {
            look.error().ifPresent(errors::add);
        }
    }

    /** Takes the loss at a step; the run is over if it has diverged or reached what ends it. */
    void accept(int step, double loss) {
        lastStep = step;
        if (size == 0) {
            divergence = new Divergence(loss);
        }
        if (divergence.has(loss)) {
            outcome = Outcome.DIVERGED;
            reason = divergence.reason(loss, step);
            if (Double.isFinite(loss)) {
                append(step, loss);
            }
            return;
        }
        crossings.accept(step, loss);
        if (!looks.areAsRecorded() || run.trial().training().recording().includes(step, budget)) {
            append(step, loss);
        }
        if (lossToStopAt.isPresent() && loss <= lossToStopAt.get().loss(size == 0 ? loss : losses[0], floor)) {
            end(Outcome.TARGET_REACHED, step, loss, "the loss is " + loss);
        }
    }

    /** Takes the metrics at a step; the run is over if they reach what ends it. */
    void accept(int step, DoubleSupplier loss, Map<Metric, Double> measured) {
        metrics.add(step, measured);
        stopping.at()
                .filter(target -> target.kind() == Target.Kind.METRIC)
                .filter(target -> measured.containsKey(target.metric())
                        && target.isReachedBy(measured.getOrDefault(target.metric(), 0.0)))
                .ifPresent(target -> end(
                        Outcome.TARGET_REACHED,
                        step,
                        loss.getAsDouble(),
                        target.metric().key() + " is " + measured.get(target.metric())));
    }

    /** Ends the run because its time is over. */
    void timeOut(int step, double loss) {
        end(Outcome.TIMED_OUT, step, loss, "its time limit was over after step " + step);
    }

    /** Whether the metrics of a step are still to be measured. */
    boolean lacksMetrics(int step) {
        return outcome != Outcome.DIVERGED && !metrics.has(step);
    }

    private void end(Outcome how, int step, double loss, String why) {
        outcome = how;
        reason = why;
        lastStep = step;
        if (steps[size - 1] != step) {
            append(step, loss);
        }
    }

    /** Says of a run that has ended with its budget, or diverged, that searches had found no lower place in so many steps. */
    void search(int failed) {
        String steps = failed + (failed == 1 ? " step" : " steps");
        if (failed > 0 && outcome == Outcome.BUDGET_SPENT) {
            reason = "the search along the line found no lower place in " + steps + "; it ends with its last point";
        } else if (failed > 0 && outcome == Outcome.DIVERGED) {
            reason += "; the search along the line had failed in " + steps;
        }
    }

    RunRecord record(
            double[] parameters, Evaluations evaluations, ProblemFacts facts, String trainer, Environment environment) {
        Curve curve = new Curve(Arrays.copyOf(steps, size), Arrays.copyOf(losses, size));
        boolean plain = evaluations.losses() == 0 && evaluations.gradients() <= lastStep;
        boolean kept = Arrays.stream(parameters).allMatch(Double::isFinite)
                && (parameters.length <= RunRecord.FEW_PARAMETERS
                        || run.trial().training().keep().isPresent());
        return new RunRecord(
                RunRecord.SCHEMA,
                id,
                run,
                outcome,
                lastStep,
                reason,
                curve,
                kept ? Arrays.stream(parameters).boxed().toList() : List.of(),
                facts,
                trainer,
                environment,
                metrics.metrics(),
                crossings.list(),
                plain ? Optional.empty() : Optional.of(evaluations),
                steppedCurve(),
                sampled());
    }

    private Optional<Sampled> sampled() {
        return looks.rows() < all ? Optional.of(new Sampled(looks.rows(), looks.testRows(), errors)) : Optional.empty();
    }

    private Optional<Curve> steppedCurve() {
        return stepped.isEmpty()
                ? Optional.empty()
                : Optional.of(new Curve(
                        steppedAt.stream().mapToInt(Integer::intValue).toArray(),
                        stepped.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    private void append(int step, double loss) {
        if (size == steps.length) {
            steps = Arrays.copyOf(steps, 2 * size);
            losses = Arrays.copyOf(losses, 2 * size);
        }
        steps[size] = step;
        losses[size++] = loss;
    }
}
