package org.converge4j.updater;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.converge4j.catalog.rule.Reads;
import org.jspecify.annotations.Nullable;

/**
 * What a step shows to its rule. A rule that asks for what it has not declared is told so in one line.
 *
 * @param given what the rule declared
 * @param parameters that the step starts from; null where no rule looks at them
 * @param blocks that they form
 * @param floor of the problem, where it is known
 * @param objective of the step's batch; null where there is none
 */
public record Sight(
        Set<Reads> given,
        double @Nullable [] parameters,
        List<Block> blocks,
        Optional<Double> floor,
        @Nullable Objective objective) {
    /** Nothing to see. */
    public static final Sight NOTHING = new Sight(Set.of(), null, List.of(), Optional.empty(), null);

    <T> T declared(Reads what, @Nullable T value) {
        if (!given.contains(what)) {
            throw new IllegalStateException("expected reads() to declare what the rule looks at, found it looking at "
                    + what.words() + " without Reads." + what + ".");
        }
        if (value == null) {
            throw new IllegalStateException(what.words() + ": cannot be read here.");
        }
        return value;
    }
}
