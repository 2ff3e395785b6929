package org.converge4j.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.converge4j.config.Mutants;
import org.converge4j.result.JsonMutants;
import org.converge4j.result.Released;

/**
 * Reports on results folders as strangers may send them, and compares them with one of ours: files changed by structure and by
 * byte, with a right checksum or without, swapped, emptied, endless, missing, files for folders and folders for files, links to
 * files and folders outside. A program of its own, so that all of the machine but its folder can be mounted to be read.
 */
final class SentFolders {
    private static final List<String> PLACES = List.of(
            "experiment.json",
            "measurements.json",
            "experiment.yaml",
            ".lock",
            "report.html",
            "report.md",
            "curves.csv",
            "summary.csv",
            "runs",
            "plots",
            "plots/convergence-rows.png",
            "winner",
            "winner/rows",
            "winner/rows/Winner.java",
            "winner/rows/network.zip",
            "tensorboard",
            "tensorboard/rows",
            "damaged",
            "inputs",
            "runs/0123456789abcdef0123.json",
            "runs/\u001b[31m\u202e.json",
            "notes.txt");

    private static final long ENDLESS = 1L << 40;

    private final Path sent;
    private final Path own;
    private final Path outside;
    private final Random random;

    private SentFolders(Path folder, long seed) {
        this.sent = folder.resolve("sent");
        this.own = folder.resolve("own");
        this.outside = folder.resolve("outside");
        this.random = new Random(seed);
    }

    /** Arguments: an empty folder, how many mutations, the seed of the first. Prints what went wrong, one a line. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Released.copyTo(Released.SENT, folder.resolve("own"));
        Path outside = Files.createDirectory(folder.resolve("outside"));
        for (String name : List.of("summary.csv", "convergence-rows.png", "Winner.java", "report.html", "mine.json")) {
            Files.writeString(outside.resolve(name), "mine");
        }
        int refused = 0;
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            long seed = Long.parseLong(arguments[2]) + i;
            refused += new SentFolders(folder, seed).isRefused(seed) ? 1 : 0;
        }
        System.out.println("refused: " + refused);
    }

    private boolean isRefused(long seed) throws IOException {
        Released.copyTo(Released.SENT, sent);
        for (int i = random.nextInt(3); i >= 0; i--) {
            mutate();
        }
        Map<String, String> before = Tree.of(outside);
        Map<String, String> ours = Tree.of(own);
        Cli cli = random.nextBoolean()
                ? Cli.run("report", sent, random.nextBoolean() ? "--tensorboard" : "--baseline=" + own)
                : Cli.run("compare", random.nextBoolean() ? own : sent, random.nextBoolean() ? own : sent);
        check(seed, "code " + cli.code(), cli.code() >= 0 && cli.code() <= ExitCode.INCOMPLETE);
        check(
                seed,
                cli.err(),
                !cli.err().contains("mistake of its own") && !cli.err().contains("Read-only file"));
        check(seed, cli.err(), cli.err().lines().allMatch(line -> line.length() < 5000));
        check(seed, "what was said", isReadable(cli.out() + cli.err()));
        check(seed, "report.md", isReadable(text(sent.resolve("report.md"))));
        check(seed, "curves.csv", isReadable(text(sent.resolve("curves.csv"))));
        check(seed, "something outside was written", Tree.of(outside).equals(before));
        check(seed, "the other folder was written", Tree.of(own).equals(ours));
        delete(sent);
        return cli.code() >= ExitCode.WRONG_INPUT;
    }

    private static void check(long seed, String what, boolean holds) {
        if (!holds) {
            System.out.println("seed " + seed + ": " + what);
        }
    }

    /** Lines of characters that a terminal shows and nothing else. */
    private static boolean isReadable(String text) {
        return text.codePoints()
                .allMatch(c -> c == '\n'
                        || (Character.getType(c) != Character.CONTROL && Character.getType(c) != Character.FORMAT));
    }

    /** The text of a file that was written; nothing where a stranger's lies there still. */
    private static String text(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) < 10_000_000
                ? Files.readString(file, StandardCharsets.ISO_8859_1).replaceAll("[\\x80-\\xff]", "")
                : "";
    }

    private void mutate() throws IOException {
        Path file = random.nextInt(3) == 0 ? place() : existing();
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> structure(file);
            case 4, 5 -> bytes(file);
            case 6 -> replace(file, () -> Files.createSymbolicLink(file, target()));
            case 7 -> replace(file, () -> Files.createDirectories(file.resolve("inner")));
            case 8 -> replace(file, () -> Files.createFile(file));
            case 9 -> copy(existing(), file);
            case 10 -> replace(file, () -> endless(file));
            default -> replace(file, () -> file);
        }
    }

    private Path place() {
        return sent.resolve(PLACES.get(random.nextInt(PLACES.size())));
    }

    private Path existing() throws IOException {
        try (Stream<Path> files = Files.walk(sent)) {
            List<Path> all = files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
            return all.isEmpty() ? place() : all.get(random.nextInt(all.size()));
        }
    }

    private void copy(Path from, Path to) throws IOException {
        if (isSmall(from)) { // a copy of an endless file would be one
            byte[] content = Files.readAllBytes(from);
            replace(to, () -> Files.write(to, content));
        }
    }

    private Path target() throws IOException {
        return switch (random.nextInt(4)) {
            case 0 -> outside;
            case 1 -> outside.resolve("summary.csv");
            case 2 -> Path.of("../outside");
            default -> Path.of("/dev/zero");
        };
    }

    private void structure(Path file) throws IOException {
        if (file.toString().endsWith(".json") && isSmall(file)) {
            String text = Files.readString(file).strip();
            boolean record = text.contains(",\"checksum\":\"crc32c:") && text.startsWith("{\"schema\"");
            try {
                String mutant = JsonMutants.of(record ? Released.unsealed(text) : text, random);
                Files.writeString(file, record ? Released.sealed(mutant) : mutant);
            } catch (RuntimeException noLongerJson) {
                bytes(file);
            }
        }
    }

    private void bytes(Path file) throws IOException {
        if (isSmall(file)) {
            Files.write(file, Mutants.of(Files.readAllBytes(file), random));
        }
    }

    private static boolean isSmall(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) > 0
                && Files.size(file) < 1_000_000;
    }

    /** A file of a terabyte that takes no room. */
    private static Path endless(Path file) throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(ENDLESS);
        }
        return file;
    }

    private static void replace(Path file, Making making) throws IOException {
        delete(file);
        try {
            Files.createDirectories(file.resolveSibling("."));
            making.make();
        } catch (FileAlreadyExistsException inTheWay) {
            // a file lies where its folder would
        }
    }

    private static void delete(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(file)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** Puts something where nothing is. */
    private interface Making {
        Path make() throws IOException;
    }
}
