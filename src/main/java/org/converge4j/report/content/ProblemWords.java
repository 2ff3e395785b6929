package org.converge4j.report.content;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.result.Sampled;
import org.converge4j.wording.Figures;

/** What a problem's data and network are, name by name. */
public final class ProblemWords {
    private static final int MOST_NAMES = 12;
    private static final int MOST_DIGITS = 16;

    /** What stands in a trainer's name before them. */
    private static final String PASSES = ", passes ";

    private ProblemWords() {}

    /** The facts of its first run, or nothing before that. */
    public static Map<String, String> of(ProblemComparison problem) {
        Map<String, String> words = new LinkedHashMap<>();
        problem.facts().ifPresent(facts -> {
            words.put(
                    "rows", facts.rows() + (facts.testRows() == 0 ? "" : ", and " + facts.testRows() + " for testing"));
            words.put("features", facts.features() + names(facts.featureNames(), facts.features()));
            words.put(
                    facts.classes().isEmpty() ? "targets" : "classes",
                    outputs(facts) + names(predicted(facts), outputs(facts)));
            words.put(
                    "SHA-256 of the training rows",
                    problem.isDividedBySeed() ? "another for each seed" : digits(facts.dataHash()));
            words.put("network", Figures.count(facts.parameters(), "parameter"));
            sample(problem)
                    .ifPresent(sample ->
                            words.put("looked at", sample + " of " + facts.rows() + "; the last look is at all rows"));
            passes(problem).ifPresent(by -> words.put("passes", by));
            for (int i = 0; i < facts.layers().size(); i++) {
                words.put("layer " + (i + 1), facts.layers().get(i));
            }
        });
        return words;
    }

    /** What runs were looked at before their end, and how far its loss may be from that of all rows; nothing where it was all rows. */
    private static Optional<String> sample(ProblemComparison problem) {
        List<Sampled> samples = problem.trials().stream()
                .flatMap(trial -> trial.runs().stream())
                .flatMap(run -> run.sampled().stream())
                .toList();
        double width = samples.stream().mapToDouble(Sampled::halfWidth).max().orElse(0);
        String interval = width == 0 ? "" : ", 95 % intervals of the loss at most ± " + Figures.brief(width) + " wide";
        return samples.stream()
                .max(Comparator.comparing(Sampled::rows))
                .map(largest -> "a sample, the same in every run, of " + Figures.count(largest.rows(), "row")
                        + (largest.testRows() == 0 ? "" : " and " + largest.testRows() + " for testing") + interval
                        + ",");
    }

    /** Who computed a large network, and why, if that was DL4J; nothing of a small one. */
    private static Optional<String> passes(ProblemComparison problem) {
        return problem.trials().stream()
                .flatMap(trial -> trial.runs().stream())
                .map(run -> run.trainer().indexOf(PASSES) < 0
                        ? ""
                        : run.trainer().substring(run.trainer().indexOf(PASSES) + PASSES.length()))
                .filter(by -> !by.isEmpty())
                .distinct()
                .reduce((one, other) -> one + "; " + other);
    }

    /** Two classes may share one. */
    private static int outputs(ProblemFacts facts) {
        return Math.max(facts.targets(), facts.classes().size());
    }

    /** Enough to tell data apart; the records have all of them. */
    private static String digits(String hash) {
        return hash.length() <= MOST_DIGITS ? hash : hash.substring(0, MOST_DIGITS) + "…";
    }

    private static List<String> predicted(ProblemFacts facts) {
        return facts.classes().isEmpty() ? facts.targetNames() : facts.classes();
    }

    private static String names(List<String> names, int all) {
        List<String> some = names.subList(0, Math.min(MOST_NAMES, names.size()));
        return some.isEmpty() ? "" : ": " + String.join(", ", some) + (some.size() < all ? ", …" : "");
    }
}
