package org.converge4j.catalog;

import java.util.Set;
import org.converge4j.catalog.rule.Reads;

/**
 * The settings of something that is done around any updater, such as averaging its parameters. Implementations are named in a service
 * file of this interface's name.
 */
public interface AroundSettings extends Settings {
    /** What it sees besides the gradient, with these settings. */
    default Set<Reads> reads() {
        return Set.of();
    }
}
