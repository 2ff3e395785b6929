package org.converge4j.examine;

import java.util.Optional;

/**
 * A promise of the contract.
 *
 * @param text what is promised
 * @param test finds how it is broken; whatever it throws counts as broken, too
 */
record Promise(String text, Test test) {
    /** Looks for a way in which a promise is broken. */
    @FunctionalInterface
    interface Test {
        /** How, or nothing. */
        Optional<String> broken() throws Exception;
    }

    // whatever a user's updater throws is a finding, not an end
    @SuppressWarnings("CatchingUnchecked")
    Finding keep() {
        try {
            return new Finding(text, test.broken());
        } catch (Exception | LinkageError thrown) {
            return new Finding(text, Optional.of(thrown.toString()));
        }
    }

    static Optional<String> unless(boolean kept, String broken) {
        return kept ? Optional.empty() : Optional.of(broken);
    }
}
