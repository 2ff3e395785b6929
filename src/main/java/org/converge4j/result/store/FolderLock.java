package org.converge4j.result.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.converge4j.result.Undisturbed;
import org.converge4j.result.Unfinished;

/**
 * The right to write records into a results folder, held by one process at a time, or by one for each part of the plan. It is a
 * lock of the operating system, which ends with its process however that dies, so that none can be stale; the file's text only
 * tells others who holds it. A part locks one byte of the file and the whole plan all of them, which is how they exclude each
 * other, also over a network file system with locks.
 */
public final class FolderLock implements AutoCloseable {
    /** Locks of this process: the operating system gives it a second one, and drops both when a file of either is closed. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    /** Its file within the folder. */
    static final String NAME = ".lock";

    private static final int LONGEST_OWNER = 200;

    private static final int MOST_PARTS_BITS = 31;

    private final Path folder;
    private final List<Path> made;
    private final SharedFile file;
    private final FileLock lock;
    private final Runnable undo = this::close;

    /**
     * @param made folders that were made for it, the innermost first
     */
    private FolderLock(Path folder, List<Path> made, SharedFile file, FileLock lock) {
        this.folder = folder;
        this.made = made;
        this.file = file;
        this.lock = lock;
        Unfinished.begin(undo);
    }

    /**
     * Takes the lock of a folder for the whole plan, making the folder if need be.
     *
     * @throws LockedException if another holds it, or a part of it
     * @throws ForeignFolderException if what lies there is not ours
     * @throws StorageException if the folder cannot be written
     */
    public static FolderLock take(Path results) {
        return take(results, 0, Long.MAX_VALUE, owner());
    }

    /**
     * Takes the lock of a folder for one of several parts of the plan, making the folder if need be.
     *
     * @throws LockedException if another holds the same part, or the whole
     * @throws ForeignFolderException if what lies there is not ours
     * @throws StorageException if the folder cannot be written
     */
    public static FolderLock takePart(Path results, int number, int count) {
        return take(results, ((long) count << MOST_PARTS_BITS) + number, 1, "a shard");
    }

    private static FolderLock take(Path results, long from, long bytes, String owner) {
        try {
            return Undisturbed.call(() -> Unfinished.beginning(() -> takeOurs(results, from, bytes, owner)));
        } catch (IOException failure) {
            throw StorageException.because(results + ": cannot write into the results folder", failure);
        }
    }

    private static FolderLock takeOurs(Path results, long from, long bytes, String owner) throws IOException {
        OwnFolder.refuseForeign(results);
        List<Path> missing = missing(results);
        Path folder = make(results);
        if (!OURS.add(folder)) {
            throw new LockedException(refusal(results, owner()));
        }
        try {
            Optional<FolderLock> taken = Optional.empty();
            while (taken.isEmpty()) {
                taken = tryTake(results, folder, missing, from, bytes);
            }
            return owned(taken.get(), owner);
        } catch (IOException | RuntimeException refused) {
            OURS.remove(folder);
            throw refused;
        }
    }

    /** The lock with its owner's name, or none at all. */
    private static FolderLock owned(FolderLock lock, String owner) throws IOException {
        try {
            write(lock.file.channel(), owner);
            return lock;
        } catch (IOException | RuntimeException refused) {
            lock.close();
            throw refused;
        }
    }

