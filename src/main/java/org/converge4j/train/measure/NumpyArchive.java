package org.converge4j.train.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A file of arrays that {@code numpy.load} reads: a zip of ND4J's NPY, the same bytes for the same arrays. */
final class NumpyArchive implements AutoCloseable {
    private static final LocalDateTime FIRST_OF_ZIP = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    NumpyArchive(Path file) throws IOException {
        this.zip = new ZipOutputStream(Files.newOutputStream(file));
    }

    /** Adds an array; numbers of a matrix are given row by row. */
    void put(String name, double[] numbers, int rows, int columns) throws IOException {
        put(name, Nd4j.createFromArray(numbers).reshape('c', rows, columns));
    }

    /** Adds an array; numbers of a matrix are given row by row. */
    void put(String name, int[] numbers, int rows, int columns) throws IOException {
        put(name, Nd4j.createFromArray(numbers).reshape('c', rows, columns));
    }

    /** Adds a vector. */
    void put(String name, double[] numbers) throws IOException {
        put(name, Nd4j.createFromArray(numbers));
    }

    /** ND4J writes arrays whose numbers lie column by column as if they lay row by row; none of these do. */
    private void put(String name, INDArray array) throws IOException {
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(FIRST_OF_ZIP);
        zip.putNextEntry(entry);
        zip.write(Nd4j.toNpyByteArray(array));
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
