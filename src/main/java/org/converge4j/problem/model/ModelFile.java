package org.converge4j.problem.model;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.ProblemException;
import org.converge4j.problem.network.Blueprint;
import org.converge4j.problem.network.InputShape;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A model as DL4J writes it to a file.
 *
 * @param name as messages call it
 * @param text its configuration, checked
 * @param parameters in DL4J's flat order, where the file has them
 */
record ModelFile(String name, ModelText text, Optional<double[]> parameters) {
    private static final long LARGEST_TEXT = 64L << 20;
    private static final long LARGEST_PARAMETERS = 1L << 30;

    /** Reads {@code model.json} or {@code model.zip}; what is Java-serialised in a zip is never touched. */
    static ModelFile read(Path path, String name) {
        try {
            if (!Files.isRegularFile(path)) {
                throw new ProblemException(name + ": no such file");
            }
            return isZip(path)
                    ? readZip(path, name)
                    : new ModelFile(name, ModelText.read(text(path, name), name), Optional.empty());
        } catch (IOException unreadable) {
            throw new ProblemException(
                    name + ": expected what DL4J's toJson or ModelSerializer wrote, found no whole model: "
                            + unreadable.getMessage());
        }
    }

    /** The blueprint of this model for some data. */
    Blueprint fitted(Data data) {
        Data rows = new ModelInput(name, data).rows(text);
        InputShape input = new ModelInput(name, rows).of(text);
        ModelBlueprint blueprint = new ModelBlueprint(text, parameters, input, rows != data);
        ModelTrial.attempt(blueprint, rows, name);
        return blueprint;
    }

    private static boolean isZip(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(2);
            return start.length == 2 && start[0] == 'P' && start[1] == 'K';
        }
    }

    private static String text(Path path, String name) throws IOException {
        checkSize(Files.size(path), LARGEST_TEXT, name);
        return Files.readString(path);
    }

    private static ModelFile readZip(Path path, String name) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            byte[] json = bytes(zip, ModelSerializer.CONFIGURATION_JSON, LARGEST_TEXT, name);
            ModelText text = ModelText.read(new String(json, StandardCharsets.UTF_8), name);
            byte[] coefficients = bytes(zip, ModelSerializer.COEFFICIENTS_BIN, LARGEST_PARAMETERS, name);
            return new ModelFile(name, text, Optional.of(parameters(coefficients, name)));
        }
    }

    private static byte[] bytes(ZipFile zip, String entry, long largest, String name) throws IOException {
        ZipEntry found = zip.getEntry(entry);
        if (found == null) {
            throw new IOException("there is no " + entry + " in the zip");
        }
        checkSize(found.getSize(), largest, name + ": " + entry);
        try (var in = zip.getInputStream(found)) {
            byte[] bytes = in.readNBytes(Math.toIntExact(largest));
            if (in.read() >= 0) {
                checkSize(largest + 1, largest, name + ": " + entry);
            }
            return bytes;
        }
    }

    private static void checkSize(long size, long largest, String what) {
        if (size > largest) {
            throw new ProblemException(what + ": " + Mismatch.of("at most " + largest + " bytes", Long.toString(size)));
        }
    }

    private static double[] parameters(byte[] coefficients, String name) throws IOException {
        Coefficients.check(coefficients);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(coefficients))) {
            INDArray parameters = Nd4j.read(in);
            return parameters.ravel().data().asDouble();
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException damaged) {
            throw new IOException(name + " holds damaged weights (" + damaged.getMessage() + ")", damaged);
        }
    }
}
