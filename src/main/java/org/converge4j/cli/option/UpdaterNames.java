package org.converge4j.cli.option;

import java.util.Iterator;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.Variant;

/** What a shell completes where a command takes an updater. */
public final class UpdaterNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Catalog.load(UpdaterNames.class.getClassLoader()).updaters().stream()
                .map(Variant::name)
                .iterator();
    }
}
