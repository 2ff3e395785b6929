package org.converge4j.examine;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.converge4j.catalog.CatalogException;

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
            return new Finding(text, Optional.of(words(thrown)));
        }
    }

    /** What was thrown, and where in the updater's own code. */
    private static String words(Throwable thrown) {
        if (thrown instanceof CatalogException refused) {
            return String.valueOf(refused.getMessage());
        }
        String what = thrown instanceof IllegalStateException || thrown instanceof IllegalArgumentException
                ? thrown.getMessage()
                : thrown.toString();
        return what
                + Arrays.stream(thrown.getStackTrace())
                        .filter(frame -> !isOfALibrary(frame.getClassName()))
                        .findFirst()
                        .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                        .orElse("");
    }

    private static boolean isOfALibrary(String type) {
        return Stream.of("java.", "jdk.", "org.converge4j.", "org.nd4j.", "org.deeplearning4j.")
                .anyMatch(type::startsWith);
    }

    static Optional<String> unless(boolean kept, String broken) {
        return kept ? Optional.empty() : Optional.of(broken);
    }
}
