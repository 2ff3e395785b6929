package org.converge4j.table.foreign;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts of rows that are no tables of separated cells, told by how they begin, with what turns them into one. */
public enum ForeignText {
    HTML("(?is)(<!doctype\\s+html|<(html|head|body|table)\\b).*", "HTML", "pandas.read_html('%s')[0]"),
    XML("(?s)<[?!\\p{L}].*", "XML", "pandas.read_xml('%s')"),
    JSON_LINES("(?s)\\{\\s*\"[^\"]*\"\\s*:[^\\n]*\\}\\s*\\n\\s*\\{.*", "JSON", "pandas.read_json('%s', lines=True)"),
    JSON("(?s)(\\[\\s*[{\\[]|\\{\\s*\").*", "JSON", "pandas.read_json('%s')"),
    SQL(
            "(?is)(--|/\\*|#|[a-z]+\\b).*",
            "SQL",
            "load it into its database and export the table from there, as with sqlite3 -header -csv, mysql --batch, or"
                    + " COPY … TO … WITH (FORMAT csv, HEADER)"),
    SVMLIGHT(
            "(?s)[-+]?\\d[\\d.eE+-]*( \\d+:[-+]?\\d[\\d.eE+-]*){3,} *\\n.*",
            "LIBSVM",
            "pandas.DataFrame((lambda d: numpy.c_[d[0].toarray(), d[1]])(__import__('sklearn.datasets').datasets.load_svmlight_file('%s')))"),
    DRAWN(
            "(?s)([┌╭│╔].*|\\+[-=+]{3,}\\+\\s*\\n.*|[^\\n|]*\\|[^\\n]*\\n-[-+]+\\r?\\n.*)",
            "a table drawn with lines",
            "let the program that drew it write CSV"),
    MARKDOWN(
            "(?s)\\|[^\\n]*\\|\\s*\\n\\|[-: |]+\\|.*",
            "a table of Markdown",
            "let the program that wrote it write CSV");

    private static final Pattern STATEMENT = Pattern.compile(
            "(?im)^\\s*(create\\s+(temporary\\s+)?table|insert\\s+into|drop\\s+table|copy\\s+\\S+\\s.*from\\s+stdin)\\b");

    private static final Pattern SPARSE = Pattern.compile("(?im)^@data[ \\t]*\\R\\{");

    /** In characters; expressions need no more to tell. */
    private static final int LOOK = 2000;

    private final Pattern start;
    private final String words;
    private final String way;

    ForeignText(String start, String words, String way) {
        this.start = Pattern.compile(start);
        this.words = words;
        this.way = way;
    }

    /** What a text is, said with what makes a table of it; nothing where it may be a table. */
    public static Optional<String> spoken(String text, String name) {
        String start = text.substring(0, Math.min(text.length(), LOOK)).stripLeading();
        if (SPARSE.matcher(text).find()) {
            return Optional.of("ARFF of sparse rows; Weka's filter SparseToNonSparse makes whole ones of them");
        }
        return Arrays.stream(values())
                .filter(kind -> kind.start.matcher(start).matches()
                        && (kind != SQL || STATEMENT.matcher(start).find()))
                .findFirst()
                .map(kind -> ForeignFormat.spoken(kind.words, kind.way, name));
    }
}
