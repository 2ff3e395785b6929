package org.converge4j.table;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of a table before it is looked at; the rest is found.
 *
 * @param separator between cells
 * @param quote around cells
 * @param decimal before fractions
 * @param thousands between groups of digits
 * @param encoding of the bytes
 * @param heading whether the first row names the columns
 * @param comment what lines that are no rows begin with
 * @param missing cells that hold nothing, in lower case
 * @param names that somebody expects among the columns
 */
public record Hints(
        Optional<Character> separator,
        Optional<Character> quote,
        Optional<Character> decimal,
        Optional<Character> thousands,
        Optional<Charset> encoding,
        Optional<Boolean> heading,
        Optional<Character> comment,
        Set<String> missing,
        Set<String> names) {
    /**
     * The words that people, pandas, R, Excel, Weka, MySQL and PostgreSQL write where a value is missing; all that pandas reads so, in
     * capitals or not.
     */
    public static final List<String> MISSING = List.of(
            "",
            "NA",
            "N/A",
            "NaN",
            "null",
            "none",
            "?",
            "-",
            ".",
            "\\N",
            "<NA>",
            "NaT",
            "#N/A",
            "#NA",
            "#N/A N/A",
            "-NaN",
            "1.#IND",
            "-1.#IND",
            "1.#QNAN",
            "-1.#QNAN");

    public Hints {
        missing = Set.copyOf(missing);
        names = Set.copyOf(names);
    }

    /** Nothing is known. */
    public static Hints none() {
        return new Hints(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                MISSING.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()),
                Set.of());
    }

    /** What is known of a table beside one that was looked at. */
    public Hints like(Dialect found) {
        char thousandsMark = found.numbers().thousands();
        return new Hints(
                Optional.of(found.separator()),
                Optional.of(found.quote()),
                Optional.of(found.numbers().decimal()),
                thousandsMark == Dialect.NONE ? thousands : Optional.of(thousandsMark),
                encoding,
                Optional.of(found.heading()),
                found.comment() == Dialect.NONE ? comment : Optional.of(found.comment()),
                missing,
                names);
    }

    /** The same, and that the first row names the columns. */
    public Hints withHeading() {
        return new Hints(separator, quote, decimal, thousands, encoding, Optional.of(true), comment, missing, names);
    }
}
