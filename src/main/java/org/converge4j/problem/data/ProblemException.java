package org.converge4j.problem.data;

import java.util.List;
import java.util.stream.Collectors;
import org.converge4j.catalog.message.Printable;

/** Data or a network that cannot be used as described; the message is a line for the user for each thing that is wrong. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 800;

    public ProblemException(String message) {
        this(List.of(message));
    }

    /**
     * Several things are wrong.
     *
     * @param lines one for each
     */
    public ProblemException(List<String> lines) {
        super(lines.stream().map(line -> Printable.of(line, LONGEST)).collect(Collectors.joining("\n")));
    }
}
