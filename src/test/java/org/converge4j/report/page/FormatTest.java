package org.converge4j.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.converge4j.browser.Browser;
import org.converge4j.browser.InBrowser;
import org.converge4j.browser.Screen;
import org.converge4j.browser.Tab;
import org.converge4j.wording.Figures;
import org.junit.jupiter.api.Test;

/** The page writes a number as all other reports do. */
@InBrowser
class FormatTest {
    private static final long SEED = 23;

    /** Halves, ends of ranges, numbers near 1, and many by chance over forty decades. */
    private static final double[] NUMBERS = DoubleStream.concat(
                    DoubleStream.of(
                            0, 1, -1, 0.5, 2.5, 1.005, 1.015, 0.125, 12.25, 1234.5, 999.5, 999499, 999500, 1e6, 1e21,
                            1e-3, 9.995e-4, 9.9949e-4, 1e-6, 1e-300, 0.9994, 0.9995, 0.99951, 0.99964, 0.999995,
                            0.9999999, 1.0004, 1.0005, -0.99964),
                    chance())
            .toArray();

    private static DoubleStream chance() {
        SplittableRandom random = new SplittableRandom(SEED);
        return DoubleStream.generate(() -> Math.pow(10, random.nextDouble(-20, 20)) * (random.nextBoolean() ? 1 : -1))
                .limit(5000);
    }

    @Test
    void three_digits_are_the_same_in_java_and_on_the_page(Browser browser) throws InterruptedException {
        assertThat(differences(onThePage(browser, "brief"), inJava(Figures::brief)))
                .isEmpty();
    }

    @Test
    void two_digits_are_the_same_in_java_and_on_the_page(Browser browser) throws InterruptedException {
        assertThat(differences(onThePage(browser, "about"), inJava(Figures::about)))
                .isEmpty();
    }

    @Test
    void tables_are_sorted_by_the_numbers_that_they_show(Browser browser) throws InterruptedException {
        String shown =
                "['10⁻⁶', '≥ 2.28 × 10⁻⁵', '−0.5', '1.2, 9/10', '10¹²', '3 × 10²¹ – 10²²', '∞', 'solved (below 10⁻¹²)']";
        assertThat(ask(browser, shown + ".map(numberIn)"))
                .isEqualTo("0.000001; 0.0000228; -0.5; 1.2; 1000000000000; 3e+21; Infinity; 0");
    }

    private static List<String> differences(List<String> page, List<String> java) {
        assertThat(page).hasSameSizeAs(java);
        return IntStream.range(0, NUMBERS.length)
                .filter(i -> !page.get(i).equals(java.get(i)))
                .mapToObj(i -> NUMBERS[i] + ": " + page.get(i) + " on the page, " + java.get(i) + " elsewhere")
                .toList();
    }

    private static List<String> inJava(DoubleFunction<String> formatter) {
        return Arrays.stream(NUMBERS).mapToObj(formatter).toList();
    }

    private static List<String> onThePage(Browser browser, String formatter) throws InterruptedException {
        return List.of(ask(browser, Arrays.toString(NUMBERS) + ".map(" + formatter + ")")
                .split("; "));
    }

    private static String ask(Browser browser, String question) throws InterruptedException {
        try (Tab tab = browser.tab(Screen.DESKTOP)) {
            return tab.text("(() => { " + Page.resource("format.js") + " return " + question + ".join('; '); })()");
        }
    }
}
