package org.converge4j.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.converge4j.analysis.Comparison;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.message.Printable;
import org.converge4j.report.content.PageData;
import org.converge4j.report.plot.ReportFiles;
import org.converge4j.wording.Language;

/**
 * The interactive page: one file that holds style, scripts, chart library and data, and asks for nothing else. Its content
 * security policy names the two scripts by their hashes, so that nothing a name contains can ever run.
 */
public final class Page {
    static final List<String> SCRIPTS = List.of(
            "elements.js",
            "language.js",
            "state.js",
            "format.js",
            "drawing.js",
            "chart.js",
            "crosshair.js",
            "terms.js",
            "answer.js",
            "convergence.js",
            "sensitivity.js",
            "pairs.js",
            "tables.js",
            "tuning.js",
            "strides.js",
            "math.js",
            "parts.js",
            "updaters.js",
            "downloads.js",
            "kernel.js",
            "live.js",
            "landscape.js",
            "winner.js",
            "page.js");

    private Page() {}

    /** The page, opening in English. */
    public static String of(Comparison comparison, Catalog catalog) {
        return of(comparison, catalog, Language.EN);
    }

    /**
     * The page.
     *
     * @param language that it opens in; it holds all
     */
    public static String of(Comparison comparison, Catalog catalog, Language language) {
        PageData data = new PageBuilder(comparison, catalog).data();
        Map<String, String> own = Map.of(
                "title", escape(comparison.experiment().title()),
                "answer", escape(data.answer().claim().in(language)),
                "image", escape(ReportFiles.convergence(comparison.problems().get(0))),
                "language", language.code(),
                "data", PageJson.of(data));
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < Frame.PIECES.length; i++) {
            String piece = Frame.PIECES[i];
            page.append(i % 2 == 0 ? piece : own.getOrDefault(piece, Frame.COMMON.getOrDefault(piece, "")));
        }
        return page.toString();
    }

    /** Reads what all pages have in common, and learns how their data is written, before there is one to write. */
    public static void prepare() {
        Objects.requireNonNull(Frame.COMMON);
        PageJson.prepare();
    }

    private static String policy(String... scripts) {
        StringBuilder sources = new StringBuilder();
        for (String script : scripts) {
            sources.append(" 'sha256-").append(hash(script)).append('\'');
        }
        return "default-src 'none'; script-src" + sources
                + "; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'";
    }

    private static String escape(String text) {
        return Printable.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A file that the jar has beside this class. */
    public static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String hash(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }

    /** What all pages have in common. */
    private static final class Frame {
        /** Texts, and between them names of what stands there. */
        static final String[] PIECES = resource("page.html").split("\\{\\{|}}", -1);

        static final Map<String, String> COMMON = common();

        private static Map<String, String> common() {
            String library = resource("d3.min.js").replace("</script", "<\\/script");
            String script = SCRIPTS.stream()
                    .map(Page::resource)
                    .collect(Collectors.joining("\n", "(() => {\n\"use strict\";\n", "\n})();\n"));
            return Map.of(
                    "policy", policy(library, script),
                    "style", resource("page.css"),
                    "words", resource("page.zh.json").replace("<", "\\u003c"),
                    "library", library,
                    "script", script);
        }

        private Frame() {}
    }
}
