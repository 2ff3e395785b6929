package org.converge4j.table.foreign;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Files of rows that are no text tables, told by their first bytes, with what turns them into one. */
public enum ForeignFormat {
    PARQUET("PAR1", "a Parquet file", "pandas.read_parquet('%s')"),
    ARROW("ARROW1", "an Arrow file", "pandas.read_feather('%s')"),
    FEATHER("FEA1", "a Feather file", "pandas.read_feather('%s')"),
    NUMPY("\u0093NUMPY", "a NumPy array", "pandas.DataFrame(numpy.load('%s'))"),
    HDF5("\u0089HDF", "an HDF5 file", "pandas.read_hdf('%s')"),
    ORC("ORC", "an ORC file", "pandas.read_orc('%s')"),
    AVRO("Obj\u0001", "an Avro file", "unpack or export it as CSV"),
    STATA("<stata_dta>", "a Stata file", "pandas.read_stata('%s')"),
    SPSS("$FL2", "an SPSS file", "pandas.read_spss('%s')"),
    SAS("\0\0\0\0\0\0\0\0\0\0\0\0\u00c2\u00ea\u0081`", "a SAS file", "pandas.read_sas('%s', format='sas7bdat')"),
    SAS_TRANSPORT("HEADER RECORD*******", "a SAS file", "pandas.read_sas('%s', format='xport')"),
    MATLAB("MATLAB 5.0 MAT-file", "a MATLAB file", "writematrix(x, 'x.csv') in MATLAB writes a variable of it as CSV"),
    PICKLE_2("\u0080\u0002", "a Python pickle", "pandas.read_pickle('%s')"),
    PICKLE_3("\u0080\u0003", "a Python pickle", "pandas.read_pickle('%s')"),
    PICKLE("\u0080\u0004", "a Python pickle", "pandas.read_pickle('%s')"),
    PICKLE_5("\u0080\u0005", "a Python pickle", "pandas.read_pickle('%s')"),
    R_OBJECT(
            "X\n\0",
            "an R object",
            "Rscript -e \"write.csv(readRDS('%s'), '%s', row.names = FALSE)\" makes a table of it"),
    R_OBJECT_AS_TEXT(
            "A\n3\n26",
            "an R object",
            "Rscript -e \"write.csv(readRDS('%s'), '%s', row.names = FALSE)\" makes a table of it"),
    R_DATA("RDX", "R data", "load it in R, and write.csv writes a table of it"),
    SQLITE(
            "SQLite format 3",
            "an SQLite database",
            "sqlite3 -header -csv '%s' 'select * from …' prints a table of it as CSV"),
    WORKBOOK("\u00d0\u00cf\u0011\u00e0", "an Excel workbook", "pandas.read_excel('%s')"),
    ZIP("PK\u0003\u0004", "a zip archive", "unpack it"),
    BZIP2("BZh91AY", "a file compressed by bzip2", "unpack it: bzip2 -d"),
    XZ("\u00fd7zXZ", "a file compressed by xz", "unpack it: xz -d"),
    ZSTANDARD("(\u00b5/\u00fd", "a file compressed by zstd", "unpack it: zstd -d"),
    LZ4("\u0004\"M\u0018", "a file compressed by lz4", "unpack it: lz4 -d"),
    SEVEN_ZIP("7z\u00bc\u00af", "a 7z archive", "unpack it"),
    RAR("Rar!", "a RAR archive", "unpack it"),
    PDF("%PDF", "a PDF", "export its table as CSV"),
    RICH_TEXT("{\\rtf", "rich text", "save it as plain text");

    /** In characters: no heading begins so by chance. */
    private static final int LONG = 7;

    private final String start;
    private final String words;
    private final String way;

    ForeignFormat(String start, String words, String way) {
        this.start = start;
        this.words = words;
        this.way = way;
    }

    /** What a file of these first bytes is, said with what makes a table of it; nothing where it may be a text table. */
    public static Optional<String> spoken(byte[] bytes, String name) {
        if (starts(bytes, ZIP.start)) {
            return Optional.of(zip(new String(bytes, StandardCharsets.ISO_8859_1), name));
        }
        return Arrays.stream(values())
                .filter(format -> format.begins(bytes))
                .findFirst()
                .map(format -> spoken(format.words, format.way, name))
                .or(() -> bytes.length > 262 && new String(bytes, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar")
                        ? Optional.of("a tar archive; unpack it: tar -xf")
                        : Optional.empty());
    }

    /** A heading, too, may begin with PAR1; it is no binary file then. */
    private boolean begins(byte[] bytes) {
        return starts(bytes, start) && (!Character.isLetter(start.charAt(0)) || isSure() || holdsZero(bytes));
    }

    private boolean isSure() {
        return start.length() >= LONG || start.chars().anyMatch(c -> c < ' ');
    }

    private static boolean starts(byte[] bytes, String start) {
        byte[] wanted = start.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length > wanted.length && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
    }

    /** Workbooks and NumPy's archives are zips; their first entries tell. */
    private static String zip(String start, String name) {
        if (start.contains("[Content_Types].xml")
                || start.contains("xl/")
                || name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            return spoken(WORKBOOK.words, WORKBOOK.way, name);
        }
        if (start.contains("vnd.oasis.opendocument.spreadsheet")) {
            return spoken("an OpenDocument spreadsheet", "pandas.read_excel('%s', engine='odf')", name);
        }
        return start.contains(".npy")
                ? spoken("NumPy arrays", "pandas.DataFrame(next(iter(numpy.load('%s').values())))", name)
                : ZIP.words + "; " + ZIP.way;
    }

    /** No text holds the character 0. */
    public static boolean holdsZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * A kind, and how to make a table of it.
     *
     * @param way what to do; or a value of pandas that is the table
     */
    static String spoken(String words, String way, String name) {
        String table = name.replaceFirst("(\\.[^./]*)?$", name.endsWith(".csv") ? "-table.csv" : ".csv");
        if (!way.startsWith("pandas.")) {
            return words + "; " + way.formatted(name, table);
        }
        return words + "; python3 -c \"import " + (way.contains("numpy.") ? "numpy, " : "") + "pandas; "
                + way.formatted(name) + ".to_csv('" + table + "', index=False)\" makes " + table + " of it";
    }
}
