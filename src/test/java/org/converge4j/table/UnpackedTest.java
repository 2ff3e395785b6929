package org.converge4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.converge4j.config.Within;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A packed table is read up to a limit, and refused before it is read where it says itself that it is longer. */
class UnpackedTest {
    @TempDir
    Path folder;

    @Test
    void what_is_within_the_limit_is_read_and_one_byte_more_is_not() throws IOException {
        byte[] packed = packed("1,2\n".repeat(1000));

        for (int most : List.of(4000, 3999)) {
            try (InputStream in = new Unpacked(new GZIPInputStream(new ByteArrayInputStream(packed)), most)) {
                if (most == 4000) {
                    assertThat(in.readAllBytes()).hasSize(4000);
                    assertThat(in.read()).isEqualTo(-1);
                } else {
                    assertThatIOException()
                            .isThrownBy(in::readAllBytes)
                            .withMessage("it unpacks to more than 3999 bytes");
                }
            }
        }
    }

    @Test
    void one_that_says_that_it_is_too_long_is_refused_at_once() throws IOException {
        byte[] packed = packed("a,b\n1,2\n");
        ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).putInt(packed.length - 4, (int) 3_000_000_000L);
        Path file = Files.write(folder.resolve("bomb.csv.gz"), packed);

        Within.twoSeconds(() -> assertThatThrownBy(() -> TableFile.look(file, "bomb.csv.gz", Hints.none()))
                .hasMessage("bomb.csv.gz: expected at most 2000000000 bytes when unpacked, found 3000000000 or more"));
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }
}
