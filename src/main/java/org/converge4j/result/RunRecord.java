package org.converge4j.result;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.converge4j.catalog.message.Checks;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.RunSpec;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * One run as it is kept.
 *
 * @param schema version of the record's layout
 * @param id of the specification
 * @param spec what was run
 * @param outcome how it ended
 * @param steps taken; for a diverged run, the step at which it did
 * @param reason why it ended so, empty for a spent budget
 * @param curve the loss at the recorded steps
 * @param parameters after the last step, in DL4J's flat order; empty unless all are finite, and where there are more
 *     than {@value #FEW_PARAMETERS} that nobody asked to keep
 * @param facts about the problem
 * @param trainer which trainer made it
 * @param environment where it was made
 * @param metrics of the training set and the test part
 * @param crossings the first step at each target that was watched while training; none where the curve shows it
 * @param evaluations taken by a run whose steps are not one gradient each
 * @param stepped the loss at the same steps where the updater stepped from, if it is measured elsewhere
 * @param sampled the sample of the rows that it was looked at on before its end, where that was not all
 */
public record RunRecord(
        int schema,
        String id,
        RunSpec spec,
        Outcome outcome,
        int steps,
        String reason,
        Curve curve,

        @JsonSerialize(using = PackedNumbers.Writer.class) @JsonDeserialize(using = PackedNumbers.Reader.class)
        List<Double> parameters,

        ProblemFacts facts,
        String trainer,
        Environment environment,
        Metrics metrics,
        List<Crossing> crossings,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Evaluations> evaluations,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Curve> stepped,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Sampled> sampled) {
    /** Raised when a reader of the old layout could not read the new one. */
    public static final int SCHEMA = 1;

    /** So many parameters are kept by every record. */
    public static final int FEW_PARAMETERS = 1000;

    public RunRecord {
        requireNonNull(id, "id");
        requireNonNull(spec, "spec");
        requireNonNull(outcome, "outcome");
        reason = Checks.text(reason, "a reason", Checks.LONGEST_PROSE);
        trainer = Checks.text(trainer, "a trainer", Checks.LONGEST_NAME);
        Checks.expect(steps >= 0, "steps", "at least 0", steps);
        requireNonNull(curve, "curve");
        requireNonNull(facts, "facts");
        requireNonNull(environment, "environment");
        requireNonNull(metrics, "metrics");
        parameters = List.copyOf(parameters);
        parameters.forEach(value -> Checks.finite(value, "a parameter"));
        crossings = List.copyOf(crossings);
        Checks.expect(
                curve.size() > 0 || outcome == Outcome.FAILED || outcome == Outcome.DIVERGED,
                "the curve of a run that is " + outcome,
                "at least one point",
                "none");
    }

    /** A run whose steps are one gradient each, measured where it steps from, with crossings that its curve shows. */
    public RunRecord(
            RunSpec spec,
            Outcome outcome,
            int steps,
            String reason,
            Curve curve,
            List<Double> parameters,
            ProblemFacts facts,
            String trainer,
            Environment environment,
            Metrics metrics) {
        this(
                SCHEMA,
                spec.id(),
                spec,
                outcome,
                steps,
                reason,
                curve,
                parameters,
                facts,
                trainer,
                environment,
                metrics,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same numbers as the run of another specification, made by another trainer. */
    public RunRecord as(RunSpec other, String otherTrainer) {
        return of(other.id(), other, facts, otherTrainer, environment);
    }

    /**
     * The same run as it stood when it had taken so many steps, on an axis that may count something else than steps.
     *
     * @param isCut whether that was before its end
     */
    RunRecord seenAs(int taken, boolean isCut, Curve seen, Metrics seenMetrics, List<Crossing> seenCrossings) {
        return new RunRecord(
                schema,
                id,
                spec,
                isCut ? Outcome.BUDGET_SPENT : outcome,
                taken,
                isCut ? "" : reason,
                seen,
                parameters,
                facts,
                trainer,
                environment,
                seenMetrics,
                seenCrossings,
                evaluations,
                stepped,
                sampled);
    }

    private RunRecord of(
            String itsId, RunSpec itsSpec, ProblemFacts itsFacts, String itsTrainer, Environment itsEnvironment) {
        return new RunRecord(
                schema,
                itsId,
                itsSpec,
                outcome,
                steps,
                reason,
                curve,
                parameters,
                itsFacts,
                itsTrainer,
                itsEnvironment,
                metrics,
                crossings,
                evaluations,
                stepped,
                sampled);
    }

    /** Gradients taken a step, on average; 1 for most rules. */
    @JsonIgnore
    public double gradientsPerStep() {
        return steps == 0
                ? 1
                : evaluations.map(all -> (double) all.gradients() / steps).orElse(1.0);
    }

    /** Whether the run can be scored: it answers the question, and recorded something. */
    @JsonIgnore
    public boolean isScorable() {
        return isAnswer() && curve.size() > 0;
    }

    /** Whether the run answers the question; failed runs do not, they are tried again. */
    @JsonIgnore
    public boolean isAnswer() {
        return outcome != Outcome.FAILED;
    }
}
