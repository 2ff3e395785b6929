package org.converge4j.cli;

/** What a command's exit code means; that of one that was stopped is {@link StopSignal#code}. */
final class ExitCode {
    /** Everything that was asked for is done. */
    static final int DONE = 0;

    /** {@code compare} found a regression, or {@code verify} a broken contract. */
    static final int FOUND = 1;

    /** The input is wrong; nothing was trained. */
    static final int WRONG_INPUT = 2;

    /** Some runs failed, or results could not be stored; what was recorded is valid. */
    static final int INCOMPLETE = 3;

    private ExitCode() {}
}
