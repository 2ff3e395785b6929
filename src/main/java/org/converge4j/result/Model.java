package org.converge4j.result;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.converge4j.catalog.message.Checks;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.catalog.message.Printable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A trial's network with its updater, ready to use in DL4J. Whoever sent the folder may have written it, so that nothing is taken
 * for a model but what {@link ModelSource} allows.
 *
 * @param java the source of a class {@code Winner} whose {@code configuration()} makes the network's configuration
 * @param json the same configuration as DL4J writes it
 * @param checksum CRC-32C over both, which finds damage; older files have none
 */
public record Model(String java, String json, Optional<String> checksum) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 1 << 20;

    public Model {
        Checks.that(
                java.length() <= LONGEST && json.length() <= LONGEST,
                "a model: " + Mismatch.of("at most " + LONGEST + " characters", "more"));
        Checks.that(
                checksum.filter(written -> !written.equals(sum(java, json))).isEmpty(),
                "a model: " + Mismatch.of("what its checksum was taken of", "something else"));
        ModelSource.check(java);
        Checks.expect(
                isObject(json) && Printable.lines(json).equals(json),
                "a model's configuration",
                "an object as readable JSON",
                "something else");
    }

    /** A model with its checksum. */
    public Model(String java, String json) {
        this(java, json, Optional.of(sum(java, json)));
    }

    /** The model of these texts; nothing where they would not be one, as with settings that Java has to escape. */
    public static Optional<Model> of(String java, String json) {
        try {
            return Optional.of(new Model(java, json));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    private static boolean isObject(String json) {
        try {
            return JSON.readTree(json).isObject();
        } catch (JacksonException broken) {
            return false;
        }
    }

    private static String sum(String java, String json) {
        CRC32C crc = new CRC32C();
        crc.update(java.getBytes(StandardCharsets.UTF_8));
        crc.update(0);
        crc.update(json.getBytes(StandardCharsets.UTF_8));
        return "crc32c:%08x".formatted(crc.getValue());
    }
}
