package org.converge4j.experiment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.catalog.message.Checks;
import org.jspecify.annotations.Nullable;

/**
 * What is to be solved: data, a network, and where it starts; or a function of two variables, which stands in the network's
 * place and has no data.
 *
 * @param name as the experiment calls it
 * @param data where rows come from
 * @param network what is fitted to them
 * @param start the starting parameters in DL4J's flat order, or empty to draw them from the run's seed
 */
public record Problem(String name, Choice data, Choice network, List<Double> start) {
    private static final Choice NO_DATA = new Choice("none", Map.of());

    public Problem {
        Checks.fileName(name, "the name of a problem");
        requireNonNull(data, "data");
        requireNonNull(network, "network");
        start = List.copyOf(start);
        start.forEach(value -> Checks.finite(value, "a starting parameter"));
    }

    /** The problem of a function's least value. */
    public static Problem of(String name, Choice function, List<Double> start) {
        return new Problem(name, NO_DATA, function, start);
    }

    /** The function, where there is one instead of data and network. */
    @JsonIgnore
    public Optional<Choice> function() {
        return data.equals(NO_DATA) ? Optional.of(network) : Optional.empty();
    }

    // Written out, for Java links a record's own at the first use, milliseconds each (docs/design/speed.md).
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Problem problem
                        && name.equals(problem.name)
                        && data.equals(problem.data)
                        && network.equals(problem.network)
                        && start.equals(problem.start));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
