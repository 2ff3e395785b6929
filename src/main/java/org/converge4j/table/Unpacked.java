package org.converge4j.table;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** What is unpacked of a file; a few bytes may unpack to more than anyone can read, which ends the reading. */
public final class Unpacked extends FilterInputStream {
    /** As many bytes as a file that is not packed may have. */
    static final long MOST = 2_000_000_000;

    private static final int BUFFER = 1 << 16;

    private final long most;
    private long read;

    /**
     * @param most bytes that may come
     */
    Unpacked(InputStream packed, long most) {
        super(packed);
        this.most = most;
    }

    /** A file's bytes, unpacked if gzip has packed them. */
    public static InputStream open(Path file) throws IOException {
        return open(file, isPacked(file));
    }

    static InputStream open(Path file, boolean isPacked) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        return isPacked ? new BufferedInputStream(new Unpacked(new GZIPInputStream(in, BUFFER), MOST), BUFFER) : in;
    }

    /** Whether a file begins as those of gzip do. */
    static boolean isPacked(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(2);
            return start.length == 2 && start[0] == 0x1F && start[1] == (byte) 0x8B;
        }
    }

    @Override
    public int read() throws IOException {
        return count(super.read(), 1);
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int count = super.read(buffer, from, length);
        return count(count, count);
    }

    private int count(int answer, int bytes) throws IOException {
        read += answer < 0 ? 0 : bytes;
        if (read > most) {
            throw new IOException("it unpacks to more than " + most + " bytes");
        }
        return answer;
    }
}
