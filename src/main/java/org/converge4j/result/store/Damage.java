package org.converge4j.result.store;

import java.nio.file.Path;
import org.converge4j.catalog.message.Printable;

/**
 * A file among the records that is not a whole, unchanged record.
 *
 * @param file where it lies
 * @param reason what is wrong with it
 */
public record Damage(Path file, String reason) {
    private static final int LONGEST = 500;

    @Override
    public String toString() {
        return Printable.of(file.getFileName() + ": " + reason, LONGEST);
    }
}
