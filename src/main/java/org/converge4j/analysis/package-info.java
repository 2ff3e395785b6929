/**
 * Comparison: records become summaries of trials and updaters, targets, ranks and pairs, as pure functions from records to
 * values; runs that diverged count as failures everywhere. Tests and intervals are in statistics, sentences in verdict, the
 * question whether a trial got worse in change; nothing here writes for people but Figures, which rounds.
 */
@NullMarked
package org.converge4j.analysis;

import org.jspecify.annotations.NullMarked;
