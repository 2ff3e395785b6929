package org.converge4j.experiment.training;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.converge4j.catalog.message.Checks;

/**
 * How every trial of an experiment is trained.
 *
 * @param budget how long
 * @param batch how many rows a step sees; 0 means all
 * @param precision of the network's numbers
 * @param recording at which steps the loss is recorded
 * @param stopping what ends a run early
 * @param looking when and at how many rows a run is looked at; nothing for what the multiplications allow
 * @param keep what else its records hold; decides no number, so no part of a run's identity
 */
public record Training(
        Budget budget,
        int batch,
        Precision precision,
        Recording recording,
        Stopping stopping,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Looking> looking,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Keep> keep) {
    public Training {
        requireNonNull(budget, "budget");
        requireNonNull(precision, "precision");
        requireNonNull(recording, "recording");
        requireNonNull(stopping, "stopping");
        requireNonNull(looking, "looking");
        requireNonNull(keep, "keep");
        Checks.expect(batch >= 0, "batch", "at least 1 row, or 0 for all", batch);
    }

    /** Training that only its budget ends. */
    public Training(Budget budget, int batch, Precision precision, Recording recording) {
        this(budget, batch, precision, recording, Stopping.NEVER);
    }

    /** Training that is looked at as its multiplications allow. */
    public Training(Budget budget, int batch, Precision precision, Recording recording, Stopping stopping) {
        this(budget, batch, precision, recording, stopping, Optional.empty(), Optional.empty());
    }

    /** The same, looked at otherwise. */
    public Training looked(Optional<Looking> otherwise) {
        return new Training(budget, batch, precision, recording, stopping, otherwise, keep);
    }

    /** The same, of which more is kept. */
    public Training keeping(Optional<Keep> more) {
        return new Training(budget, batch, precision, recording, stopping, looking, more);
    }

    /** Rows a step sees, out of so many. */
    public int batchSize(int rows) {
        return batch == 0 ? rows : Math.min(batch, rows);
    }

    /** Whether every step sees all rows, of which there are so many. */
    public boolean isFullBatch(int rows) {
        return batchSize(rows) == rows;
    }

    /**
     * Steps of the whole budget, for so many rows.
     *
     * @throws IllegalArgumentException if they are more than can be counted
     */
    public int steps(int rows) {
        long perEpoch = (rows + (long) batchSize(rows) - 1) / batchSize(rows);
        long steps = budget.unit() == Budget.Unit.STEPS ? budget.amount() : budget.amount() * perEpoch;
        Checks.expect(steps <= Integer.MAX_VALUE, "budget", "at most " + Integer.MAX_VALUE + " steps", steps);
        return (int) steps;
    }

    /** Part of every run's identity: where nothing is said of looking, as it was before anything could be. */
    @Override
    public String toString() {
        return "Training[budget=" + budget + ", batch=" + batch + ", precision=" + precision + ", recording="
                + recording
                + ", stopping=" + stopping
                + looking.map(how -> ", looking=" + how).orElse("") + "]";
    }

    // Written out, for Java links a record's own at the first use, milliseconds each (docs/design/speed.md).
    @Override
    public int hashCode() {
        return 31 * budget.amount() + batch;
    }
}
