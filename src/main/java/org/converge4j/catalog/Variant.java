package org.converge4j.catalog;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A choice that the catalog offers: an updater, a data source or a network.
 *
 * @param <S> the kind of its settings
 * @param name as experiment files spell it
 * @param type the record that defines it
 * @param about its description
 */
public record Variant<S extends Settings>(String name, Class<? extends S> type, About about) {
    /** The variant that a record defines. */
    public static <S extends Settings> Variant<S> of(Class<? extends S> type) {
        About about = type.getAnnotation(About.class);
        if (!type.isRecord() || about == null) {
            throw new CatalogException(type.getName() + " is not a record with @About");
        }
        String simple = type.getSimpleName();
        return new Variant<>(Character.toLowerCase(simple.charAt(0)) + simple.substring(1), type, about);
    }

    /** The settings with their defaults, in the record's order. */
    public List<Parameter> parameters() {
        Settings presets = construct(type);
        return Arrays.stream(type.getRecordComponents())
                .map(component -> Parameter.of(component, read(component, presets)))
                .toList();
    }

    /** The setting of a name. */
    public Optional<Parameter> parameter(String setting) {
        return parameters().stream().filter(p -> p.name().equals(setting)).findFirst();
    }

    /** The record with these settings; those not named keep their defaults. */
    public S create(Map<String, ?> settings) {
        RecordComponent[] components = type.getRecordComponents();
        Settings presets = construct(type);
        Object[] values = Arrays.stream(components)
                .map(c -> settings.containsKey(c.getName()) ? coerce(c, settings.get(c.getName())) : read(c, presets))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<? extends S> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new CatalogException(name + ": " + message(refused.getTargetException()));
        } catch (ReflectiveOperationException broken) {
            throw new CatalogException(type.getName() + ": " + message(broken));
        }
    }

    /** The settings of a record of this variant, by name, in order. */
    public static Map<String, Object> settingsOf(Settings settings) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            values.put(component.getName(), read(component, settings));
        }
        return values;
    }

    private static <T> T construct(Class<T> type) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException thrown) {
            throw new CatalogException(
                    type.getName() + ": its no-argument constructor throws " + thrown.getTargetException());
        } catch (ReflectiveOperationException | LinkageError broken) {
            throw new CatalogException(
                    type.getName() + " needs a no-argument constructor with its defaults: " + message(broken));
        }
    }

    private static Object read(RecordComponent component, Settings settings) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException broken) {
            throw new CatalogException(component + ": " + message(broken));
        }
    }

    private static Object coerce(RecordComponent component, Object value) {
        Class<?> type = component.getType();
        if (value instanceof Number number) {
            return type == double.class
                    ? (Object) number.doubleValue()
                    : type == int.class ? (Object) number.intValue() : (Object) number.longValue();
        }
        if (value instanceof List<?> items) {
            return items.stream()
                    .map(item -> item instanceof Long whole ? (Object) Math.toIntExact(whole) : item)
                    .toList();
        }
        if (type.isEnum() && value instanceof String word) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> Parameter.spelled(constant).equals(word))
                    .findFirst()
                    .orElseThrow();
        }
        return value;
    }

    private static String message(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : message;
    }
}
