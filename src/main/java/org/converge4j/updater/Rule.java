package org.converge4j.updater;

import java.util.List;
import org.converge4j.catalog.Accepted;
import org.converge4j.catalog.rule.EvaluatedElsewhere;
import org.converge4j.catalog.rule.Reads;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * An updater that DL4J lacks, as its author writes it: what it remembers, and what it does to a gradient. The bridge to DL4J
 * ({@link RuleUpdater}) does the rest. A rule treats each parameter on its own, so that it does not matter how DL4J cuts a
 * network's parameters into blocks, unless it says that it {@linkplain #reads() reads} more. One whose loss is measured at other
 * parameters than it steps from is {@link EvaluatedElsewhere}.
 */
public interface Rule extends Updater {
    /** What the rule remembers: one vector per name, as long as the parameters, zero at first. */
    List<String> state();

    /** How long the vector of a name is, for a rule that remembers something else than a number for each parameter. */
    default Extent extent(String name) {
        return Extent.PARAMETERS;
    }

    /**
     * Replaces the gradient by the update u, which is then subtracted from the parameters: θ ← θ − u.
     *
     * @param gradient of the mean loss of the batch; overwritten by u
     * @param state the vectors of {@link #state()}, in its order; overwritten by what is to be remembered
     * @param step which step this is, its learning rate, and what the rule {@linkplain Reads reads}
     */
    void apply(double[] gradient, double[][] state, Step step);

    @Override
    default IUpdater toDl4j() {
        return new RuleUpdater(Accepted.require(this));
    }
}
