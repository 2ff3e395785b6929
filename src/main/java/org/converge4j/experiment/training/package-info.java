/**
 * How a trial trains: budget, batch, precision, what is recorded, when it stops, and by which measures. What is trained is in
 * the package above.
 */
@NullMarked
package org.converge4j.experiment.training;

import org.jspecify.annotations.NullMarked;
