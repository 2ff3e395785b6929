package org.converge4j.result.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.converge4j.catalog.message.Mismatch;

/**
 * Whether a folder is converge4j's own to read and write. A link as the folder itself, or above it, is its user's choice; a link
 * below it could lead whatever is written there to anybody's files.
 */
public final class OwnFolder {
    /** Deeper than anything is written: {@code tensorboard/PROBLEM/TRIAL/SEED/FILE}. */
    private static final int DEEPEST = 8;

    private static final int MOST_NAMED = 5;

    private static final int LONGEST_OWNER = 300;
    private static final Pattern OWNER = Pattern.compile("(process \\d+ on .{1,255}\\n|a shard\\n)?");

    private OwnFolder() {}

    /**
     * Refuses a folder with symbolic links in it.
     *
     * @throws ForeignFolderException naming them
     */
    public static void refuseLinks(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Path real = folder.toRealPath();
            List<String> links = links(real).stream()
                    .sorted()
                    .map(link -> folder.resolve(real.relativize(link)).toString())
                    .toList();
            if (!links.isEmpty()) {
                throw new ForeignFolderException(String.join(", ", links.subList(0, Math.min(MOST_NAMED, links.size())))
                        + (links.size() > MOST_NAMED ? " and " + (links.size() - MOST_NAMED) + " more" : "")
                        + ": "
                        + Mismatch.of(
                                "files and folders of its own",
                                links.size() == 1 ? "a symbolic link" : links.size() + " symbolic links")
                        + ".");
            }
        } catch (IOException failure) {
            throw new StorageException(folder, failure);
        }
    }

    /**
     * Refuses a folder with links in it, and one with files that no command of ours has left there.
     *
     * @throws ForeignFolderException saying why
     */
    static void refuseForeign(Path folder) {
        refuseLinks(folder);
        Path lock = folder.resolve(FolderLock.NAME);
        String owner = Files.exists(lock, LinkOption.NOFOLLOW_LINKS) ? owner(lock) : "";
        if (!OWNER.matcher(owner).matches()) {
            throw new ForeignFolderException(lock + ": " + Mismatch.of("a lock of converge4j", "another file")
                    + "; give another folder with --out.");
        }
        if (owner.isEmpty() && !isBare(folder)) {
            refuseUnlessDescribed(folder);
        }
    }

    private static void refuseUnlessDescribed(Path folder) {
        Results results = new Results(folder);
        if (!results.isDescribed()) {
            throw new ForeignFolderException(
                    folder + ": " + Mismatch.of("a new or empty folder, or a results folder", "other files")
                            + "; give another with --out.");
        }
        try {
            results.experiment();
        } catch (DamagedRecordException foreign) {
            throw new ForeignFolderException(foreign.getMessage() + "; nothing is written beside it.");
        }
    }

    private static List<Path> links(Path folder) throws IOException {
        List<Path> links = new ArrayList<>();
        Files.walkFileTree(folder, Set.of(), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isSymbolicLink()) {
                    links.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                return FileVisitResult.CONTINUE; // who may not look into it may not write into it
            }
        });
        return links;
    }

    /** Whether nothing lies in it but the lock that another command has just made. */
    private static boolean isBare(Path folder) {
        if (!Files.isDirectory(folder)) {
            return true; // there is none yet, or making it will fail
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.allMatch(FolderLock::isPart);
        } catch (IOException failure) {
            throw new StorageException(folder, failure);
        }
    }

    /** What a lock says, and something else for what is none. */
    private static String owner(Path lock) {
        try {
            if (!Files.readAttributes(lock, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isRegularFile()) {
                return "no file";
            }
            try (InputStream in = Files.newInputStream(lock, LinkOption.NOFOLLOW_LINKS)) {
                return new String(in.readNBytes(LONGEST_OWNER), StandardCharsets.UTF_8);
            }
        } catch (NoSuchFileException given) {
            return ""; // back, just now
        } catch (IOException failure) {
            throw new StorageException(lock, failure);
        }
    }
}
