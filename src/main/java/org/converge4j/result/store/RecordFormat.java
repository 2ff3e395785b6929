package org.converge4j.result.store;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.catalog.message.Misread;
import org.converge4j.result.RunRecord;
import org.converge4j.result.reading.Sharing;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** A record as text: one JSON object on one line, closed by a checksum over all before it. */
public final class RecordFormat {
    private static final String SEAL = ",\"checksum\":\"";

    /** Of the seal with its checksum: {@code ,"checksum":"crc32c:01234567"}}. */
    private static final int SEAL_BYTES = SEAL.length() + "crc32c:01234567\"}".length();

    /** Reads and writes the project's values as JSON. */
    public static final JsonMapper JSON = JsonMapper.builder()
            // the shortest text of a number, the same on every Java, and several times faster than JDK 17's
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            // one arrow in it, and Java keeps and encodes a whole record at two bytes a character
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            // a list that an older file does not have yet is empty
            .withConfigOverride(
                    List.class, list -> list.setNullHandling(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL)))
            .withConfigOverride(Map.class, map -> map.setNullHandling(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private RecordFormat() {}

    /** The text of a record, without a line end. */
    public static String write(RunRecord run) {
        return new String(bytes(run), StandardCharsets.ISO_8859_1);
    }

    /** The same as bytes, all of them ASCII. */
    public static byte[] bytes(RunRecord run) {
        byte[] body = JSON.writeValueAsBytes(run);
        int open = body.length - 1;
        byte[] sealed = Arrays.copyOf(body, open + SEAL_BYTES);
        byte[] seal = seal(body, open).getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(seal, 0, sealed, open, SEAL_BYTES);
        return sealed;
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
        return known(alone(record(text)));
    }

    /**
     * The same.
     *
     * @param sharing with other records
     */
    static RunRecord read(byte[] text, Sharing sharing) {
        byte[] record = record(text);
        try {
            return known(sharing.read(record));
        } catch (JacksonException foreign) {
            return known(alone(record));
        }
    }

    /** The record without line ends. */
    private static byte[] record(byte[] text) {
        int length = sealed(text);
        return length == text.length ? text : Arrays.copyOf(text, length);
    }

    private static RunRecord known(RunRecord run) {
        if (run.schema() != RunRecord.SCHEMA) {
            throw new DamagedRecordException(
                    "it is of schema " + run.schema() + "; " + RunRecord.SCHEMA + " is read here");
        }
        return run;
    }

    /** Read by itself, a text tells what is wrong with it. */
    private static RunRecord alone(byte[] record) {
        try {
            return value(record, RunRecord.class);
        } catch (DamagedRecordException foreign) {
            throw new DamagedRecordException("it is not a run record: " + foreign.getMessage());
        }
    }

    /**
     * The value of a text that we wrote, to a file or to another process.
     *
     * @throws DamagedRecordException if it holds no such value, with the place in it, what was expected and what was found
     */
    public static <T> T value(String text, Class<T> type) {
        return value(text.getBytes(StandardCharsets.UTF_8), type);
    }

    private static <T> T value(byte[] text, Class<T> type) {
        try {
            T value = JSON.readValue(text, type);
            if (value == null) {
                throw new DamagedRecordException(Mismatch.of(type.isArray() ? "a list" : "an object", "null"));
            }
            return value;
        } catch (JacksonException foreign) {
            throw new DamagedRecordException(Misread.of(foreign, text, type, JSON));
        }
    }

    /**
     * A value of a file beside the records, which carries no checksum.
     *
     * @param longest a file of more bytes is not read
     * @throws DamagedRecordException if the file holds no such value
     */
    static <T> T read(Path file, long longest, Class<T> type) {
        try {
            if (Files.size(file) > longest) {
                throw new DamagedRecordException(
                        "it has " + Files.size(file) + " bytes; at most " + longest + " are read");
            }
            return value(Files.readAllBytes(file), type);
        } catch (IOException failure) {
            throw new StorageException(file, failure);
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
