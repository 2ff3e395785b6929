package org.converge4j.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "3, 2", "400, 301"})
    void isReadByOthersAsItWasDrawn(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        int[] pixels = random.ints((long) width * height, 0, 1 << 24).toArray();
        image.setRGB(0, 0, width, height, pixels, 0, width);

        BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.of(image)));

        assertThat(read.getWidth()).isEqualTo(width);
        int[] colours = read.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            assertThat(colours[i] & 0xffffff).isEqualTo(pixels[i]);
        }
    }
}
