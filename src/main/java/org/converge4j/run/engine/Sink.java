package org.converge4j.run.engine;

import org.converge4j.experiment.RunSpec;
import org.converge4j.result.Outcome;

/** Takes what an engine produces; called from several threads. */
public interface Sink {
    /** A run has ended; the text is its whole record. */
    void record(String id, Outcome outcome, String text);

    /** A run has failed for good: its worker died under it twice. */
    void failed(RunSpec run, String reason);

    /** Steps of a batch are done. */
    void advanced(Advance advance);
}
