package org.converge4j.config;

import java.util.Optional;
import java.util.regex.Pattern;
import org.converge4j.config.yaml.Complaints;
import org.converge4j.config.yaml.Node;
import org.converge4j.config.yaml.Values;

/** Reads names of experiments and problems, which also name folders and files. */
final class Names {
    /** What is expected, as a message says it. */
    static final String EXPECTED = "a name of at most 80 letters, digits, dots, dashes and underscores";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

    /** What Windows takes for a device, whatever follows the first dot. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private final Complaints complaints;
    private final Values values;

    Names(Complaints complaints) {
        this.complaints = complaints;
        this.values = new Values(complaints);
    }

    Optional<String> read(Node node, String where) {
        return values.text(node, where).filter(text -> {
            if (!NAME.matcher(text).matches() || DEVICE.matcher(text).matches() || text.endsWith(".")) {
                complaints.found(node, where, EXPECTED);
                return false;
            }
            return true;
        });
    }
}
