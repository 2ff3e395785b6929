package org.converge4j.run.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.SourceFile;
import org.converge4j.result.store.StorageException;
import org.converge4j.run.plan.Batch;

/** The baggage as one archive, which Spark takes to every executor and unpacks there. */
final class PackedBaggage implements Baggage {
    /** Of the folder that an executor unpacks it into. */
    static final String NAME = "converge4j";

    private static final String LIBRARIES = "lib/";
    private static final String INPUTS = "inputs";

    private final Libraries libraries;
    private final Path archive;

    /**
     * Nothing packed yet.
     *
     * @param libraries the workers'
     */
    PackedBaggage(Libraries libraries) {
        this.libraries = libraries;
        try {
            this.archive = Files.createTempFile(NAME, ".zip");
        } catch (IOException failure) {
            throw new StorageException(Path.of(System.getProperty("java.io.tmpdir", "")), failure);
        }
    }

    @Override
    public void send(JavaSparkContext context, List<Batch> batches) {
        try (OutputStream file = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setLevel(Deflater.NO_COMPRESSION); // jars are compressed already
            for (Path library : libraries.all()) {
                put(zip, LIBRARIES + library.getFileName(), library);
            }
            for (Path base : bases(batches)) {
                zip.putNextEntry(new ZipEntry(inBaggage(base) + "/.base")); // names with dots go through it
                zip.closeEntry();
            }
            for (Path input : inputs(batches)) {
                put(zip, inBaggage(input), input);
            }
        } catch (IOException failure) {
            throw new StorageException(archive, failure);
        }
        context.sc().addArchive(archive.toUri() + "#" + NAME);
    }

    private static void put(ZipOutputStream zip, String name, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(file, zip);
        zip.closeEntry();
    }

    private static Set<Path> bases(List<Batch> batches) {
        return batches.stream().map(batch -> Path.of(batch.base()).normalize()).collect(Collectors.toSet());
    }

    /** The files that the problems name, where they lie here. */
    private static Set<Path> inputs(List<Batch> batches) {
        Set<Path> files = new LinkedHashSet<>();
        for (Batch batch : batches) {
            Problem problem = batch.runs().get(0).trial().problem();
            Stream.of(problem.data(), problem.network())
                    .flatMap(choice -> choice.settings().values().stream())
                    .filter(SourceFile.class::isInstance)
                    .map(SourceFile.class::cast)
                    .filter(file -> !file.equals(SourceFile.NONE))
                    .map(file -> Path.of(batch.base()).resolve(file.path()).normalize())
                    .forEach(files::add);
        }
        return files;
    }

    /** The whole path below one folder, so that relative names, with dots or without, lead where they did. */
    private static String inBaggage(Path absolute) {
        Path root = Objects.requireNonNull(absolute.getRoot(), "no absolute path");
        return INPUTS + "/" + root.relativize(absolute).toString().replace('\\', '/');
    }

    @Override
    public Home home() {
        return new Home(true, packed(libraries.own()), packed(libraries.declared()));
    }

    private static List<String> packed(Collection<Path> jars) {
        return jars.stream().map(jar -> LIBRARIES + jar.getFileName()).toList();
    }

    @Override
    public Batch moved(Batch batch) {
        return new Batch(inBaggage(Path.of(batch.base()).normalize()), batch.runs(), batch.targets(), batch.attempt());
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(archive);
        } catch (IOException left) {
            // a temporary file, in the folder for such
        }
    }
}
