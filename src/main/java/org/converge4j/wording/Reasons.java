package org.converge4j.wording;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.converge4j.experiment.training.Metric;

/** Why a run ended. Its record says so in English with all digits; people read it in their language, with few. */
public final class Reasons {
    private static final List<String> KINDS = List.of("beyond", "infinite", "late", "short", "loss", "metric");
    private static final Pattern GAP = Pattern.compile("\\{\\d}");
    private static final String FOUND = Arrays.stream(Metric.values())
            .map(Metric::key)
            .collect(Collectors.joining("|", "(-?\\d+(?:\\.\\d+)?(?:E-?\\d+)?|", ")"));

    private Reasons() {}

    /** The same reason; one of another kind, as a failure's, as it is. */
    public static Text of(String reason) {
        return KINDS.stream()
                .flatMap(kind -> read("ended." + kind, reason).stream())
                .findFirst()
                .orElse(Text.plain(reason));
    }

    /** The English template is what the record says, so that it can be read by it. */
    private static Optional<Text> read(String key, String reason) {
        String sentence = Arrays.stream(GAP.split(Language.EN.templates().getString(key), -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(FOUND));
        Matcher found = Pattern.compile(sentence).matcher(reason);
        return found.matches()
                ? Optional.of(Text.of(
                        key,
                        IntStream.rangeClosed(1, found.groupCount())
                                .mapToObj(gap -> part(found.group(gap)))
                                .toArray()))
                : Optional.empty();
    }

    /** A loss has a point, a step has none. */
    private static Text part(String found) {
        return Metric.spelled(found)
                .map(metric -> Text.of("metric." + metric.key()))
                .orElseGet(() -> Text.plain(found.contains(".") ? Figures.brief(Double.parseDouble(found)) : found));
    }
}
