package org.converge4j.run.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.training.Precision;
import org.converge4j.problem.data.Columns;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.Numbers;
import org.converge4j.problem.data.Sequences;
import org.converge4j.result.store.RecordFormat;

/**
 * A large table in a file that all workers of a machine map into memory, so that it is held once, and not once a worker and use of it.
 * Numbers come first, features in the precision of training and targets in 64 bits; what is known of them follows as JSON, and where
 * that begins comes last.
 *
 * @param rows as they came from their source
 * @param facts of the problem
 */
record SharedRows(Data rows, ProblemFacts facts) {
    private static final int CHUNK = 1 << 16;

    /** Writes rows to an empty file that exists: who has taken it away meanwhile wants none. */
    void write(Path file, Precision precision) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Part part = write(rows, channel, precision);
            long end = channel.position();
            write(
                    channel,
                    ByteBuffer.wrap(RecordFormat.JSON
                            .writeValueAsString(new Known(part, facts, precision))
                            .getBytes(StandardCharsets.UTF_8)));
            write(channel, ByteBuffer.allocate(Long.BYTES).putLong(end).flip());
        }
    }

    private static Part write(Data rows, FileChannel channel, Precision precision) throws IOException {
        long x = channel.position();
        write(rows.x(), channel, precision);
        long y = channel.position();
        write(rows.y(), channel, Precision.DOUBLE);
        Optional<Part> test = Optional.empty();
        if (rows.test().isPresent()) {
            test = Optional.of(write(rows.test().get(), channel, precision));
        }
        return new Part(
                rows.rows(),
                x,
                y,
                rows.y().length,
                rows.columns(),
                rows.understood(),
                rows.sequences(),
                rows.isScaled(),
                test);
    }

    private static void write(double[] numbers, FileChannel channel, Precision precision) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK * Double.BYTES).order(ByteOrder.nativeOrder());
        for (int from = 0; from < numbers.length; from += CHUNK) {
            chunk.clear();
            for (int i = from; i < Math.min(numbers.length, from + CHUNK); i++) {
                if (precision == Precision.DOUBLE) {
                    chunk.putDouble(numbers[i]);
                } else {
                    chunk.putFloat((float) numbers[i]);
                }
            }
            write(channel, chunk.flip());
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Maps a file that was written whole; what somebody writes to the rows stays his own. */
    static SharedRows read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long size = channel.size();
            long from = map(channel, size - Long.BYTES, Long.BYTES)
                    .order(ByteOrder.BIG_ENDIAN)
                    .getLong();
            ByteBuffer text = map(channel, from, size - Long.BYTES - from);
            Known known = RecordFormat.value(StandardCharsets.UTF_8.decode(text).toString(), Known.class);
            return new SharedRows(read(known.part, channel, known.precision), known.facts);
        }
    }

    private static Data read(Part part, FileChannel channel, Precision precision) throws IOException {
        double[] y = new double[part.targets];
        map(channel, part.y, (long) part.targets * Double.BYTES)
                .asDoubleBuffer()
                .get(y);
        Data rows = new Data(part.rows, new double[0], y, part.columns, Optional.empty())
                .mapped(new Numbers.Mapped(map(channel, part.x, part.y - part.x), precision))
                .described(part.understood);
        rows = part.sequences.map(rows::in).orElse(rows);
        rows = part.isScaled ? rows.scaled() : rows;
        return part.test.isPresent() ? rows.tested(Optional.of(read(part.test.get(), channel, precision))) : rows;
    }

    private static ByteBuffer map(FileChannel channel, long from, long length) throws IOException {
        return channel.map(FileChannel.MapMode.PRIVATE, from, length).order(ByteOrder.nativeOrder());
    }

    /** What is known of the numbers. */
    private record Known(Part part, ProblemFacts facts, Precision precision) {}

    /**
     * The training set or the test part.
     *
     * @param x where features begin
     * @param y where they end and targets begin
     * @param targets how many numbers those are
     */
    private record Part(
            int rows,
            long x,
            long y,
            int targets,
            Columns columns,
            List<String> understood,
            Optional<Sequences> sequences,
            boolean isScaled,
            Optional<Part> test) {}
}
