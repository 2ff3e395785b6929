package org.converge4j.cli;

/** What a command's exit code means. */
final class ExitCode {
    /** Everything that was asked for is done. */
    static final int DONE = 0;

    /** {@code compare} found a regression, or {@code verify} a broken contract. */
    static final int FOUND = 1;

    /** The input is wrong; nothing was trained. */
    static final int WRONG_INPUT = 2;

    /** Some runs failed, or results could not be stored; what was recorded is valid. */
    static final int INCOMPLETE = 3;

    /** It was interrupted; what was finished is recorded. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
