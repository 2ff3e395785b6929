package org.converge4j.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What is unpacked of a file; a few bytes may unpack to more than anyone can read, which ends the reading. */
final class Unpacked extends FilterInputStream {
    private final long most;
    private long read;

    /**
     * @param most bytes that may come
     */
    Unpacked(InputStream packed, long most) {
        super(packed);
        this.most = most;
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
