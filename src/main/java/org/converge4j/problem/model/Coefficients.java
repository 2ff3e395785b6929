package org.converge4j.problem.model;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The bytes that ND4J writes an array as: twice an allocation mode, a length, a type and so many numbers, for the shape and for
 * what it holds. ND4J's reader believes them and allocates what they say, so that they are held against what is there before.
 */
final class Coefficients {
    /** Modes of ND4J's since lengths have 64 bits; before, they had 32. */
    private static final Set<String> LONG = Set.of("LONG_SHAPE", "MIXED_DATA_TYPES");

    private static final Set<String> SHORT = Set.of("DIRECT", "HEAP", "JAVACPP");

    private static final Map<String, Integer> BYTES = Map.of("DOUBLE", 8, "FLOAT", 4, "HALF", 2, "BFLOAT16", 2);
    private static final Map<String, Integer> BYTES_OF_SHAPE = Map.of("LONG", 8, "INT", 4);

    /** Of any array's shape: rank, sizes, strides, and three more. */
    private static final long LONGEST_SHAPE = 100;

    private Coefficients() {}

    /**
     * The numbers of an array that takes all of some bytes.
     *
     * @throws IOException saying why it is none
     */
    static double[] all(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        double[] numbers = next(in);
        if (in.available() > 0) {
            throw new IOException("its weights say that they have " + (bytes.length - in.available())
                    + " bytes, and have " + bytes.length);
        }
        return numbers;
    }

    /**
     * The numbers of the array that comes next.
     *
     * @param in over bytes in memory
     * @throws IOException saying why it is none
     */
    static double[] next(DataInputStream in) throws IOException {
        in.mark(Integer.MAX_VALUE);
        try {
            long shape = length(in, BYTES_OF_SHAPE);
            if (shape > 8 * LONGEST_SHAPE || shape > in.available()) {
                throw new IOException("its weights have a shape of " + shape + " bytes");
            }
            in.skipBytes((int) shape);
            long data = length(in, BYTES);
            if (data > in.available()) {
                throw new IOException("its weights say that they have " + data + " bytes, and have " + in.available());
            }
            in.reset();
            return Nd4j.read(in).ravel().data().asDouble();
        } catch (EOFException cut) {
            throw new IOException("its weights end in the middle", cut);
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException damaged) {
            throw new IOException("its weights are damaged (" + damaged.getMessage() + ")", damaged);
        }
    }

    /** How many bytes follow. */
    private static long length(DataInputStream in, Map<String, Integer> types) throws IOException {
        String mode = in.readUTF();
        if (!LONG.contains(mode) && !SHORT.contains(mode)) {
            throw new IOException("its weights are no array of ND4J's");
        }
        long length = LONG.contains(mode) ? in.readLong() : in.readInt();
        Integer bytes = types.get(in.readUTF());
        if (bytes == null || length < 1 || length > Integer.MAX_VALUE) {
            throw new IOException("its weights are no array of numbers with a fraction");
        }
        return length * bytes;
    }
}
