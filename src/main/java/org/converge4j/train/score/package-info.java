/**
 * Metrics of the training set and the test part, for many networks at once where that is quicker. The loss that a curve records
 * belongs to the trainers.
 */
@NullMarked
package org.converge4j.train.score;

import org.jspecify.annotations.NullMarked;
