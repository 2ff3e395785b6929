package org.converge4j.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What a file, or each file of a folder, contains, as SHA-256 in hexadecimal. */
final class FileHash {
    /** Of a file, or of a folder's files together; whoever reads them takes no more. */
    static final long LARGEST = 2_000_000_000;

    private long read;

    private FileHash() {}

    /**
     * The hash of a file's bytes; of a folder's files, of their names as well.
     *
     * @throws IOException if they cannot be read, or are too large, which is found out before they are read where they have a size
     */
    static String of(Path path) throws IOException {
        FileHash hash = new FileHash();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            if (Files.isDirectory(path)) {
                List<Path> all = files(path);
                checkSizes(all);
                for (Path file : all) {
                    digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                    hash.update(digest, file);
                }
            } else {
                checkSizes(List.of(path));
                hash.update(digest, path);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void checkSizes(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
            refuseBeyond(bytes);
        }
    }

    private static void refuseBeyond(long bytes) throws IOException {
        if (bytes > LARGEST) {
            throw new IOException("more than " + LARGEST + " bytes");
        }
    }

    private void update(MessageDigest digest, Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                read += count;
                refuseBeyond(read);
                digest.update(buffer, 0, count);
            }
        }
    }
}
