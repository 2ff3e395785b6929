package org.converge4j.report.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import java.util.stream.Stream;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.Family;
import org.converge4j.report.Samples;
import org.converge4j.report.content.Palette.Look;
import org.junit.jupiter.api.Test;

class PaletteTest {
    private static final Catalog CATALOG = Catalog.load(PaletteTest.class.getClassLoader());

    @Test
    void an_updater_looks_the_same_in_every_report() {
        Palette few = palette("adam", "sgd");
        Palette many = palette("momentum", "nesterovs", "sgd", "torchAdamW", "lion", "adam");

        assertThat(many.of("adam")).isEqualTo(few.of("adam"));
        assertThat(many.of("sgd")).isEqualTo(few.of("sgd"));
    }

    @Test
    void every_updater_of_the_catalog_has_a_kin() {
        List<String> all = CATALOG.updaters().stream()
                .filter(updater -> updater.about().family() != Family.YOURS)
                .map(updater -> updater.name())
                .toList();

        assertThat(all)
                .hasSizeGreaterThan(60)
                .allMatch(name -> Palette.kinOf(name).isPresent());
    }

    @Test
    void no_two_updaters_of_a_report_look_alike() {
        String[] names = {
            "sgd", "momentum", "adam", "nesterovs", "rmsProp", "torchAdamW", "lion", "mine", "yours", "ours"
        };
        Palette palette = palette(names);

        assertThat(Stream.of(names).map(palette::of)).doesNotHaveDuplicates();
    }

    @Test
    void every_colour_has_a_contrast_of_three_to_its_background() {
        Palette palette =
                palette("sgd", "momentum", "adam", "rmsProp", "lion", "prodigy", "muon", "lbfgs", "adaMax", "yogi");

        for (String updater :
                List.of("sgd", "momentum", "adam", "rmsProp", "lion", "prodigy", "muon", "lbfgs", "adaMax", "yogi")) {
            Look look = palette.of(updater);
            assertThat(contrast(look.light(), "#ffffff")).as(updater).isGreaterThan(3);
            assertThat(contrast(look.dark(), "#14181d")).as(updater).isGreaterThan(3);
        }
    }

    private static Palette palette(String... updaters) {
        Samples samples = new Samples("", 6, 20);
        for (String updater : updaters) {
            samples.updater(updater, 1, 0.1);
        }
        return new Palette(samples.comparison());
    }

    /** As WCAG 2.2 defines it. */
    private static double contrast(String one, String other) {
        double a = luminance(Color.decode(one));
        double b = luminance(Color.decode(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * channel(colour.getRed())
                + 0.7152 * channel(colour.getGreen())
                + 0.0722 * channel(colour.getBlue());
    }

    private static double channel(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
