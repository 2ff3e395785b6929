package org.converge4j.run.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads lines of UTF-8. Those of records are tens of thousands of bytes of ASCII each, of which nothing but the end need be looked for: that
 * takes a tenth of what decoding them character by character does.
 */
final class ByteLines {
    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /** The next line without its end; nothing after the last. */
    Optional<String> next() throws IOException {
        int bits = 0;
        int seen = 0;
        while (true) {
            // what a loop reads from fields, a virtual machine without its optimising compiler reads anew for each byte
            byte[] bytes = buffer;
            int end = to;
            int at = from + seen;
            while (at < end && bytes[at] != '\n') {
                bits |= bytes[at++];
            }
            if (at < end) {
                String line = text(at, bits);
                from = at + 1;
                return Optional.of(line);
            }
            seen = at - from;
            if (!fill()) {
                return rest(bits);
            }
        }
    }

    /** Moves what is begun to the front and reads on; whether there is more. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        if (to == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * to);
        }
        int count = in.read(buffer, to, buffer.length - to);
        to += Math.max(0, count);
        return count > 0;
    }

    private Optional<String> rest(int bits) {
        Optional<String> line = to == from ? Optional.empty() : Optional.of(text(to, bits));
        from = to;
        return line;
    }

    /**
     * @param bits of all bytes: where none has the highest, they are ASCII
     */
    private String text(int end, int bits) {
        Charset encoding = bits < 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        return new String(buffer, from, end - from, encoding);
    }
}
