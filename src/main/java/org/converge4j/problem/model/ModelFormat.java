package org.converge4j.problem.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a model's file is, by its first bytes. */
enum ModelFormat {
    ZIP,
    HDF5,
    TEXT;

    private static final byte[] HDF5_START = {(byte) 0x89, 'H', 'D', 'F'};

    /** The format of a file. */
    static ModelFormat of(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(HDF5_START.length);
            if (start.length > 1 && start[0] == 'P' && start[1] == 'K') {
                return ZIP;
            }
            return Arrays.equals(start, HDF5_START) ? HDF5 : TEXT;
        }
    }
}
