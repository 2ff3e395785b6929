package org.converge4j.problem.picture;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.experiment.SourceFile;
import org.converge4j.problem.data.ProblemException;
import org.converge4j.problem.data.Table;
import org.converge4j.table.Unpacked;

/**
 * A file of MNIST's format: two zeros, the type of its numbers, how many dimensions, their lengths as 32 bits each, and the numbers.
 *
 * @param name of the file, for messages
 * @param count the length of the first dimension
 * @param width the product of the others
 * @param bytes row by row
 */
record IdxFile(String name, int count, int width, byte[] bytes) {
    private static final int UNSIGNED_BYTE = 8;
    private static final int MOST_DIMENSIONS = 4;
    private static final int BYTE = 0xff;

    /**
     * Reads a file.
     *
     * @param most rows; 0 for all
     * @throws ProblemException if it is not there, or not such a file
     */
    static IdxFile read(Path base, SourceFile file, int most) {
        try (DataInputStream in = new DataInputStream(Unpacked.open(base.resolve(file.path())))) {
            return read(file.path(), in, most);
        } catch (NoSuchFileException missing) {
            throw new ProblemException(file.path() + ": there is no such file");
        } catch (EOFException cut) {
            throw new ProblemException(file.path() + ": " + Mismatch.of("as many numbers as it announces", "fewer"));
        } catch (IOException broken) {
            throw new ProblemException(file.path() + ": cannot be read: " + broken.getMessage());
        }
    }

    private static IdxFile read(String name, DataInputStream in, int most) throws IOException {
        int zeros = in.readUnsignedShort();
        int type = in.readUnsignedByte();
        int dimensions = in.readUnsignedByte();
        if (zeros != 0 || type != UNSIGNED_BYTE || dimensions < 1 || dimensions > MOST_DIMENSIONS) {
            throw new ProblemException(name + ": "
                    + Mismatch.of(
                            "a file of MNIST's format, of unsigned bytes in 1 to 4 dimensions",
                            "one that begins with %04x%02x%02x".formatted(zeros, type, dimensions)));
        }
        int count = in.readInt();
        long width = 1;
        for (int i = 1; i < dimensions; i++) {
            width *= Math.max(0, in.readInt());
        }
        if (count < 1 || width < 1) {
            throw new ProblemException(name + ": " + Mismatch.of("numbers", count + " rows of " + width));
        }
        Table.checkSize(count, width, name);
        int rows = most == 0 ? count : Math.min(count, most);
        byte[] bytes = new byte[Math.toIntExact(rows * width)];
        in.readFully(bytes);
        return new IdxFile(name, rows, (int) width, bytes);
    }

    /** A number, from 0 to 255. */
    int at(int i) {
        return bytes[i] & BYTE;
    }

    /** The largest number. */
    int largest() {
        int largest = 0;
        for (byte number : bytes) {
            largest = Math.max(largest, number & BYTE);
        }
        return largest;
    }
}
