package org.converge4j.result;

import java.util.Optional;
import org.converge4j.experiment.training.Target;

/**
 * The step at which a run first met a target, looked for at every step while it was trained.
 *
 * @param target on the training loss
 * @param step the first at which the loss was at or below the target; nothing if it never was
 */
public record Crossing(Target target, Optional<Integer> step) {}
