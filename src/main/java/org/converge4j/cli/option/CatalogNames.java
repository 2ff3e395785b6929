package org.converge4j.cli.option;

import java.util.Iterator;
import java.util.stream.Stream;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.Variant;

/** What a shell completes where {@code list} takes a name: the parts of the catalog and everything in it. */
public final class CatalogNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        Catalog catalog = Catalog.load(CatalogNames.class.getClassLoader());
        Stream<Variant<?>> variants = Stream.of(
                        catalog.updaters(),
                        catalog.around(),
                        catalog.data(),
                        catalog.networks(),
                        catalog.functions(),
                        catalog.schedules())
                .flatMap(part -> part.stream());
        return Stream.concat(Stream.of("updaters", "problems"), variants.map(Variant::name))
                .distinct()
                .iterator();
    }
}
