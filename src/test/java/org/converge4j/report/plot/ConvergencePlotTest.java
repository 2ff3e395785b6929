package org.converge4j.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.converge4j.analysis.Comparison;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.catalog.Catalog;
import org.converge4j.report.Samples;
import org.converge4j.report.content.Palette;
import org.converge4j.report.text.Markdown;
import org.converge4j.wording.Language;
import org.junit.jupiter.api.Test;

/** The pictures hold the lines of the updaters, of the test part where there is one. */
class ConvergencePlotTest {
    private final Comparison tested = new Samples("", 3, 60)
            .tested()
            .updater("sgd", 1, 0.5)
            .updater("adam", 0.5, 0.5)
            .comparison();

    @Test
    void the_test_part_has_a_picture_of_its_own() throws IOException {
        Palette palette = new Palette(tested);
        ProblemComparison problem = tested.problems().get(0);
        ConvergencePlot plot = new ConvergencePlot(palette, new PlotTitles(tested, Language.EN));
        byte[] training = plot.png(problem);
        byte[] test = plot.tested(problem).orElseThrow();

        assertThat(test).isNotEqualTo(training);
        // a test loss that does not change is a level line: it has its colour from the left to the right of one row
        Color line = palette.of("adam").onWhite();
        assertThat(longestLevel(test, line)).isGreaterThan(400);
        assertThat(longestLevel(training, line)).isLessThan(100);
        assertThat(Markdown.of(tested, Catalog.load(getClass().getClassLoader())))
                .contains("![The test part under every updater by step](plots/test-bowl.png)");
    }

    @Test
    void without_a_test_part_there_is_none() throws IOException {
        Comparison grid = Samples.grid("");

        assertThat(new ConvergencePlot(new Palette(grid), new PlotTitles(grid, Language.EN))
                        .tested(grid.problems().get(0)))
                .isEmpty();
        assertThat(ConvergencePlot.showsTest(grid.problems().get(0))).isFalse();
    }

    /** The most pixels of a colour in a row of the picture. */
    private static long longestLevel(byte[] png, Color colour) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        return IntStream.range(0, image.getHeight())
                .mapToLong(y -> IntStream.range(0, image.getWidth())
                        .filter(x -> image.getRGB(x, y) == colour.getRGB())
                        .count())
                .max()
                .orElse(0);
    }
}
