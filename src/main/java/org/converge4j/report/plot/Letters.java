package org.converge4j.report.plot;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Language;
import org.converge4j.wording.Text;

/** Texts in a picture. */
final class Letters {
    private static final Font USUAL = new Font(Font.SANS_SERIF, Font.PLAIN, 1);

    private Letters() {}

    /** Has Java look for its fonts. */
    static void prepare() {
        USUAL.canDisplay('0');
    }

    /** A text with powers of ten as programs write them, where the font has no raised digits. */
    static String shown(Font font, String text) {
        return isShown(font, text) ? text : Figures.plain(text);
    }

    /** Whether the font has every letter of a text. */
    static boolean isShown(Font font, String text) {
        return font.canDisplayUpTo(text) < 0;
    }

    /** A text in a language, or in English where the machine's font has none of its letters. */
    static String said(Text text, Language language) {
        String said = text.in(language);
        return isShown(USUAL, said) ? said : text.in(Language.EN);
    }

    static double breadth(Graphics2D pen, String text) {
        return pen.getFont()
                .getStringBounds(shown(pen.getFont(), text), pen.getFontRenderContext())
                .getWidth();
    }

    /** A text in lines of so many points, broken at spaces; what is too long for so many lines ends in dots. */
    static List<String> lines(Graphics2D pen, String text, double width, int most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split("(?<=[ 。，；：])", -1)) {
            if (!line.isEmpty() && breadth(pen, line + word.strip()) > width) {
                lines.add(line.strip());
                line = "";
            }
            line += word;
        }
        lines.add(line.strip());
        if (lines.size() > most) {
            lines = new ArrayList<>(lines.subList(0, most));
            lines.set(most - 1, lines.get(most - 1) + " …");
        }
        return lines;
    }
}
