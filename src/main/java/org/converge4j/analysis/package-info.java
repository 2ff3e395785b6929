/**
 * What the records say: summaries, targets, ranks and their uncertainty, as pure functions from records to values. Runs that
 * diverged count as failures everywhere; runs that failed are counted and left out.
 */
@NullMarked
package org.converge4j.analysis;

import org.jspecify.annotations.NullMarked;
