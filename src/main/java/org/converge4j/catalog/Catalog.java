package org.converge4j.catalog;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.catalog.message.Nearest;

/**
 * Every variant that experiments can name.
 *
 * @param updaters by family, then in the order of their service file
 * @param data in the order of their service file
 * @param networks in the order of their service file
 * @param schedules in the order of their service file
 * @param functions in the order of their service file
 * @param around what can be done around any updater, in the order of its service file
 * @param jars of the user's own that some of it comes from, as they were named
 */
public record Catalog(
        List<Variant<UpdaterSettings>> updaters,
        List<Variant<DataSettings>> data,
        List<Variant<NetworkSettings>> networks,
        List<Variant<ScheduleSettings>> schedules,
        List<Variant<FunctionSettings>> functions,
        List<Variant<AroundSettings>> around,
        List<Path> jars) {

    /** The catalog of what ships with converge4j. */
    public static Catalog load(ClassLoader loader) {
        return load(loader, List.of());
    }

    /** The catalog of what ships with converge4j and of the jars that a class loader adds. */
    public static Catalog load(ClassLoader loader, List<Path> jars) {
        return new Catalog(
                find(UpdaterSettings.class, loader).stream()
                        .sorted(Comparator.comparing(v -> v.about().family()))
                        .toList(),
                find(DataSettings.class, loader),
                find(NetworkSettings.class, loader),
                find(ScheduleSettings.class, loader),
                find(FunctionSettings.class, loader),
                find(AroundSettings.class, loader),
                List.copyOf(jars));
    }

    /** A line for each variant that takes the place of another's of its name and kind. */
    public List<String> inPlaceOf(Catalog other) {
        List<? extends List<? extends Variant<?>>> mine =
                List.of(updaters, data, networks, schedules, functions, around);
        List<? extends List<? extends Variant<?>>> others =
                List.of(other.updaters, other.data, other.networks, other.schedules, other.functions, other.around);
        return IntStream.range(0, mine.size())
                .boxed()
                .flatMap(kind -> mine.get(kind).stream()
                        .filter(variant -> named(others.get(kind), variant.name())
                                .filter(its -> !its.type().equals(variant.type()))
                                .isPresent()))
                .map(variant -> variant.name() + ": " + variant.type().getName()
                        + " takes the place of the catalog's own " + variant.name() + ".")
                .toList();
    }

    /** The updater of a name. */
    public Variant<UpdaterSettings> updater(String name) {
        return require(updaters, name, "updater");
    }

    /** The updater of a name, or what stands around updaters under it. */
    public Variant<? extends Settings> rule(String name) {
        return require(Stream.concat(updaters.stream(), around.stream()).toList(), name, "updater");
    }

    /** The data source of a name, with its settings. */
    public DataSettings data(String name, Map<String, ?> settings) {
        return require(data, name, "data source").create(settings);
    }

    /** The network of a name, with its settings. */
    public NetworkSettings network(String name, Map<String, ?> settings) {
        return require(networks, name, "network").create(settings);
    }

    /** The learning-rate schedule of a name, with its settings. */
    public ScheduleSettings schedule(String name, Map<String, ?> settings) {
        return require(schedules, name, "schedule").create(settings);
    }

    /** What is done around updaters under a name, with its settings. */
    public AroundSettings around(String name, Map<String, ?> settings) {
        return require(around, name, "surrounding").create(settings);
    }

    /** The function of a name, with its settings. */
    public FunctionSettings function(String name, Map<String, ?> settings) {
        return require(functions, name, "function").create(settings);
    }

    /** The variant of a name in a list. */
    public static <V extends Variant<?>> Optional<V> named(List<V> variants, String name) {
        return variants.stream().filter(v -> v.name().equals(name)).findFirst();
    }

    private static <V extends Variant<?>> V require(List<V> variants, String name, String kind) {
        return named(variants, name)
                .orElseThrow(() -> new CatalogException("unknown " + kind + " " + Mismatch.quoted(name)
                        + "; list shows all."
                        + Nearest.hint(
                                name, variants.stream().map(Variant::name).toList())));
    }

    private static <S extends Settings> List<Variant<S>> find(Class<S> kind, ClassLoader loader) {
        try {
            return Origin.requireDifferentNames(ServiceLoader.load(kind, loader).stream()
                    .map(provider -> Variant.<S>of(provider.type()))
                    .toList());
        } catch (ServiceConfigurationError broken) {
            throw new CatalogException(String.valueOf(broken.getMessage()));
        }
    }
}
