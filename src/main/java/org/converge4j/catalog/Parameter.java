package org.converge4j.catalog;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A setting as the catalog knows it.
 *
 * @param name the record component's
 * @param type the component's: a number, boolean, text, enum, {@code SourceFile} or list
 * @param item the type of a list's items; the type itself for a single value
 * @param preset its value in the no-argument constructor
 * @param setting meaning and bounds
 */
public record Parameter(String name, Class<?> type, Class<?> item, Object preset, Setting setting) {
    /** Larger ones are written with a power of ten. */
    private static final double LARGEST_PLAIN = 1e9;

    private static final int MOST_ZEROS = 6;

    /** Types near those that files can spell. */
    private static final Set<Class<?>> REFUSED =
            Set.of(float.class, short.class, byte.class, char.class, Boolean.class);

    private static final int LONGEST = 12;
    private static final int CUT = 6;

    static Parameter of(RecordComponent component, Object preset) {
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalStateException(
                    component.getDeclaringRecord().getName() + "." + component.getName() + " lacks @Setting");
        }
        Class<?> type = component.getType();
        if (type.isArray() || Number.class.isAssignableFrom(type) || REFUSED.contains(type)) {
            throw new IllegalStateException(component.getDeclaringRecord().getName() + "." + component.getName()
                    + ": expected double, int, long, boolean, String, an enum or a List, found "
                    + type.getSimpleName());
        }
        return new Parameter(component.getName(), component.getType(), item(component), preset, setting);
    }

    private static Class<?> item(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> item
                ? item
                : component.getType();
    }

    /** Whether a list of values is one value rather than a grid of them. */
    public boolean isList() {
        return List.class.isAssignableFrom(type);
    }

    /** Whether it is a list of whole numbers; other lists are of texts. */
    public boolean isWholeList() {
        return isList() && item == Integer.class;
    }

    /** What is accepted, as an error message says it: "a number above 0 and at most 1". */
    public String accepted() {
        if (type.isEnum()) {
            return "one of " + String.join(", ", choices());
        }
        String noun = type == double.class
                ? "a number"
                : type == int.class || type == long.class
                        ? "a whole number"
                        : type == boolean.class
                                ? "true or false"
                                : isWholeList() ? "a list of whole numbers" : isList() ? "a list" : "a text";
        return noun + range();
    }

    /** The words of an enum setting, as a file spells them. */
    public List<String> choices() {
        return Arrays.stream(type.getEnumConstants()).map(Parameter::spelled).toList();
    }

    /** An enum constant as a file spells it. */
    public static String spelled(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT);
    }

    /** Why a number is out of range, or nothing if it is in range. */
    public Optional<String> refusal(double value) {
        boolean in = Double.isFinite(value)
                && value > setting.above()
                && value >= setting.atLeast()
                && value < setting.below()
                && value <= setting.atMost();
        return in ? Optional.empty() : Optional.of(accepted());
    }

    /** Whether a value, as an experiment holds it, is the default. */
    public boolean isPreset(Object value) {
        return value(value).equals(value(preset));
    }

    /** The default, as a file spells it; "none" for a file that need not be given. */
    public String spelledPreset() {
        if (preset instanceof List<?> items) {
            return items.isEmpty()
                    ? "none"
                    : items.stream().map(Parameter::value).toList().toString();
        }
        return value(preset);
    }

    private static String value(Object value) {
        String text = value instanceof Number number
                ? brief(number.doubleValue())
                : value instanceof Enum<?> ? spelled(value) : value.toString();
        return text.isEmpty() ? "none" : text;
    }

    private String range() {
        StringBuilder range = new StringBuilder();
        bound(range, " above ", setting.above());
        bound(range, " at least ", setting.atLeast());
        bound(range, " below ", setting.below());
        bound(range, " at most ", setting.atMost());
        return range.toString();
    }

    private static void bound(StringBuilder range, String words, double bound) {
        if (Double.isFinite(bound)) {
            range.append(range.isEmpty() ? "" : " and").append(words).append(plain(bound));
        }
    }

    /** Numbers without an end are cut: 0.3333…. */
    private static String brief(double value) {
        String plain = plain(value);
        return plain.length() > LONGEST && !plain.contains("e") ? plain.substring(0, CUT) + "…" : plain;
    }

    /** 100000, 1e-8, 1e6: as a person writes it. */
    private static String plain(double bound) {
        if (bound == Math.rint(bound) && Math.abs(bound) < LARGEST_PLAIN) {
            BigDecimal digits = new BigDecimal(bound).stripTrailingZeros();
            return -digits.scale() < MOST_ZEROS
                    ? Long.toString((long) bound)
                    : digits.unscaledValue() + "e" + -digits.scale();
        }
        return Double.toString(bound).replace(".0E", "E").replace('E', 'e');
    }
}
