package org.converge4j.run.engine;

import org.converge4j.run.plan.Batch;

/**
 * News from a worker: steps of a batch are done.
 *
 * @param batch that a worker is at
 * @param steps done since the last news of this batch, or not needed any more because their run has ended early
 * @param nanos since the last news of this batch, or since it was asked for
 * @param early whether a run of the batch has ended early since then, so that not all of the steps were taken
 */
public record Advance(Batch batch, long steps, long nanos, boolean early) {}
