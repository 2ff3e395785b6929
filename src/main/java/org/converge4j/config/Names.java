package org.converge4j.config;

import java.util.Optional;
import org.converge4j.catalog.message.Checks;
import org.converge4j.config.yaml.Complaints;
import org.converge4j.config.yaml.Node;
import org.converge4j.config.yaml.Values;

/** Reads names of experiments and problems, which also name folders and files. */
final class Names {
    /** What is expected, as a message says it. */
    static final String EXPECTED = "a name of at most 80 letters, digits, dots, dashes and underscores";

    private final Complaints complaints;
    private final Values values;

    Names(Complaints complaints) {
        this.complaints = complaints;
        this.values = new Values(complaints);
    }

    Optional<String> read(Node node, String where) {
        return values.text(node, where).filter(text -> {
            if (!Checks.isFileName(text)) {
                complaints.found(node, where, EXPECTED);
                return false;
            }
            return true;
        });
    }
}
