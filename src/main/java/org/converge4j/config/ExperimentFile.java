package org.converge4j.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.message.FileKind;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.config.yaml.Assignment;
import org.converge4j.config.yaml.Complaints;
import org.converge4j.config.yaml.Mark;
import org.converge4j.config.yaml.Node;
import org.converge4j.config.yaml.Values;
import org.converge4j.config.yaml.YamlTree;
import org.converge4j.experiment.Experiment;

/**
 * An experiment with the folder that its files are relative to.
 *
 * @param experiment what the file describes
 * @param base the folder of the file
 */
public record ExperimentFile(Experiment experiment, Path base) {
    /** Everything else has a default. */
    static final String SMALLEST = """
            name: first
            problem: { data: randn }
            updaters: [sgd, adam]""";

    private static final int LONGEST = 1 << 20;
    private static final List<Path> OPEN = List.of(Path.of("/dev/fd"), Path.of("/dev/stdin"), Path.of("/proc/self/fd"));

    /**
     * Reads an experiment file.
     *
     * @param overrides {@code path=value}, each put in place of a value of the file
     * @throws ConfigException with everything that is wrong
     */
    public static ExperimentFile read(Path file, Catalog catalog, List<String> overrides) {
        Path base = isOpen(file)
                ? Path.of("")
                : Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        Complaints complaints = new Complaints(() -> Places.of(catalog));
        return read(text(file, complaints), file.toString(), base, catalog, overrides, complaints);
    }

    /**
     * Reads an experiment that lies in no file.
     *
     * @param name what messages call it
     * @param base the folder that its files are relative to
     * @throws ConfigException with everything that is wrong
     */
    public static ExperimentFile read(String text, String name, Path base, Catalog catalog) {
        return read(Optional.of(text), name, base, catalog, List.of(), new Complaints(() -> Places.of(catalog)));
    }

    private static ExperimentFile read(
            Optional<String> text,
            String name,
            Path base,
            Catalog catalog,
            List<String> overrides,
            Complaints complaints) {
        Optional<Node> root = text.flatMap(yaml -> new YamlTree(name, complaints).read(yaml));
        for (String override : overrides) {
            root = root.map(node -> new Assignment(override, complaints).applyTo(node));
        }
        if (root.isEmpty() && complaints.isEmpty()) {
            complaints.add(
                    new Mark(name, 1, 1),
                    "",
                    Mismatch.of("an experiment", "nothing") + "; the smallest is:" + System.lineSeparator() + SMALLEST);
        }
        Optional<Experiment> experiment = root.flatMap(node -> experiment(node, catalog, base, complaints));
        if (!complaints.isEmpty() || experiment.isEmpty()) {
            throw new ConfigException(complaints.lines());
        }
        return new ExperimentFile(experiment.get(), base);
    }

    private static Optional<Experiment> experiment(Node root, Catalog catalog, Path base, Complaints complaints) {
        return new Values(complaints)
                .mapping(root, "", "an experiment, a mapping with name, problems and updaters")
                .flatMap(mapping -> new ExperimentReader(catalog, base, complaints).read(mapping));
    }

    /** Whether the shell has opened it for us, as standard input or for {@code <(command)}: somebody writes, and it lies nowhere. */
    private static boolean isOpen(Path file) {
        return OPEN.stream().anyMatch(file.toAbsolutePath().normalize()::startsWith);
    }

    /** The file's bytes, but not many more than are read: a device has no size and no end. */
    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LONGEST + 1);
        }
    }

    private static Optional<String> text(Path file, Complaints complaints) {
        Mark mark = new Mark(file.toString(), 0, 0);
        try {
            if (Files.exists(file) && !Files.isRegularFile(file) && !isOpen(file)) {
                complaints.add(mark, "", FileKind.complaint(file, "an experiment file") + ".");
                return Optional.empty();
            }
            byte[] bytes = start(file);
            if (bytes.length > LONGEST) {
                String size = Files.isRegularFile(file) ? Files.size(file) + " bytes" : "no end";
                complaints.add(mark, "", Mismatch.of("at most " + LONGEST + " bytes", size) + ".");
                return Optional.empty();
            }
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (NoSuchFileException missing) {
            complaints.add(mark, "", "no such file.");
        } catch (CharacterCodingException notUtf8) {
            complaints.add(mark, "", "not UTF-8 text.");
        } catch (IOException unreadable) {
            complaints.add(mark, "", "cannot be read: " + unreadable.getMessage());
        }
        return Optional.empty();
    }
}
