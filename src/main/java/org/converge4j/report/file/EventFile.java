package org.converge4j.report.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The scalars of one run in TensorBoard's format: TFRecords, each a length, its checksum, a message and its checksum; the
 * messages are {@code tensorflow.Event} in Protocol Buffers' wire format. Fields are written in the order of their numbers, and
 * those that are 0 left out, as protobuf's own writers do.
 *
 * @see <a href="https://www.tensorflow.org/tutorials/load_data/tfrecord#tfrecords_format_details">TFRecords</a>
 * @see <a href="https://github.com/tensorflow/tensorflow/blob/master/tensorflow/core/util/event.proto">event.proto</a>
 */
final class EventFile {
    /** The first event of every file says which version follows. */
    private static final String VERSION = "brain.Event:2";

    private static final int CRC_MASK = 0xa282ead8;

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    EventFile() {
        Message event = new Message();
        event.bytes(3, VERSION.getBytes(StandardCharsets.UTF_8)); // Event.file_version
        record(event);
    }

    /**
     * Adds the values of a step.
     *
     * @param seconds since the run began, which TensorBoard shows as relative time
     * @param values by tag
     */
    void add(int step, double seconds, Map<String, Double> values) {
        Message summary = new Message();
        values.forEach((tag, value) -> {
            Message scalar = new Message();
            scalar.bytes(1, tag.getBytes(StandardCharsets.UTF_8)); // Summary.Value.tag
            scalar.fixed32(2, Float.floatToRawIntBits(value.floatValue())); // Summary.Value.simple_value
            summary.bytes(1, scalar.toBytes()); // Summary.value
        });
        Message event = new Message();
        if (seconds != 0) {
            event.fixed64(1, Double.doubleToRawLongBits(seconds)); // Event.wall_time
        }
        if (step != 0) {
            event.varint(2, step); // Event.step
        }
        event.bytes(5, summary.toBytes()); // Event.summary
        record(event);
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    private void record(Message event) {
        byte[] message = event.toBytes();
        byte[] length = little(Long.BYTES).putLong(message.length).array();
        out.writeBytes(length);
        out.writeBytes(little(Integer.BYTES).putInt(maskedCrc(length)).array());
        out.writeBytes(message);
        out.writeBytes(little(Integer.BYTES).putInt(maskedCrc(message)).array());
    }

    private static int maskedCrc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return Integer.rotateRight((int) crc.getValue(), 15) + CRC_MASK;
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A Protocol Buffers message under construction. */
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        void varint(int field, long value) {
            tag(field, VARINT);
            number(value);
        }

        void fixed64(int field, long bits) {
            tag(field, FIXED64);
            out.writeBytes(little(Long.BYTES).putLong(bits).array());
        }

        void fixed32(int field, int bits) {
            tag(field, FIXED32);
            out.writeBytes(little(Integer.BYTES).putInt(bits).array());
        }

        void bytes(int field, byte[] bytes) {
            tag(field, BYTES);
            number(bytes.length);
            out.writeBytes(bytes);
        }

        byte[] toBytes() {
            return out.toByteArray();
        }

        private void tag(int field, int wire) {
            number(((long) field << 3) | wire);
        }

        /** Seven bits a byte, the lowest first; the eighth says that more follow. */
        private void number(long value) {
            long rest = value;
            while (rest > 0x7f) {
                out.write((int) ((rest & 0x7f) | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }
}
