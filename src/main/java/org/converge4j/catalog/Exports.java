package org.converge4j.catalog;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.converge4j.catalog.rule.EvaluatedElsewhere;
import org.converge4j.catalog.rule.Reads;

/** Whether an updater also works in anyone's DL4J network, trained by DL4J's own {@code fit}. */
public final class Exports {
    /** What DL4J shows nobody while it trains. */
    private static final Set<Reads> KEPT = EnumSet.of(Reads.LOSS, Reads.FLOOR, Reads.OBJECTIVE, Reads.ALL);

    private Exports() {}

    /** What it reads that DL4J shows nobody while it trains, in their order. */
    public static Set<Reads> kept(UpdaterSettings updater) {
        Set<Reads> kept = EnumSet.copyOf(KEPT);
        kept.retainAll(updater.reads());
        return kept;
    }

    /** Why it does not, and what to do instead; nothing if it does. */
    public static Optional<String> refusal(UpdaterSettings updater) {
        if (!updater.insideFit().isEmpty()) {
            return Optional.of("not an IUpdater: inside DL4J's own fit it is " + updater.insideFit());
        }
        String kept = kept(updater).stream().map(Reads::words).collect(Collectors.joining(" and "));
        String why =
                updater instanceof EvaluatedElsewhere ? "it is measured at other parameters than it steps from" : "";
        if (!kept.isEmpty()) {
            why = "it reads " + kept;
        }
        return why.isEmpty()
                ? Optional.empty()
                : Optional.of("not inside DL4J's own fit: " + why
                        + "; train it with converge4j, and take the network that its report saves");
    }
}
