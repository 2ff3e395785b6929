package org.converge4j.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.converge4j.analysis.Comparison;
import org.converge4j.browser.Browser;
import org.converge4j.browser.InBrowser;
import org.converge4j.browser.Screen;
import org.converge4j.browser.Tab;
import org.converge4j.catalog.Catalog;
import org.converge4j.report.Samples;
import org.converge4j.wording.Labels;
import org.converge4j.wording.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the page looks: one page, opened once, on four screens in both schemes. */
@InBrowser
class PageLooksTest {
    private static final Catalog CATALOG = Catalog.load(PageLooksTest.class.getClassLoader());
    private static final String STROKES =
            "[...document.querySelectorAll('#convergence-plot .line')].filter(line => line.dataset.name === 'adam')"
                    + ".map(line => line.getAttribute('stroke') + ' ' + line.getAttribute('stroke-dasharray')).join()";

    @TempDir
    static Path folder;

    @AutoClose
    private static Tab tab;

    @BeforeAll
    static void open(Browser browser) throws IOException, InterruptedException {
        tab = browser.tab(Screen.DESKTOP);
        tab.open(page(
                "page",
                new Samples("Which updater ends lowest on a bowl?", 8, 60)
                        .followed()
                        .curved(1)
                        .updater("sgd", 1.0, 0.01, 0.1, 1.0)
                        .updater("momentum", 2.5, 0.01, 0.1, 1.0)
                        .updater("adam", 0.5, 0.01, 0.1, 1.0)
                        .updater("torchAdamW", 0.5, 0.01, 0.1, 1.0)
                        .comparison()));
        tab.evaluate("document.querySelectorAll('main > details').forEach(part => { part.open = true; })");
    }

    @AfterAll
    static void it_asked_for_nothing_but_itself_and_the_console_stayed_empty() {
        assertThat(tab.requests()).singleElement().asString().endsWith(".html");
        assertThat(tab.console()).isEmpty();
    }

    private static String page(String name, Comparison comparison) throws IOException {
        return Files.writeString(folder.resolve(name + ".html"), Page.of(comparison, CATALOG))
                .toUri()
                .toString();
    }

    /** At least 12 px, a contrast of 4.5 (WCAG 2.2) in both schemes, and every text in a place of its own, by its boxes. */
    @Test
    void every_text_can_be_read_on_every_screen() throws InterruptedException {
        for (Screen screen : List.of(Screen.WIDE, Screen.PHONE, Screen.TABLET, Screen.DESKTOP)) {
            tab.show(screen);
            frames();
            assertThat(tab.text(FAULTS)).as(screen.toString()).isEqualTo("[]");
            assertThat(tab.number("document.documentElement.scrollWidth"))
                    .as(screen.toString())
                    .isLessThanOrEqualTo(screen.width());
        }
        for (String scheme : List.of("dark", "light")) {
            tab.prefer("prefers-color-scheme", scheme);
            frames();
            assertThat(tab.text(CONTRASTS)).as(scheme).isEqualTo("[]");
        }
    }

    /** Rank, updater, learning rate, and what decides. */
    @Test
    void on_a_phone_the_ranking_shows_what_decides() throws InterruptedException {
        tab.show(Screen.PHONE);
        frames();
        String box = "document.querySelector('#ranking .wide').getBoundingClientRect().right";
        String decides = "document.querySelectorAll('#ranking thead th')[3].getBoundingClientRect().right";
        assertThat(tab.number(decides)).isLessThanOrEqualTo(tab.number(box));
        tab.show(Screen.DESKTOP);
        frames();
    }

