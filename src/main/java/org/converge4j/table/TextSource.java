package org.converge4j.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.converge4j.catalog.message.FileKind;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.table.foreign.ForeignFormat;

/**
 * The text of a file.
 *
 * @param path the file
 * @param encoding of its bytes
 * @param isCompressed by gzip
 * @param mark how many bytes of a byte-order mark come first
 */
record TextSource(Path path, Charset encoding, boolean isCompressed, int mark) {
    private static final int BUFFER = 1 << 16;
    private static final int LOOK = 1 << 12;

    /**
     * Looks at the first bytes.
     *
     * @param name as messages call it
     * @param encoding what the bytes are said to be; a byte-order mark knows better
     */
    static TextSource of(Path path, String name, Optional<Charset> encoding) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new TableException(name + ": " + FileKind.complaint(path, "a file"));
        }
        boolean isCompressed = Unpacked.isPacked(path);
        if (isCompressed && lastSize(path) > Unpacked.MOST) {
            throw new TableException(name + ": "
                    + Mismatch.of("at most " + Unpacked.MOST + " bytes when unpacked", lastSize(path) + " or more"));
        }
        byte[] start;
        try (InputStream in = Unpacked.open(path, isCompressed)) {
            start = in.readNBytes(LOOK);
        }
        ForeignFormat.spoken(start, name).ifPresent(format -> {
            throw new TableException(name + ": " + Mismatch.of("a text table", format));
        });
        TextSource source = marked(path, start, isCompressed)
                .orElseGet(() -> new TextSource(
                        path, encoding.or(() -> utf16(start)).orElse(StandardCharsets.UTF_8), isCompressed, 0));
        if (!source.encoding.name().startsWith("UTF-16") && ForeignFormat.holdsZero(start)) {
            throw new TableException(name + ":1: " + Mismatch.of("a text table", "bytes that are no text"));
        }
        return source;
    }

    /** Where what cannot be decoded is an error. */
    Reader open() throws IOException {
        return open(CodingErrorAction.REPORT);
    }

    /** The line of the first bytes that are not of the encoding. */
    Optional<Long> firstUndecodable() throws IOException {
        try (Reader text = open(CodingErrorAction.REPLACE)) {
            char[] buffer = new char[BUFFER];
            long line = 1;
            for (int count = text.read(buffer); count >= 0; count = text.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    if (buffer[i] == '\uFFFD') {
                        return Optional.of(line);
                    }
                    line += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return Optional.empty();
    }

    private Reader open(CodingErrorAction undecodable) throws IOException {
        InputStream in = Unpacked.open(path, isCompressed);
        in.skipNBytes(mark);
        return new InputStreamReader(
                in, encoding.newDecoder().onMalformedInput(undecodable).onUnmappableCharacter(undecodable));
    }

    /** How many bytes a gzip file says that it unpacks to, less a multiple of 4 GB. */
    private static long lastSize(Path path) throws IOException {
        ByteBuffer size = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (SeekableByteChannel file = Files.newByteChannel(path)) {
            file.position(Math.max(0, file.size() - Integer.BYTES)).read(size);
        }
        return size.remaining() > 0 ? 0 : Integer.toUnsignedLong(size.getInt(0));
    }

    private static Optional<TextSource> marked(Path path, byte[] start, boolean isCompressed) {
        return starts(start, 0xEF, 0xBB, 0xBF)
                ? Optional.of(new TextSource(path, StandardCharsets.UTF_8, isCompressed, 3))
                : starts(start, 0xFF, 0xFE)
                        ? Optional.of(new TextSource(path, StandardCharsets.UTF_16LE, isCompressed, 2))
                        : starts(start, 0xFE, 0xFF)
                                ? Optional.of(new TextSource(path, StandardCharsets.UTF_16BE, isCompressed, 2))
                                : Optional.empty();
    }

    /** UTF-16 without a mark: of every two bytes of plain text one is 0. */
    private static Optional<Charset> utf16(byte[] start) {
        int[] zeros = new int[2];
        for (int i = 0; i < start.length; i++) {
            zeros[i % 2] += start[i] == 0 ? 1 : 0;
        }
        int half = start.length / 2;
        if (zeros[0] > 0.6 * half && zeros[1] < 0.1 * half) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return zeros[1] > 0.6 * half && zeros[0] < 0.1 * half
                ? Optional.of(StandardCharsets.UTF_16LE)
                : Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