    /** The folders that are not there yet, the innermost first. */
    private static List<Path> missing(Path results) {
        return Stream.iterate(results.toAbsolutePath(), Objects::nonNull, Path::getParent)
                .takeWhile(folder -> !Files.exists(folder, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    private static Path make(Path results) throws IOException {
        try {
            return Files.createDirectories(results.toAbsolutePath()).toRealPath();
        } catch (IOException failure) {
            throw StorageException.noFolder(results + ": cannot create the results folder", reason(results, failure));
        }
    }

    /** Why a folder cannot be made: what is in its way, or where nothing can be made. */
    private static IOException reason(Path results, IOException failure) {
        Path whole = results.toAbsolutePath();
        Path there = Stream.iterate(whole, Objects::nonNull, Path::getParent)
                .filter(folder -> Files.exists(folder, LinkOption.NOFOLLOW_LINKS))
                .findFirst()
                .orElse(whole);
        if (!Files.isDirectory(there)) {
            return new NotDirectoryException(there.toString());
        }
        return failure instanceof NoSuchFileException
                ? new FileSystemException(there.toString(), null, "nothing can be made in " + there)
                : failure;
    }

    /** The lock, or nothing if its last holder took the file away meanwhile. */
    private static Optional<FolderLock> tryTake(Path results, Path folder, List<Path> made, long from, long bytes)
            throws IOException {
        SharedFile file = SharedFile.open(results.resolve(NAME));
        try {
            FileLock lock = file.channel().tryLock(from, bytes, false);
            if (lock == null) {
                throw new LockedException(refusal(results, read(file.channel())));
            }
            if (file.isInPlace()) {
                return Optional.of(new FolderLock(folder, made, file, lock));
            }
            file.close();
            return Optional.empty();
        } catch (IOException | RuntimeException refused) {
            file.close();
            throw refused;
        } finally {
            file.settle();
        }
    }

    /** Gives the folder to the next; a folder that was made for it, and in which nothing came to lie, is taken away again. */
    @Override
    public void close() {
        try {
            Undisturbed.call(this::release);
        } catch (IOException gone) {
            // the folder was deleted or its disk is full; the lock ends with the channel all the same
        } finally {
            OURS.remove(folder);
        }
        Unfinished.end(undo); // not before: a process that ends at once waits for what has begun to be released
    }

    /** Lets go of its part, if it has not yet; says whether that was the last, with which the file goes. */
    private synchronized boolean release() throws IOException {
        if (!file.channel().isOpen()) {
            return false;
        }
        try (file) {
            if (isAlone()) {
                file.channel().truncate(0);
                boolean isBare = isBare();
                if (isBare || file.mayBeDeleted()) {
                    Files.delete(folder.resolve(NAME));
                }
                if (isBare) {
                    unmake();
                }
                return true;
            }
            return false;
        }
    }

    private void unmake() throws IOException {
        try {
            for (Path empty : made) {
                Files.delete(empty);
            }
        } catch (DirectoryNotEmptyException used) {
            // by somebody else, meanwhile
        }
    }

    /** Whether nobody else holds a part; if so, all of the file is locked now, without having been free in between. */
    private boolean isAlone() throws IOException {
        long after = lock.position() + lock.size();
        return (lock.position() == 0 || file.channel().tryLock(0, lock.position(), false) != null)
                && (after == Long.MAX_VALUE || file.channel().tryLock(after, Long.MAX_VALUE - after, false) != null);
    }

    private boolean isBare() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.allMatch(FolderLock::isPart);
        }
    }

    /** Whether a file is there for the lock's sake alone. */
    static boolean isPart(Path file) {
        return file.endsWith(NAME)
                || (Leftovers.isTemporary(file) && file.getFileName().toString().startsWith("." + NAME));
    }

    private static String refusal(Path results, String owner) {
        return results + ": another command is at work here" + (owner.isEmpty() ? "" : ", " + owner)
                + "; wait for it to end, or give another folder with --out.";
    }

    private static String owner() {
        return "process " + ProcessHandle.current().pid() + " on " + host();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "this machine";
        }
    }

    private static void write(FileChannel channel, String owner) throws IOException {
        channel.truncate(0);
        ByteBuffer text = StandardCharsets.UTF_8.encode(owner + "\n");
        while (text.hasRemaining()) {
            channel.write(text);
        }
    }

    /** What the owner wrote; on one line, for it could be anyone's file. */
    private static String read(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(LONGEST_OWNER);
        channel.read(text, 0);
        text.flip();
        return StandardCharsets.UTF_8
                .decode(text)
                .toString()
                .replaceAll("\\p{C}+", " ")
                .strip();
    }

    /**
     * An open file that others may delete and make anew. A second name, a hard link, tells it from one that took its place: numbers
     * of files are given again, and a path alone says nothing of what was opened.
     *
     * @param file where it lay
     * @param name its second name; nothing where there are no hard links
     * @param channel reads and writes it
     */
    private record SharedFile(Path file, Optional<Path> name, FileChannel channel) implements AutoCloseable {
        private static final int ONLY = 0;

        /** Opens a file, making it if need be. */
        @SuppressWarnings("MustBeClosedChecker") // its owner closes it
        static SharedFile open(Path file) throws IOException {
            Optional<Path> name = secondName(file);
            try {
                return new SharedFile(
                        file,
                        name,
                        FileChannel.open(
                                name.orElse(file),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE,
                                LinkOption.NOFOLLOW_LINKS));
            } catch (IOException failure) {
                if (name.isPresent()) {
                    Files.deleteIfExists(name.get());
                }
                throw new FileSystemException(file.toString(), null, failure.getMessage());
            }
        }

        private static Optional<Path> secondName(Path file) throws IOException {
            if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                return Optional.empty(); // Windows does not let go of a deleted file that someone has open
            }
            Path name = Leftovers.temporary(file, ONLY);
            Files.deleteIfExists(name);
            while (true) {
                try {
                    Files.createFile(file);
                } catch (FileAlreadyExistsException present) {
                    // as is the rule
                }
                try {
                    return Optional.of(Files.createLink(name, file));
                } catch (NoSuchFileException gone) {
                    // deleted meanwhile
                } catch (FileSystemException | UnsupportedOperationException none) {
                    return Optional.empty();
                }
            }
        }

        /** Whether others who open the path now open this file. */
        boolean isInPlace() throws IOException {
            try {
                return name.isEmpty() || Files.isSameFile(name.get(), file);
            } catch (NoSuchFileException gone) {
                return false;
            }
        }

        /** Whether whoever has it open would find out that it was deleted. */
        boolean mayBeDeleted() {
            return name.isPresent();
        }

        /** Gives the second name up; the file stays open. */
        void settle() throws IOException {
            if (name.isPresent()) {
                Files.deleteIfExists(name.get());
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
