package org.converge4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fingers, mouse and keys reach a page as from a person. */
@InBrowser
class TabTest {
    private static final String PAGE = """
            <!doctype html><meta name=viewport content="width=device-width">
            <style>body { margin: 0; height: 3000px } button { position: absolute; left: 100px; top: 400px;
              width: 50px; height: 20px; padding: 0; border: 0 } #over { position: absolute; left: 90px; top: 700px;
              width: 80px; height: 80px } #under { top: 720px }</style>
            <body data-drawn=all><button id=plain>a</button><button id=under>b</button><div id=over></div><input>
            <script>window.seen = [];
              for (const kind of ['click', 'touchstart', 'keydown', 'mouseover'])
                addEventListener(kind, e => seen.push(kind + ' ' + (e.key ?? e.target.id)));
            </script>""";

    private static final String SEEN = "seen.join()";

    @TempDir
    static Path folder;

    private static String address = "";

    @BeforeAll
    static void write() throws IOException {
        address = Files.writeString(folder.resolve("page.html"), PAGE).toUri().toString();
    }

    @Test
    void a_box_is_where_the_style_puts_it_and_moves_as_the_page_scrolls(Browser browser) throws InterruptedException {
        try (Tab tab = browser.tab(Screen.DESKTOP)) {
            tab.open(address);
            assertThat(tab.box("#plain")).isEqualTo(new Box(100, 400, 50, 20));
            tab.evaluate("scrollTo(0, 150)");
            assertThat(tab.box("#plain")).isEqualTo(new Box(100, 250, 50, 20));
            assertThat(tab.box("#under").overlaps(tab.box("#over"))).isTrue();
            assertThat(tab.box("#plain").overlaps(tab.box("#over"))).isFalse();
        }
    }

    @Test
    void a_click_hits_what_lies_on_top(Browser browser) throws InterruptedException {
        try (Tab tab = browser.tab(Screen.DESKTOP)) {
            tab.open(address);
            tab.click("#plain");
            tab.click("#under");
            assertThat(tab.text(SEEN)).contains("mouseover plain,click plain").endsWith("click over");
        }
    }

    @Test
    void a_tap_is_a_touch_and_a_swipe_scrolls(Browser browser) throws InterruptedException {
        try (Tab tab = browser.tab(Screen.PHONE)) {
            tab.open(address);
            tab.tap("#plain");
            tab.await("seen.at(-1) === 'click plain'");
            assertThat(tab.text(SEEN)).startsWith("touchstart plain");
            assertThat(tab.number("navigator.maxTouchPoints")).isPositive();
            assertThat(tab.text("String(matchMedia('(pointer: coarse)').matches)"))
                    .isEqualTo("true");

            tab.evaluate("scrollTo(0, 0)");
            tab.swipe("#plain", 0, -200);
            // the first pixels decide that it is a swipe, and on a busy machine the last come late
            tab.await("scrollY >= 150");
            assertThat(tab.number("scrollY")).isLessThanOrEqualTo(250);
        }
    }

    @Test
    void keys_move_the_focus_and_type(Browser browser) throws InterruptedException {
        try (Tab tab = browser.tab(Screen.DESKTOP)) {
            tab.open(address);
            tab.press("Tab");
            tab.press("Enter");
            tab.press("Tab");
            tab.press("Tab");
            tab.press("x");
            tab.type("yz");
            assertThat(tab.text("document.querySelector('input').value")).isEqualTo("xyz");
            assertThat(tab.text(SEEN)).contains("keydown Enter,click plain").endsWith("keydown x");
        }
    }

    @Test
    void a_tab_answers_media_queries_as_told_and_keeps_its_storage_to_itself(Browser browser)
            throws InterruptedException {
        try (Tab tab = browser.tab(Screen.DESKTOP);
                Tab other = browser.tab(new Screen(320, 640, false))) {
            tab.open(address);
            other.open(address);
            tab.prefer("prefers-color-scheme", "dark");
            tab.prefer("prefers-reduced-motion", "reduce");
            String both = "String(matchMedia('(prefers-color-scheme: dark) and (prefers-reduced-motion)').matches)";
            assertThat(tab.text(both)).isEqualTo("true");
            assertThat(other.text(both)).isEqualTo("false");
            assertThat(other.number("innerWidth")).isEqualTo(320);
            tab.evaluate("localStorage.setItem('kept', 'here')");
            assertThat(other.text("String(localStorage.getItem('kept'))")).isEqualTo("null");
        }
    }

    @Test
    void what_a_page_complains_of_is_heard(Browser browser) throws InterruptedException {
        try (Tab tab = browser.tab(Screen.DESKTOP)) {
            tab.open(address);
            assertThat(tab.console()).isEmpty();
            tab.evaluate("console.error('loud')");
            assertThat(tab.console()).singleElement().asString().contains("loud");
            assertThat(tab.requests()).containsExactly(address);
        }
    }
}
