package org.converge4j.wording;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** A language that reports are written in; its templates are {@code texts_<code>.properties} beside this class. */
public enum Language {
    /** English, the usual one. */
    EN,
    /** Simplified Chinese. */
    ZH;

    private static final Pattern BESIDE_LATIN = Pattern.compile(
            "(?<=\\p{IsHan})(?=[\\p{IsLatin}\\p{IsGreek}\\d])|(?<=[\\p{IsLatin}\\p{IsGreek}\\d%⁰¹²³⁴-⁹])(?=\\p{IsHan})| {2,}");

    private static final Pattern BESIDE_STOP = Pattern.compile(" +(?=[，。；：、（）])|(?<=[，。；：、（）]) +");

    /** As HTML and files call it: {@code en}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what all languages say, which the first text would otherwise wait for. */
    public static void read() {
        for (Language language : values()) {
            language.templates();
            CatalogTexts.in(language, "");
        }
    }

    /** The language's own templates, by their keys. */
    ResourceBundle templates() {
        return ResourceBundle.getBundle(
                Language.class.getPackageName() + ".texts",
                Locale.forLanguageTag(code()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** A sentence with the spaces that its parts have left too many or too few: Chinese has one beside Latin letters, and none beside its stops. */
    String typeset(String sentence) {
        if (this != ZH) {
            return sentence;
        }
        String apart = BESIDE_LATIN.matcher(sentence).replaceAll(" ");
        return BESIDE_STOP.matcher(apart).replaceAll("");
    }
}
