package org.converge4j.config;

import java.util.List;

/** An experiment file that cannot be used; one line for each mistake, each with its place. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> complaints;

    public ConfigException(List<String> complaints) {
        super(String.join(System.lineSeparator(), complaints));
        this.complaints = List.copyOf(complaints);
    }

    /** One line for each mistake. */
    public List<String> complaints() {
        return complaints;
    }
}
