package org.converge4j.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What pages cost a browser: their size, and processor time of its main thread. */
final class PageCost {
    private static final int OPENINGS = 5;
    private static final int FRAMES = 60;

    /** Moves the start of the descent by a key, a frame a time. */
    private static final String DRAG = """
            new Promise(done => {
              const start = document.querySelector("#landscape-plot .start");
              let frames = %d;
              const next = () => {
                if (frames-- === 0) return done();
                start.dispatchEvent(new KeyboardEvent("keydown", {key: frames %% 2 ? "ArrowRight" : "ArrowLeft"}));
                requestAnimationFrame(next);
              };
              next();
            })
            """.formatted(FRAMES);

    private PageCost() {}

    public static void main(String[] pages) throws IOException, InterruptedException {
        System.out.println("page                              kB   opened, s   a frame of one seed, ms   of all seeds, ms");
        try (Browser browser = BrowserChoice.start().orElseThrow()) {
            for (String page : pages) {
                measure(browser, Path.of(page).toAbsolutePath());
            }
        }
    }

    private static void measure(Browser browser, Path page) throws IOException, InterruptedException {
        double opened = Double.POSITIVE_INFINITY;
        double one = Double.NaN;
        double all = Double.NaN;
        for (int i = 0; i < OPENINGS; i++) { // what else the machine does only ever adds
            try (Tab tab = browser.tab(Screen.DESKTOP)) {
                double before = tab.busySeconds();
                tab.open(page.toUri().toString());
                opened = Math.min(opened, tab.busySeconds() - before);
                if (tab.number("document.querySelectorAll('#landscape-plot .start').length") > 0) {
                    one = least(one, frame(tab));
                    tab.click("[aria-label=Starts] [data-value=all]");
                    all = least(all, frame(tab));
                }
            }
        }
        System.out.printf(
                "%-30s %6d %11.2f %25.1f %18.1f%n",
                page.getParent().getFileName(), Files.size(page) / 1000, opened, 1000 * one, 1000 * all);
    }

    private static double least(double before, double now) {
        return before <= now ? before : now; // the first is not a number
    }

    /** Seconds of a frame, the steps and the drawing of all paths included. */
    private static double frame(Tab tab) throws InterruptedException {
        double before = tab.busySeconds();
        tab.evaluate(DRAG);
        return (tab.busySeconds() - before) / FRAMES;
    }
}
