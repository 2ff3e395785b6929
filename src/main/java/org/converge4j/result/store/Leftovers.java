package org.converge4j.result.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Temporary files: their names say whose they are, so that those of the dead can be told from those of the living. */
final class Leftovers {
    /** Starts anywhere: two machines that share a folder may well have processes of one number. */
    private static final AtomicLong COUNT = new AtomicLong(new SecureRandom().nextInt(Integer.MAX_VALUE));

    private static final Pattern NAME = Pattern.compile("\\..+\\.(\\d{1,18})-\\d+\\.tmp");

    private Leftovers() {}

    /** A name beside a file that nobody has used. */
    static Path temporary(Path file) {
        return temporary(file, COUNT.incrementAndGet());
    }

    /** A name beside a file, {@code .name.pid-count.tmp}, that no other process uses. */
    static Path temporary(Path file, long count) {
        return file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + "-" + count + ".tmp");
    }

    static boolean isTemporary(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches();
    }

    /**
     * Deletes what processes left that are no more, from a folder and those within it that can be read.
     *
     * @param depth 1 for the folder alone
     */
    static void sweep(Path folder, int depth) throws IOException {
        for (Path file : listed(folder)) {
            if (isLeftover(file)) {
                Files.deleteIfExists(file);
            } else if (depth > 1 && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) && Files.isReadable(file)) {
                sweep(file, depth - 1);
            }
        }
    }

    private static boolean isLeftover(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        long pid = Long.parseLong(name.group(1));
        return pid != ProcessHandle.current().pid()
                && ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
    }

    private static List<Path> listed(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
