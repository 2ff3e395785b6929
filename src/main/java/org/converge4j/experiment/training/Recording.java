package org.converge4j.experiment.training;

import static java.util.Objects.requireNonNull;

import org.converge4j.catalog.message.Checks;

/**
 * The steps whose loss is recorded. Step 0 and the last one always are.
 *
 * @param spacing how the others are laid out
 * @param every the distance between two recorded steps; 1 records all, unused for {@link Spacing#LOG}
 */
public record Recording(Spacing spacing, int every) {
    public Recording {
        requireNonNull(spacing, "spacing");
        Checks.expect(every >= 1, "record", "every step, or every so many", every);
    }

    /** How recorded steps are laid out. */
    public enum Spacing {
        /** At equal distances. */
        LINEAR,
        /** At about twenty steps per decade. */
        LOG
    }

    /** Every step. */
    public static final Recording EVERY_STEP = new Recording(Spacing.LINEAR, 1);

    /** About twenty steps per decade. */
    public static final Recording LOG_SPACED = new Recording(Spacing.LOG, 1);

    private static final int PER_DECADE = 20;

    /** Whether step t of a budget of so many is recorded. */
    public boolean includes(int t, int budget) {
        if (t == 0 || t == budget) {
            return true;
        }
        return spacing == Spacing.LINEAR ? t % every == 0 : slot(t) != slot(t - 1);
    }

    /** Whether all steps of such a budget are recorded. */
    public boolean isOfEvery(int budget) {
        return spacing == Spacing.LINEAR && (every == 1 || budget == 1);
    }

    private static long slot(int t) {
        return t == 0 ? -1 : (long) Math.floor(PER_DECADE * Math.log10(t) + 1e-9);
    }

    /** Part of the ids of runs, which may not change. */
    @Override
    public String toString() {
        return "Recording[spacing=" + spacing + ", every=" + every + "]";
    }
}
