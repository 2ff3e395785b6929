package org.converge4j.wording;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something to be said, in no language yet: the key of a template and what fills its gaps, so that what is true is worked out once and
 * every language says it with the same numbers.
 *
 * @param key of a template; empty for what is the same in every language, a name or a number, which is then the only part
 * @param parts texts, counts, and strings that are the same in every language
 */
public record Text(String key, List<Object> parts) {
    private static final String CAPITAL = "capital";
    private static final String CATALOG = "catalog";

    /** Of more, the first are named and the others counted. */
    private static final int MOST_NAMED = 3;

    /** Says nothing. */
    public static final Text NONE = plain("");

    public Text {
        parts = List.copyOf(parts);
    }

    /** What a template says of these. */
    public static Text of(String key, Object... parts) {
        return new Text(key, Arrays.asList(parts));
    }

    /** A name or a number. */
    public static Text plain(String text) {
        return new Text("", List.of(text));
    }

    /** What a text of the catalog says, which is English; as it is in languages that have no words for it. */
    public static Text catalog(String english) {
        return of(CATALOG, english);
    }

    /** The key of a sentence about a number as it is shown: that with {@code .one} where it is 1. */
    public static String numbered(String key, String shown) {
        return shown.equals("1") ? key + ".one" : key;
    }

    /** "10 seeds", or "1 seed": so many of what the keys {@code count.seed} and {@code count.seed.one} name. */
    public static Text count(int count, String noun) {
        return of(numbered("count." + noun, Integer.toString(count)), count);
    }

    /** "a, b and c". */
    public static Text and(Collection<?> parts) {
        return list(parts, "list.and");
    }

    /** "a, b or c". */
    public static Text or(Collection<?> parts) {
        return list(parts, "list.or");
    }

    /** "a, b, c". */
    public static Text commas(Collection<?> parts) {
        return list(parts, "list.between");
    }

    /** What a key says of some names; of many what it says with {@code .many}, of the first of them and of how many others there are. */
    public static Text several(String key, List<Text> names) {
        int more = names.size() - MOST_NAMED;
        return more > 1 ? of(key + ".many", commas(names.subList(0, MOST_NAMED)), more) : of(key, and(names));
    }

    /** "a; b; c". */
    public static Text semicolons(Collection<?> parts) {
        return fold(parts, "list.semicolon", "list.semicolon");
    }

    /** Sentences one after the other; those that say nothing are left out. */
    public static Text sentences(Text... sentences) {
        return fold(Arrays.stream(sentences).filter(Text::says).toList(), "list.sentence", "list.sentence");
    }

    /** One text at once after another. */
    public static Text joined(Text... texts) {
        return fold(Arrays.stream(texts).filter(Text::says).toList(), "list.joined", "list.joined");
    }

    /** Names that have commas of their own, as lists in settings do, are kept apart by semicolons. */
    private static Text list(Collection<?> parts, String last) {
        if (parts.stream().noneMatch(Text::isNameWithComma)) {
            return fold(parts, "list.between", last);
        }
        return fold(parts, "list.semicolon", last.equals("list.between") ? "list.semicolon" : last);
    }

    private static boolean isNameWithComma(Object part) {
        return part instanceof Text text
                ? text.key.isEmpty() && isNameWithComma(text.parts.get(0))
                : part.toString().contains(", ");
    }

    private static Text fold(Collection<?> parts, String between, String last) {
        List<Object> all = new ArrayList<>(parts);
        if (all.isEmpty()) {
            return NONE;
        }
        Text text = text(all.get(0));
        for (int i = 1; i < all.size(); i++) {
            text = of(i == all.size() - 1 ? last : between, text, all.get(i));
        }
        return text;
    }

    private static Text text(Object part) {
        return part instanceof Text text ? text : plain(part.toString());
    }

    /** Whether there is anything to say. */
    public boolean says() {
        return !key.isEmpty() || !parts.get(0).equals("");
    }

    /** This, or nothing where it says nothing. */
    public Optional<Text> optional() {
        return says() ? Optional.of(this) : Optional.empty();
    }

    /** The words of a language. */
    public String in(Language language) {
        if (key.isEmpty()) {
            return parts.get(0).toString();
        }
        if (key.equals(CAPITAL)) {
            String text = ((Text) parts.get(0)).in(language);
            return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
        }
        if (key.equals(CATALOG)) {
            return CatalogTexts.in(language, parts.get(0).toString());
        }
        Object[] filled = parts.stream()
                .map(part -> part instanceof Text text ? text.in(language) : part.toString())
                .toArray();
        String template = language.templates().getString(key).replace("'", "''");
        return language.typeset(new MessageFormat(template, Locale.ROOT).format(filled));
    }

    /** The same with its first letter large, as a sentence begins. */
    public Text capital() {
        return of(CAPITAL, this);
    }

    /** In English, for those who debug. */
    @Override
    public String toString() {
        return in(Language.EN);
    }
}
