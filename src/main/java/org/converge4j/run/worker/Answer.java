package org.converge4j.run.worker;

import java.io.Serializable;
import java.util.List;

/**
 * What became of a batch on another machine.
 *
 * @param records the replies that hold one, in the order in which they came
 * @param steps taken
 * @param ending how it ended
 * @param reason why, unless all went well
 */
public record Answer(List<String> records, long steps, Ending ending, String reason) implements Serializable {
    /** How a batch ended. */
    public enum Ending {
        /** Every run has a record. */
        DONE,
        /** What was run threw an exception. */
        FAILED,
        /** The worker, or the machine, is gone. */
        DIED,
        /** The worker found the input wrong. */
        REFUSED
    }

    public Answer {
        records = List.copyOf(records);
    }

    /** The answer of a machine of which nothing came back. */
    public static Answer lost(String reason) {
        return new Answer(List.of(), 0, Ending.DIED, reason);
    }
}
