package org.converge4j.examine;

import java.util.Optional;

/**
 * What came of one promise of the contract.
 *
 * @param promise what every updater must keep
 * @param broken how this one breaks it, empty if it keeps it
 */
public record Finding(String promise, Optional<String> broken) {
    @Override
    public String toString() {
        return broken.map(how -> "BROKEN  " + promise + ": " + how).orElse("kept    " + promise);
    }
}
