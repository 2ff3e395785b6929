package org.converge4j.result.store;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;
import org.converge4j.catalog.message.Printable;
import org.converge4j.result.RunRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A record as text: one JSON object on one line, closed by a checksum over all before it. */
public final class RecordFormat {
    private static final String SEAL = ",\"checksum\":\"";

    /** Of the seal with its checksum: {@code ,"checksum":"crc32c:01234567"}}. */
    private static final int SEAL_BYTES = SEAL.length() + "crc32c:01234567\"}".length();

    private static final int LONGEST_REASON = 200;

    /** Reads and writes the project's values as JSON. */
    public static final JsonMapper JSON = JsonMapper.builder()
            // the shortest text of a number, the same on every Java, and several times faster than JDK 17's
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            // one arrow in it, and Java keeps and encodes a whole record at two bytes a character
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            // a list that an older file does not have yet is empty
            .withConfigOverride(
                    List.class, list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private RecordFormat() {}

    /** The text of a record, without a line end. */
    public static String write(RunRecord run) {
        String body = JSON.writeValueAsString(run);
        String open = body.substring(0, body.length() - 1);
        byte[] bytes = open.getBytes(StandardCharsets.UTF_8);
        return open + seal(bytes, bytes.length);
    }

    /**
     * The record of a text.
     *
     * @throws DamagedRecordException if the text is not a whole, unchanged record of a version we know
     */
    public static RunRecord read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The record of a file's bytes.
     *
     * @throws DamagedRecordException if they are not a whole, unchanged record of a version we know
     */
    public static RunRecord read(byte[] text) {
        int length = sealed(text);
        try {
            RunRecord run = JSON.readValue(text, 0, length, RunRecord.class);
            if (run.schema() != RunRecord.SCHEMA) {
                throw new DamagedRecordException(
                        "it is of schema " + run.schema() + "; " + RunRecord.SCHEMA + " is read here");
            }
            return run;
        } catch (JacksonException foreign) {
            throw new DamagedRecordException(
                    "it is not a run record: " + Printable.of(foreign.getOriginalMessage(), LONGEST_REASON));
        }
    }

    /**
     * How many bytes the record has, line end apart.
     *
     * @throws DamagedRecordException if they do not carry their own checksum
     */
    static int sealed(byte[] text) {
        int length = text.length;
        while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == '\r')) {
            length--;
        }
        int open = length - SEAL_BYTES;
        if (open < 0 || !seal(text, open).equals(new String(text, open, SEAL_BYTES, StandardCharsets.ISO_8859_1))) {
            throw new DamagedRecordException("its checksum does not match its contents");
        }
        return length;
    }

    private static String seal(byte[] text, int length) {
        CRC32C crc = new CRC32C();
        crc.update(text, 0, length);
        return SEAL + "crc32c:%08x".formatted(crc.getValue()) + "\"}";
    }
}
