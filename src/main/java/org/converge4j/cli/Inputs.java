package org.converge4j.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks of options beyond their types. */
final class Inputs {
    private Inputs() {}

    static void atLeastOne(CommandSpec spec, String option, int value) {
        if (value < 1) {
            throw new ParameterException(
                    spec.commandLine(), option + ": found " + value + "; a whole number, at least 1, is accepted.");
        }
    }
}
