package org.converge4j.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.converge4j.browser.Browser;
import org.converge4j.browser.InBrowser;
import org.converge4j.browser.Screen;
import org.converge4j.browser.Tab;
import org.converge4j.wording.Figures;
import org.junit.jupiter.api.Test;

/** An axis can be read from end to end. */
@InBrowser
class TicksTest {
    @Test
    void a_logarithmic_axis_of_few_decades_has_ticks_from_end_to_end(Browser browser) throws InterruptedException {
        assertThat(ask(browser, "ticks(d3.scaleLog([0.015, 0.7], [300, 0]), true, 7).map(tickText)"))
                .isEqualTo("0.02; 0.05; 0.1; 0.2; 0.5");
        assertThat(ask(browser, "ticks(d3.scaleLog([0.5, 2000], [300, 0]), true, 7).map(tickText)"))
                .isEqualTo("1; 10; 100; 1000");
    }

    @Test
    void no_two_ticks_say_the_same(Browser browser) throws InterruptedException {
        assertThat(ask(browser, "tickTexts([200000000, 200010000, 200020000])"))
                .isEqualTo("2 × 10⁸; 2.0001 × 10⁸; 2.0002 × 10⁸")
                .isEqualTo(String.join("; ", Figures.apart(List.of(200000000.0, 200010000.0, 200020000.0))));
        assertThat(ask(browser, "tickTexts([0.001, 0.01])")).isEqualTo("10⁻³; 0.01");
    }

    private static String ask(Browser browser, String question) throws InterruptedException {
        try (Tab tab = browser.tab(Screen.DESKTOP)) {
            return tab.text("(() => { " + Page.resource("d3.min.js") + Page.resource("format.js")
                    + Page.resource("chart.js") + " return " + question + ".join('; '); })()");
        }
    }
}
