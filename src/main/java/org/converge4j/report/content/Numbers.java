package org.converge4j.report.content;

import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import java.util.stream.Stream;
import org.converge4j.analysis.Excess;
import org.converge4j.analysis.statistics.Quartiles;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Text;

/** How reports write numbers for people, with the rounding of the findings. Files for programs use full precision instead. */
final class Numbers {
    /** Stands where there is no number. */
    static final Text NONE = Text.plain("–");

    private Numbers() {}

    /** "0.3", or "0.3 to 0.4" where not all that are known are the same. */
    static Text range(Stream<Optional<Double>> values) {
        DoubleSummaryStatistics all = values.flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        String least = Figures.brief(all.getMin());
        String greatest = Figures.brief(all.getMax());
        return least.equals(greatest) ? Text.plain(least) : Text.of("range", least, greatest);
    }

    /** The median. */
    static Text median(Optional<Quartiles> quartiles) {
        return quartiles.map(q -> Text.plain(Figures.brief(q.median()))).orElse(NONE);
    }

    /** The median excess, or the word for none. */
    static Text median(Optional<Quartiles> quartiles, Excess excess) {
        return quartiles.map(q -> excess.words(q.median())).orElse(NONE);
    }

    /** The first and the third quartile of the excess; one alone if both are the same, in words. */
    static Text range(Optional<Quartiles> quartiles, Excess excess) {
        return quartiles
                .map(q -> {
                    Text lower = excess.words(q.lower());
                    Text upper = excess.words(q.upper());
                    return lower.equals(upper) ? lower : Text.of("range.between", lower, upper);
                })
                .orElse(NONE);
    }
}
