package org.converge4j.result;

/** How a run ended. */
public enum Outcome {
    /** All steps were taken. */
    BUDGET_SPENT,
    /** The loss that ends a run early was reached. */
    TARGET_REACHED,
    /** The loss was no longer finite, or beyond the limit: an answer, kept with its curve up to there. */
    DIVERGED,
    /** The run's time was over. */
    TIMED_OUT,
    /** An accident of ours: shown, never averaged, tried again by the next run. */
    FAILED
}
