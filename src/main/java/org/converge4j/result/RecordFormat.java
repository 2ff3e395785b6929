package org.converge4j.result;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A record as text: one JSON object on one line, closed by a checksum over all before it. */
public final class RecordFormat {
    private static final String SEAL = ",\"checksum\":\"";

    /** Reads and writes the project's values as JSON. */
    public static final JsonMapper JSON = JsonMapper.builder().build();

    private RecordFormat() {}

    /** The text of a record, without a line end. */
    public static String write(RunRecord run) {
        String body = JSON.writeValueAsString(run);
        String open = body.substring(0, body.length() - 1);
        return open + SEAL + checksum(open) + "\"}";
    }

    /**
     * The record of a text.
     *
     * @throws DamagedRecordException if the text is not a whole, unchanged record of a version we know
     */
    public static RunRecord read(String text) {
        String line = text.strip();
        int seal = line.lastIndexOf(SEAL);
        if (seal < 0 || !line.substring(seal).equals(SEAL + checksum(line.substring(0, seal)) + "\"}")) {
            throw new DamagedRecordException("its checksum does not match its contents");
        }
        try {
            RunRecord run = JSON.readValue(line, RunRecord.class);
            if (run.schema() != RunRecord.SCHEMA) {
                throw new DamagedRecordException(
                        "it is of schema " + run.schema() + "; " + RunRecord.SCHEMA + " is read here");
            }
            return run;
        } catch (JacksonException foreign) {
            throw new DamagedRecordException("it is not a run record: " + foreign.getOriginalMessage());
        }
    }

    private static String checksum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return "crc32c:%08x".formatted(crc.getValue());
    }
}
