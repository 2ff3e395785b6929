package org.converge4j.report.plot;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A picture as a PNG, its rows compressed as they are. Java's own writer tries five filters on each row, which takes several times as
 * long and makes a picture of few colours no smaller.
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BITS_A_COLOUR = 8;
    private static final int COLOURS = 3;
    private static final int LEVEL = 4;
    private static final int BYTE = 8;

    private Png() {}

    /**
     * @param image of type {@link BufferedImage#TYPE_INT_RGB}
     */
    static byte[] of(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream png = new DataOutputStream(bytes);
        png.write(SIGNATURE);
        chunk(png, "IHDR", header(image.getWidth(), image.getHeight()));
        chunk(png, "IDAT", compressed(rows(image)));
        chunk(png, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static byte[] header(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream header = new DataOutputStream(bytes);
        header.writeInt(width);
        header.writeInt(height);
        header.write(new byte[] {BITS_A_COLOUR, 2, 0, 0, 0
        }); // in colours, compressed, each row with a filter, rows in order
        return bytes.toByteArray();
    }

    /** Red, green and blue of each pixel; a row begins with the number of its filter, which is none. */
    private static byte[] rows(BufferedImage image) {
        int width = image.getWidth();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        byte[] rows = new byte[image.getHeight() * (1 + COLOURS * width)];
        int to = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (i % width == 0) {
                to++;
            }
            rows[to++] = (byte) (pixels[i] >> (2 * BYTE));
            rows[to++] = (byte) (pixels[i] >> BYTE);
            rows[to++] = (byte) pixels[i];
        }
        return rows;
    }

    private static byte[] compressed(byte[] bytes) {
        Deflater deflater = new Deflater(LEVEL);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            byte[] some = new byte[1 << 16];
            while (!deflater.finished()) {
                compressed.write(some, 0, deflater.deflate(some));
            }
            return compressed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** Length, name, bytes, and a checksum of the last two. */
    private static void chunk(DataOutputStream png, String name, byte[] bytes) throws IOException {
        byte[] called = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(called);
        checksum.update(bytes);
        png.writeInt(bytes.length);
        png.write(called);
        png.write(bytes);
        png.writeInt((int) checksum.getValue());
    }
}
