package org.converge4j.cli;

import java.util.LinkedHashMap;
import java.util.Map;

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

    /** What help says of them, by the code. */
    static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put("0", "done");
        meanings.put("1", "compare found a regression, or verify a broken contract");
        meanings.put("2", "the input is wrong; nothing was trained");
        meanings.put("3", "some runs failed, or results could not be stored; what was recorded is valid");
        meanings.put("130", "stopped by Ctrl-C (143: by SIGTERM, 129: by SIGHUP); what was finished is recorded");
        return meanings;
    }
}
