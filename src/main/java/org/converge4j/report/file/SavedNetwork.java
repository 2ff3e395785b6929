package org.converge4j.report.file;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A network with its weights as DL4J's {@code ModelSerializer} writes and restores one: a configuration, and a vector as ND4J
 * lays it out, its shape first. Written here byte by byte, for no report loads DL4J.
 */
public final class SavedNetwork {
    /** How ND4J calls where numbers lie; it reads the word and ignores it. */
    private static final String ALLOCATION = "MIXED_DATA_TYPES";

    private static final long SINGLE = 0x2000;
    private static final long DOUBLE = 0x4000;

    private SavedNetwork() {}

    /**
     * The bytes of the file.
     *
     * @param json the network's configuration
     * @param parameters in DL4J's flat order
     * @param single whether they have 32 bits there
     */
    public static byte[] of(String json, List<Double> parameters, boolean single) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            begin(zip, "configuration.json");
            zip.write(json.getBytes(StandardCharsets.UTF_8));
            begin(zip, "coefficients.bin");
            write(new DataOutputStream(zip), parameters, single);
        }
        return bytes.toByteArray();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0); // the same network gives the same file
        zip.putNextEntry(entry);
    }

    private static void write(DataOutputStream out, List<Double> parameters, boolean single) throws IOException {
        long[] shape = {1, parameters.size(), 1, single ? SINGLE : DOUBLE, 1, 'c'
        }; // rank, length, stride, type, step, order
        head(out, shape.length, "LONG");
        for (long number : shape) {
            out.writeLong(number);
        }
        head(out, parameters.size(), single ? "FLOAT" : "DOUBLE");
        for (double number : parameters) {
            if (single) {
                out.writeFloat((float) number);
            } else {
                out.writeDouble(number);
            }
        }
    }

    private static void head(DataOutputStream out, long length, String type) throws IOException {
        out.writeUTF(ALLOCATION);
        out.writeLong(length);
        out.writeUTF(type);
    }
}
