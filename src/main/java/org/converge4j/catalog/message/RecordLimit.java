package org.converge4j.catalog.message;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * A text of records of which none may be too long to be held: a cell whose quotes never close would else be as long as its file. Who reads
 * more gets an {@link IllegalArgumentException}.
 */
public final class RecordLimit extends FilterReader {
    /** Of a record, in characters; a line of a hundred thousand numbers has a tenth of it. */
    public static final int LONGEST = 20_000_000;

    private long left = LONGEST;

    public RecordLimit(Reader text) {
        super(text);
    }

    /** Says that a record was taken, and another may follow. */
    public void next() {
        left = LONGEST;
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        take(1);
        return character;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        take(read);
        return read;
    }

    private void take(int characters) {
        left -= characters;
        Checks.that(left >= 0, "a line of more than " + LONGEST + " characters");
    }
}