    /** Until what the new size changes is drawn. */
    private static void frames() throws InterruptedException {
        tab.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))");
    }

    @Test
    void answer_table_and_pairs_agree() throws InterruptedException {
        String best = tab.text("document.querySelector('#ranking tbody th').textContent");

        assertThat(tab.text("document.querySelector('.answer').textContent"))
                .startsWith(Labels.name(best).capital().in(Language.EN));
        String wins = "document.querySelectorAll('.dots .one').length";
        assertThat(tab.text("document.querySelector('.dots').textContent")).startsWith(best + " " + tab.number(wins));
        assertThat(tab.text(
                        "[...document.querySelectorAll('.matrix tbody tr')].find(row => row.textContent.startsWith('"
                                + best + "')).innerText"))
                .contains(tab.number(wins) + " of 8");
    }

    @Test
    void an_updater_looks_the_same_in_two_reports(Browser browser) throws IOException, InterruptedException {
        String here = tab.text(STROKES);
        assertThat(here).startsWith("#");
        try (Tab other = browser.tab(Screen.DESKTOP)) {
            other.open(page(
                    "other",
                    new Samples("", 8, 20)
                            .updater("nesterovs", 1, 0.1)
                            .updater("adam", 1.5, 0.1)
                            .updater("lion", 2, 0.1)
                            .comparison()));

            assertThat(other.text(STROKES)).isEqualTo(here);
        }
    }

    @Test
    void the_first_screen_holds_the_answer_the_ranking_and_both_charts() throws InterruptedException {
        assertThat(tab.number("document.getElementById('convergence').getBoundingClientRect().bottom"))
                .isLessThanOrEqualTo(900);
        assertThat(tab.number("document.getElementById('sensitivity').getBoundingClientRect().bottom"))
                .isLessThanOrEqualTo(900);
        assertThat(tab.text("document.querySelector('.answer').textContent"))
                .startsWith("Gradient descent. It takes 1 step (median) to 1 %");
    }

    @Test
    void every_control_has_a_name() throws InterruptedException {
        assertThat(tab.number("[...document.querySelectorAll('button, input, [role=region], [role=img]')].filter("
                        + "e => !(e.textContent.trim() || e.getAttribute('aria-label'))).length"))
                .isZero();
    }

    @Test
    void sources_are_links() throws InterruptedException {
        assertThat(tab.text("[...document.querySelectorAll('.card a')].map(a => a.href).join()"))
                .contains("https://arxiv.org/abs/1412.6980"); // Kingma and Ba, Adam
    }

    private static final String CONTRASTS = """
            (() => {
              const parse = text => text.match(/[\\d.]+/g).map((n, i) => Number(n) * (i < 3 && text.startsWith("color(srgb") ? 255 : 1));
              const channel = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
              const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
              const behind = e => { for (; e; e = e.parentElement) {
                const c = parse(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
              const texts = [...document.querySelectorAll('body *')].filter(e => e.offsetParent && !e.closest('.plot')
                && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()));
              return JSON.stringify(texts.map(e => {
                const a = light(parse(getComputedStyle(e).color)), b = light(behind(e));
                return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), e.outerHTML.slice(0, 80)]; }).filter(([c]) => c < 4.5));
            })()
            """;

    private static final String FAULTS = """
            JSON.stringify((() => {
              const faults = [];
              const texts = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const owner = walker.currentNode.parentElement;
                if (walker.currentNode.textContent.trim() === "" || owner.closest("math, script, style, noscript, .skip")) continue;
                const shut = owner.closest("details:not([open])");
                if (shut && owner.closest("summary")?.parentElement !== shut) continue;
                const range = document.createRange();
                range.selectNodeContents(walker.currentNode);
                const scroller = owner.closest(".wide, pre, nav, .equation > div, .legend");
                const seen = (scroller ?? document.documentElement).getBoundingClientRect();
                for (const box of range.getClientRects()) {
                  if (box.width === 0) continue;
                  const what = `"${walker.currentNode.textContent.trim().slice(0, 30)}" in ${(owner.closest("[id]") ?? owner).id || owner.tagName}`;
                  if (parseFloat(getComputedStyle(owner).fontSize) < 12) faults.push(`small: ${what}`);
                  const frame = owner.closest("svg")?.getBoundingClientRect();
                  if (frame && (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)) faults.push(`clipped: ${what}`);
                  if (!scroller && (box.left < 0 || box.right > innerWidth + 1)) faults.push(`outside: ${what}`);
                  if (box.left >= seen.left - 1 && box.right <= seen.right + 1 && (!scroller || box.bottom <= seen.bottom + 1)) texts.push({box, what, owner});
                }
              }
              for (const each of document.querySelectorAll("button, th, td, li, p, figcaption, dd, dt")) {
                if (each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0 && getComputedStyle(each).overflowX === "hidden") faults.push(`clipped: ${each.textContent.slice(0, 30)}`);
              }
              texts.sort((a, b) => a.box.top - b.box.top);
              texts.forEach((one, i) => {
                for (let j = i + 1; j < texts.length && texts[j].box.top < one.box.bottom - 3; j++) {
                  const other = texts[j];
                  if (other.owner === one.owner) continue;
                  if (other.box.left < one.box.right - 2 && other.box.right > one.box.left + 2) faults.push(`overlapping: ${one.what} and ${other.what}`);
                }
              });
              return faults;
            })())
            """;
}
