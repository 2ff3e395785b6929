package org.converge4j.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.converge4j.catalog.message.Checks;

/**
 * The reports that a folder had before its experiment was changed. Who changes what is compared after a look at the results may
 * choose what chance favours, unless other seeds are reported.
 *
 * @param all the oldest first
 */
public record EarlierReports(List<Look> all) {
    /** No report was followed by a change. */
    public static final EarlierReports NONE = new EarlierReports(List.of());

    /** Enough to tell trials apart. */
    private static final int DIGITS = 10;

    public EarlierReports {
        all = List.copyOf(all);
    }

    /**
     * What a report was of.
     *
     * @param trials the first digits of their keys, in the experiment's order
     * @param seeds that were reported
     * @param rule what decided
     * @param problems the first digits of their keys; none in what older versions kept
     */
    public record Look(
            List<String> trials,
            List<Long> seeds,
            String rule,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> problems) {
        public Look {
            trials = List.copyOf(trials);
            seeds = List.copyOf(seeds);
            problems = List.copyOf(problems);
            rule = Checks.text(rule, "what decided", Checks.LONGEST_PROSE);
        }

        /** That of an experiment's report. */
        public static Look of(Experiment experiment) {
            return new Look(
                    experiment.trials().stream()
                            .map(Trial::key)
                            .map(key -> key.substring(0, DIGITS))
                            .toList(),
                    experiment.seeds(),
                    experiment.decideBy() + " " + experiment.margin(),
                    experiment.problems().stream()
                            .map(Identity::of)
                            .map(key -> key.substring(0, DIGITS))
                            .toList());
        }

        /** Whether the other shows some of the same problems on some of the same seeds, and is not the same look. */
        boolean sharesWith(Look other) {
            return !isSame(other)
                    && (isShared(trials, other.trials) || isShared(problems, other.problems))
                    && isShared(seeds, other.seeds);
        }

        private boolean isSame(Look other) {
            return trials.equals(other.trials) && seeds.equals(other.seeds) && rule.equals(other.rule);
        }

        private static <T> boolean isShared(List<T> some, List<T> others) {
            return !Collections.disjoint(new HashSet<>(some), others);
        }
    }

    /** The same and one more, unless it is among them. */
    public EarlierReports and(Look look) {
        return all.stream().anyMatch(look::isSame)
                ? this
                : new EarlierReports(
                        Stream.concat(all.stream(), Stream.of(look)).toList());
    }

    /** Those that showed some of an experiment's problems on some of its seeds, itself apart. */
    public List<Look> before(Experiment experiment) {
        if (all.isEmpty()) {
            return List.of();
        }
        Look now = Look.of(experiment);
        return all.stream().filter(now::sharesWith).toList();
    }
}
