package org.converge4j.analysis.verdict;

import org.converge4j.wording.Text;

/**
 * A plain sentence that the records bear out, no stronger than the statistics.
 *
 * @param problem the problem it is about; empty if it is about all
 * @param question which of the article's questions it answers
 * @param sentence with its evidence in it
 */
public record Finding(String problem, Question question, Text sentence) {
    /** What one asks before choosing an optimizer, as the article does; and what to beware of. */
    public enum Question {
        /** What did trying show? */
        TRIAL,
        /** How hard is the problem? */
        HARDNESS,
        /** What does the updater cost? */
        COST,
        /** What must be known before believing the rest. */
        CAUTION
    }
}
