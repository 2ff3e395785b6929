package org.converge4j.result;

import java.nio.file.Path;

/**
 * A file among the records that is not a whole, unchanged record.
 *
 * @param file where it lies
 * @param reason what is wrong with it
 */
public record Damage(Path file, String reason) {
    @Override
    public String toString() {
        return file.getFileName() + ": " + reason;
    }
}
