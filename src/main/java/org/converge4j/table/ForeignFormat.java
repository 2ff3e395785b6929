package org.converge4j.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Files of rows that are no text tables, told by their first bytes, with what turns them into one. */
enum ForeignFormat {
    PARQUET("PAR1", "a Parquet file", "pandas.read_parquet('%s')"),
    ARROW("ARROW1", "an Arrow file", "pandas.read_feather('%s')"),
    FEATHER("FEA1", "a Feather file", "pandas.read_feather('%s')"),
    NUMPY("\u0093NUMPY", "a NumPy array", "pandas.DataFrame(numpy.load('%s'))"),
    HDF5("\u0089HDF", "an HDF5 file", "pandas.read_hdf('%s')"),
    ORC("ORC", "an ORC file", "pandas.read_orc('%s')"),
    STATA("<stata_dta>", "a Stata file", "pandas.read_stata('%s')"),
    SPSS("$FL2", "an SPSS file", "pandas.read_spss('%s')"),
    PICKLE("\u0080\u0004", "a Python pickle", "pandas.read_pickle('%s')"),
    PICKLE_5("\u0080\u0005", "a Python pickle", "pandas.read_pickle('%s')"),
    R_DATA("RDX", "R data", ""),
    SQLITE("SQLite format 3", "an SQLite database", ""),
    WORKBOOK("\u00d0\u00cf\u0011\u00e0", "an Excel workbook", "pandas.read_excel('%s')"),
    ZIP("PK\u0003\u0004", "a zip archive", ""),
    BZIP2("BZh91AY", "a file compressed by bzip2", ""),
    XZ("\u00fd7zXZ", "a file compressed by xz", ""),
    ZSTANDARD("(\u00b5/\u00fd", "a file compressed by zstd", ""),
    PDF("%PDF", "a PDF", ""),
    HTML("<!", "HTML", "pandas.read_html('%s')[0]"),
    HTML_5("<h", "HTML", "pandas.read_html('%s')[0]"),
    XML("<?", "XML", "pandas.read_xml('%s')"),
    JSON("[{", "JSON", "pandas.read_json('%s')"),
    JSON_LINES("{\"", "JSON", "pandas.read_json('%s', lines=True)");

    private final String start;
    private final String words;
    private final String pandas;

    ForeignFormat(String start, String words, String pandas) {
        this.start = start;
        this.words = words;
        this.pandas = pandas;
    }

    /** What a file of these first bytes is, if it is no text. */
    static Optional<ForeignFormat> of(byte[] bytes, String name) {
        return Arrays.stream(values())
                .filter(format -> format.begins(bytes))
                .findFirst()
                .map(format -> format == ZIP && name.toLowerCase(Locale.ROOT).endsWith(".xlsx") ? WORKBOOK : format);
    }

    /** A heading, too, may begin with PAR1; it is no binary file then. */
    private boolean begins(byte[] bytes) {
        byte[] wanted = start.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length > wanted.length
                && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length)
                && (start.charAt(0) > 'z' || !Character.isLetter(start.charAt(0)) || this == BZIP2 || holdsZero(bytes));
    }

    /** No text holds the character 0. */
    static boolean holdsZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /** Its kind, and how to make a table of it. */
    String spoken(String name) {
        String table = name.replaceFirst("(\\.[^./]*)?$", ".csv");
        String how = pandas.isEmpty()
                ? "unpack or export it as CSV"
                : "python3 -c \"import " + (this == NUMPY ? "numpy, " : "") + "pandas; " + pandas.formatted(name)
                        + ".to_csv('" + table + "', index=False)\" makes " + table + " of it";
        return words + "; " + how;
    }
}
