package org.converge4j.problem.model;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.converge4j.catalog.message.FileKind;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.problem.data.Data;
import org.converge4j.problem.data.ProblemException;
import org.converge4j.problem.network.Blueprint;
import org.deeplearning4j.util.ModelSerializer;

/**
 * A model as DL4J writes it to a file.
 *
 * @param name as messages call it
 * @param text its configuration, checked
 * @param parameters in DL4J's flat order, where the file has them
 * @param normalizer that it was trained with, where the file has one that is applied to tables
 * @param said of what else is in the file, a line each
 */
record ModelFile(
        String name,
        ModelText text,
        Optional<double[]> parameters,
        Optional<Normalizer> normalizer,
        List<String> said) {
    private static final long LARGEST_TEXT = 64L << 20;
    private static final long LARGEST_PARAMETERS = 1L << 30;

    /** Reads {@code model.json}, {@code model.yaml} or {@code model.zip}; what is Java-serialised in a zip is never touched. */
    static ModelFile read(Path path, String name) {
        try {
            if (!Files.isRegularFile(path)) {
                throw new ProblemException(name + ": " + FileKind.complaint(path, "a file"));
            }
            if (Files.size(path) == 0) {
                throw new ProblemException(
                        name + ": expected what DL4J's toJson or ModelSerializer wrote, found an empty file");
            }
            return switch (ModelFormat.of(path)) {
                case ZIP -> readZip(path, name);
                case TEXT ->
                    new ModelFile(
                            name,
                            ModelText.read(text(path, name), name),
                            Optional.empty(),
                            Optional.empty(),
                            List.of());
                case HDF5 ->
                    throw new ProblemException(name
                            + ": expected what DL4J's toJson or ModelSerializer wrote, found HDF5, as Keras writes; "
                            + ModelSyntax.KERAS);
            };
        } catch (CharacterCodingException other) {
            throw new ProblemException(name + ": " + Mismatch.of("UTF-8 text, or a zip", "other bytes"));
        } catch (ZipException broken) {
            throw new ProblemException(
                    name
                            + ": expected what DL4J's ModelSerializer wrote, found no whole model: the zip is damaged, or breaks off");
        } catch (IOException unreadable) {
            throw new ProblemException(
                    name + ": expected what DL4J's toJson or ModelSerializer wrote, found no whole model: "
                            + unreadable.getMessage());
        }
    }

    /** The blueprint of this model for some data. */
    Blueprint fitted(Data data) {
        boolean normalises = normalizer.isPresent() && !data.isScaled();
        ModelFit fit = ModelFit.of(text, normalises ? normalizer.get().apply(data, name) : data, name);
        ModelFit described = new ModelFit(
                fit.rows()
                        .described(Stream.concat(data.understood().stream(), notes(normalises).stream())
                                .toList()),
                fit.input(),
                fit.output());
        ModelBlueprint blueprint = new ModelBlueprint(text, parameters, described);
        ModelTrial.attempt(blueprint, name);
        return blueprint;
    }

    /** What becomes of all that the file holds. */
    List<String> notes(boolean normalises) {
        List<String> lines = new ArrayList<>();
        lines.add(name + ": "
                + parameters
                        .map(all -> "every seed starts from its " + all.length + " weights")
                        .orElse("every seed starts by its own weight initialisation"));
        normalizer.ifPresent(one -> lines.add(
                normalises
                        ? "  used: its normalizer " + one.kind() + ", on the features"
                                + (one.targets().isPresent() ? " and on the targets of a regression" : "")
                        : "  left out: its normalizer " + one.kind()
                                + ", for standardise: scales the features already"));
        lines.addAll(said);
        lines.addAll(new ModelNotes(text).lines());
        return lines;
    }

    private static String text(Path path, String name) throws IOException {
        checkSize(Files.size(path), LARGEST_TEXT, name);
        return Files.readString(path);
    }

    private static ModelFile readZip(Path path, String name) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            if (zip.getEntry(ModelSerializer.CONFIGURATION_JSON) == null && zip.getEntry("metadata.json") != null) {
                throw new ProblemException(name + ": expected what DL4J's ModelSerializer wrote, found a zip of Keras; "
                        + ModelSyntax.KERAS);
            }
            byte[] json = bytes(zip, ModelSerializer.CONFIGURATION_JSON, LARGEST_TEXT, name);
            ModelText text = ModelText.read(new String(json, StandardCharsets.UTF_8), name);
            byte[] coefficients = bytes(zip, ModelSerializer.COEFFICIENTS_BIN, LARGEST_PARAMETERS, name);
            List<String> said = new ArrayList<>();
            Optional<Normalizer> normalizer = normalizer(zip, name, said);
            if (zip.getEntry(ModelSerializer.UPDATER_BIN) != null) {
                said.add("  left out: the state of its updater; every trial's updater starts with an empty memory");
            }
            return new ModelFile(name, text, Optional.of(Coefficients.all(coefficients)), normalizer, said);
        }
    }

    private static Optional<Normalizer> normalizer(ZipFile zip, String name, List<String> said) throws IOException {
        if (zip.getEntry(ModelSerializer.NORMALIZER_BIN) == null) {
            if (zip.getEntry(ModelSerializer.PREPROCESSOR_BIN) != null) {
                said.add(
                        "  left out: its normalizer, which is a serialised Java object; standardise: features is the like");
            }
            return Optional.empty();
        }
        byte[] bytes = bytes(zip, ModelSerializer.NORMALIZER_BIN, LARGEST_TEXT, name);
        Optional<Normalizer> normalizer = Normalizer.read(bytes);
        if (normalizer.isEmpty()) {
            said.add("  left out: its normalizer "
                    + Normalizer.kind(new DataInputStream(new ByteArrayInputStream(bytes)))
                    + ", which is not for one table; standardise: features is the like");
        }
        return normalizer;
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
}
