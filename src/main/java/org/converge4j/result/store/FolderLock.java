package org.converge4j.result.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

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
    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
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

    @SuppressWarnings("MustBeClosedChecker") // the channel lives as long as the lock, and is closed with it
    private static FolderLock take(Path results, long from, long bytes, String owner) {
        OwnFolder.refuseForeign(results);
        Path file = results.resolve(NAME);
        try {
            Path folder = Files.createDirectories(results.toAbsolutePath()).toRealPath();
            if (!OURS.add(folder)) {
                throw new LockedException(refusal(results, owner()));
            }
            try {
                FileChannel channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock(from, bytes, false);
                if (lock == null) {
                    String other = read(channel);
                    channel.close();
                    throw new LockedException(refusal(results, other));
                }
                write(channel, owner);
                return new FolderLock(folder, channel, lock);
            } catch (IOException | RuntimeException refused) {
                OURS.remove(folder);
                throw refused;
            }
        } catch (IOException failure) {
            throw new StorageException(file, failure);
        }
    }

    /** Gives the folder to the next; a folder in which nothing came to lie is taken away again. */
    @Override
    public void close() {
        try (channel) {
            lock.release();
            if (channel.tryLock() != null) { // nobody else holds a part
                channel.truncate(0);
                if (isBare()) {
                    Files.delete(folder.resolve(NAME));
                    Files.delete(folder);
                } // else the file stays: deleting it could take it from under another who has just opened it
            }
        } catch (IOException gone) {
            // the folder was deleted or its disk is full; the lock ends with the channel all the same
        } finally {
            OURS.remove(folder);
        }
    }

    private boolean isBare() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.allMatch(file -> file.endsWith(NAME));
        }
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
}
