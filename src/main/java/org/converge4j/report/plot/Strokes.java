package org.converge4j.report.plot;

import java.awt.BasicStroke;
import org.converge4j.report.content.Palette.Dash;

/** How lines are stroked: as on the page. */
final class Strokes {
    private Strokes() {}

    static BasicStroke of(Dash dash) {
        return switch (dash) {
            case SOLID -> new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
            case DASH -> dashed(2, 7, 4);
            case DOT -> dashed(2, 2, 3);
            case DASHDOT -> dashed(2, 7, 3, 2, 3);
        };
    }

    static BasicStroke dotted() {
        return dashed(1.5f, 2, 3);
    }

    private static BasicStroke dashed(float width, float... lengths) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths, 0);
    }
}
