package org.converge4j.run.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A line between parent and worker: a mark, a word, a space, what belongs to it, usually JSON, and a mark of the end, without
 * which the writer died over it.
 *
 * @param word which kind of line
 * @param body the rest, without line ends
 */
public record Message(String word, String body) {
    /** Says that a worker has started. */
    public static final String READY = "ready";

    /** Asks for, and answers with, what is known of a problem. */
    public static final String FACTS = "facts";

    /** Asks, and answers, whether trials can be trained, and whose learning rates change nothing. */
    public static final String CHECK = "check";

    /** Asks for a batch to be trained. */
    public static final String TRAIN = "train";

    /** Asks for the rows of a problem to be read from a file from now on, and answers whether they are. */
    public static final String SHARE = "share";

    /** Asks for, and answers with, the µs a step costs. */
    public static final String COST = "cost";

    /** Asks for, and answers with, what there is to know of trials beside their runs. */
    public static final String MEASURE = "measure";

    /** Asks for a problem's data, starting points and batches to be written down. */
    public static final String EXPORT = "export";

    /** Answers with a record: its id, its outcome, its text. */
    public static final String RECORD = "record";

    /** Answers with steps taken; also the sign that a worker is alive. */
    public static final String STEPS = "steps";

    /** Ends an answer. */
    public static final String DONE = "done";

    /** Ends an answer: the input was wrong, for the reasons that follow as a JSON text. */
    public static final String REFUSED = "refused";

    /** Ends an answer: what was run threw what follows. */
    public static final String FAILED = "failed";

    /** No line begins so by chance: native code may print among the replies. */
    private static final String MARK = "\u0001converge ";

    private static final String END = "\u0001";

    /**
     * The line of a record, as bytes: it is long, and there are many.
     *
     * @param head what stands before the record
     * @param record without line ends
     */
    public static byte[] record(String head, byte[] record) {
        byte[] before = (MARK + RECORD + " " + head + " ").getBytes(StandardCharsets.UTF_8);
        byte[] after = END.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(before.length + record.length + after.length)
                .put(before)
                .put(record)
                .put(after)
                .array();
    }

    /** The message of a line, or nothing if somebody else wrote it or did not write it to its end. */
    public static Optional<Message> parse(String line) {
        if (!isBegun(line) || !line.endsWith(END)) {
            return Optional.empty();
        }
        String rest = line.substring(MARK.length(), line.length() - END.length());
        int space = rest.indexOf(' ');
        return Optional.of(
                space < 0 ? new Message(rest, "") : new Message(rest.substring(0, space), rest.substring(space + 1)));
    }

    /** Whether a line was to be a message. */
    public static boolean isBegun(String line) {
        return line.startsWith(MARK);
    }

    /** The line. */
    @Override
    public String toString() {
        String text =
                body.isEmpty() ? word : word + " " + body.replace('\n', ' ').replace('\r', ' ');
        return MARK + text + END;
    }
}
