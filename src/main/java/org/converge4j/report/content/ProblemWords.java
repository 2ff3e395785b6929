package org.converge4j.report.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.report.content.PageData.FactData;
import org.converge4j.result.Sampled;
import org.converge4j.wording.Figures;
import org.converge4j.wording.Text;

/** What a problem's data and network are, name by name. */
public final class ProblemWords {
    private static final int MOST_NAMES = 12;
    private static final int MOST_DIGITS = 16;

    /** What stands in a trainer's name before them. */
    private static final String PASSES = ", passes ";

    private ProblemWords() {}

    /** The facts of its first run, or nothing before that. */
    public static List<FactData> of(ProblemComparison problem) {
        List<FactData> words = new ArrayList<>();
        problem.facts().ifPresent(facts -> {
            words.add(fact(
                    "rows",
                    facts.testRows() == 0
                            ? Text.plain(Integer.toString(facts.rows()))
                            : Text.of("rows.test", facts.rows(), facts.testRows())));
            words.add(fact("features", Text.plain(facts.features() + names(facts.featureNames(), facts.features()))));
            words.add(fact(
                    facts.classes().isEmpty() ? "targets" : "classes",
                    Text.plain(outputs(facts) + names(predicted(facts), outputs(facts)))));
            words.add(fact(
                    "hash", problem.isDividedBySeed() ? Text.of("hash.seeds") : Text.plain(digits(facts.dataHash()))));
            words.add(fact("network", Text.count(facts.parameters(), "parameter")));
            sample(problem).ifPresent(sample -> words.add(fact("looks", Text.of("looks.all", sample, facts.rows()))));
            passes(problem).ifPresent(by -> words.add(fact("passes", Text.plain(by))));
            for (int i = 0; i < facts.layers().size(); i++) {
                words.add(new FactData(
                        Text.of("fact.layer", i + 1), Text.plain(facts.layers().get(i))));
            }
        });
        return words;
    }

    private static FactData fact(String name, Text value) {
        return new FactData(Text.of("fact." + name), value);
    }

    /** What runs were looked at before their end, and how far its loss may be from that of all rows; nothing where it was all rows. */
    private static Optional<Text> sample(ProblemComparison problem) {
        List<Sampled> samples = problem.trials().stream()
                .flatMap(trial -> trial.runs().stream())
                .flatMap(run -> run.sampled().stream())
                .toList();
        double width = samples.stream().mapToDouble(Sampled::halfWidth).max().orElse(0);
        return samples.stream().max(Comparator.comparing(Sampled::rows)).map(largest -> {
            Text rows = Text.count(largest.rows(), "row");
            Text all = largest.testRows() == 0
                    ? Text.of("looks.sample", rows)
                    : Text.of("looks.sample.test", rows, largest.testRows());
            return width == 0 ? all : Text.of("looks.interval", all, Figures.brief(width));
        });
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
