package org.converge4j.run;

/**
 * A line between parent and worker: a word, a space, and what belongs to it, usually JSON.
 *
 * @param word which kind of line
 * @param body the rest, without line ends
 */
record Message(String word, String body) {
    /** Asks for, and answers with, what is known of a problem. */
    static final String FACTS = "facts";

    /** Asks for a batch to be trained. */
    static final String TRAIN = "train";

    /** Asks for, and answers with, what a trial costs and how far it is from the article's equation. */
    static final String MEASURE = "measure";

    /** Answers with a record: its id, its outcome, its text. */
    static final String RECORD = "record";

    /** Answers with steps taken. */
    static final String STEPS = "steps";

    /** Ends an answer. */
    static final String DONE = "done";

    /** Ends an answer: the input was wrong, for the reason that follows. */
    static final String REFUSED = "refused";

    static Message parse(String line) {
        int space = line.indexOf(' ');
        return space < 0 ? new Message(line, "") : new Message(line.substring(0, space), line.substring(space + 1));
    }

    @Override
    public String toString() {
        return body.isEmpty() ? word : word + " " + body.replace('\n', ' ').replace('\r', ' ');
    }
}
