package org.converge4j.problem;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Rows of numbers to train on: features x of shape [rows, features] and targets y of shape [rows, targets], row by row. */
public final class Data {
    private final int rows;
    private final double[] x;
    private final double[] y;

    Data(int rows, double[] x, double[] y) {
        this.rows = rows;
        this.x = x;
        this.y = y;
    }

    /** How many rows. */
    public int rows() {
        return rows;
    }

    /** Columns of x. */
    public int features() {
        return x.length / rows;
    }

    /** Columns of y. */
    public int targets() {
        return y.length / rows;
    }

    /** All features, row by row; not a copy. */
    public double[] x() {
        return x;
    }

    /** All targets, row by row; not a copy. */
    public double[] y() {
        return y;
    }

    /** SHA-256 over the shape and the bits of every number, in hexadecimal. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer shape = ByteBuffer.allocate(3 * Integer.BYTES);
            digest.update(
                    shape.putInt(rows).putInt(features()).putInt(targets()).flip());
            for (double[] column : new double[][] {x, y}) {
                ByteBuffer bits = ByteBuffer.allocate(column.length * Double.BYTES);
                bits.asDoubleBuffer().put(column);
                digest.update(bits);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
