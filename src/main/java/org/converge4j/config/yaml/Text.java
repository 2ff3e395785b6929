package org.converge4j.config.yaml;

import org.converge4j.catalog.message.Printable;

/** Texts from files, as messages quote them. */
final class Text {
    private static final int LONGEST = 60;

    private Text() {}

    /** The text on one line, without control or direction characters, cut to a readable length. */
    static String printable(String text) {
        return Printable.of(text, LONGEST);
    }
}
