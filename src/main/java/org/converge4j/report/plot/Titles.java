package org.converge4j.report.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;

/**
 * What stands above a chart, so that it can stand alone. What the machine's font has no letters for is left out.
 *
 * @param question that the experiment asks
 * @param answer to it
 * @param shown what is drawn
 */
record Titles(String question, String answer, String shown) {
    private static final Color INK = Color.decode("#1b1f24");
    private static final Color QUIET = Color.decode("#56606b");
    private static final int MARGIN = 6;

    /** Draws them; how far down they reach. */
    int draw(Graphics2D pen, int width) {
        Font plain = pen.getFont();
        int base = draw(pen, question, plain, QUIET, width, 1, 2);
        base = draw(pen, answer, plain.deriveFont(Font.BOLD, 15f), INK, width, 4, base);
        base = draw(pen, shown, plain, QUIET, width, 1, base + 2);
        pen.setFont(plain);
        return base;
    }

    private static int draw(Graphics2D pen, String text, Font font, Color ink, int width, int most, int base) {
        if (text.isEmpty() || !Letters.isShown(font, Letters.shown(font, text))) {
            return base;
        }
        pen.setFont(font);
        pen.setColor(ink);
        int height = font.getSize() + 4;
        List<String> lines = Letters.lines(pen, text, width - 2.0 * MARGIN, most);
        for (int i = 0; i < lines.size(); i++) {
            pen.drawString(Letters.shown(font, lines.get(i)), MARGIN, base + height * (i + 1));
        }
        return base + height * lines.size();
    }
}
