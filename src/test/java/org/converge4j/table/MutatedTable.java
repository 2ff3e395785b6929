package org.converge4j.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * A table written in a way that its seed decides, with what it says.
 *
 * @param bytes of the file
 * @param encoding where it must be declared
 * @param heading what its columns are called; nothing where no line says so
 * @param rows what its cells say: numbers as Java writes them, texts, nothing for what is missing
 */
record MutatedTable(byte[] bytes, Optional<Charset> encoding, List<String> heading, List<List<String>> rows) {
    private static final List<String> SEPARATORS = List.of(",", ";", "\t", "|", " ");
    private static final List<String> MISSING = List.of("", "NA", "N/A", "NaN", "null", "none", "?", "-", ".");
    private static final List<String> ENDS = List.of("\n", "\r\n", "\n", "\r\n", "\r");
    private static final List<String> NAMES =
            List.of("size", "price", "age", "Größe", "number of rooms", "x_1", "height", "y", "zone", "kind");
    private static final List<String> WORDS = List.of(
            "red",
            "green",
            "blue",
            "New York",
            "Zürich",
            "Saint Malo",
            "a",
            "b",
            "male",
            "female",
            "very good",
            "O'Neill");

    /** Of the seed. */
    static MutatedTable of(long seed) {
        return new Writer(new Random(seed)).table();
    }

    boolean isCompressed() {
        return bytes.length > 1 && bytes[0] == 0x1F;
    }

    /** What the file says, as plain as can be, for others to compare with. */
    String truth() {
        String names = heading.stream().map(MutatedTable::quoted).collect(Collectors.joining(","));
        return names + "\n"
                + rows.stream()
                        .map(row -> row.stream().map(MutatedTable::quoted).collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String quoted(String cell) {
        return cell.isEmpty() ? "" : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    /** Draws how to write, then what. */
    private static final class Writer {
        private final Random random;
        private final String separator;
        private final char quote;
        private final boolean quotesAll;
        private final char decimal;
        private final String thousands;
        private final String missing;
        private final String end;
        private final boolean hasHeading;
        private final boolean hasIndex;
        private final String comment;
        private final int encoding;

        Writer(Random random) {
            this.random = random;
            this.separator = pick(SEPARATORS);
            this.quote = random.nextInt(4) == 0 ? '\'' : '"';
            this.quotesAll = random.nextInt(4) == 0;
            this.decimal = !separator.equals(",") && random.nextInt(3) == 0 ? ',' : '.';
            this.thousands = separator.equals(",") || random.nextInt(4) > 0 ? "" : decimal == ',' ? "." : ",";
            String word = pick(MISSING);
            this.missing = separator.equals(" ") && word.isEmpty() ? "NA" : word;
            this.end = pick(ENDS);
            this.hasHeading = random.nextInt(3) > 0;
            this.hasIndex = hasHeading && random.nextInt(6) == 0 && !separator.equals(" ");
            this.comment = random.nextInt(8) == 0 ? "# made by hand" : "";
            this.encoding = random.nextInt(8);
        }

        MutatedTable table() {
            int columns = 2 + random.nextInt(6);
            int count = 6 + random.nextInt(40);
            List<Integer> kinds = new ArrayList<>(List.of(random.nextInt(3)));
            for (int i = 1; i < columns; i++) {
                kinds.add(random.nextInt(4));
            }
            List<String> names = new ArrayList<>(NAMES.subList(0, columns));
            List<List<String>> rows = new ArrayList<>();
            StringBuilder text = new StringBuilder(comment.isEmpty() ? "" : comment + end);
            if (hasHeading) {
                text.append(line(hasIndex ? prepended("", names) : names));
            }
            for (int row = 0; row < count; row++) {
                List<String> truth = new ArrayList<>();
                List<String> written = new ArrayList<>();
                kinds.forEach(kind -> cell(kind, truth, written));
                text.append(line(hasIndex ? prepended(Integer.toString(row), written) : written));
                rows.add(List.copyOf(truth));
            }
            return encoded(text.toString(), hasHeading ? List.copyOf(names) : List.of(), rows);
        }

        private void cell(int kind, List<String> truth, List<String> written) {
            if (random.nextInt(15) == 0) {
                truth.add("");
                written.add(missing);
                return;
            }
            if (kind == 3) {
                String word = pick(WORDS);
                truth.add(word);
                written.add(word);
                return;
            }
            String plain = switch (kind) {
                case 0 -> Integer.toString(random.nextInt(100) - 20);
                case 1 -> String.format(Locale.ROOT, "%.2f", 20 * random.nextGaussian());
                default -> String.format(Locale.ROOT, "%.1f", 50_000 * random.nextDouble());
            };
            truth.add(Double.toString(Double.parseDouble(plain)));
            written.add(spelled(plain));
        }

        /** 1234.5 as 1.234,5, say. */
        private String spelled(String plain) {
            int point = plain.indexOf('.');
            String whole = point < 0 ? plain : plain.substring(0, point);
            String fraction = point < 0 ? "" : decimal + plain.substring(point + 1);
            return (thousands.isEmpty() ? whole : whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", thousands)) + fraction;
        }

        private String line(List<String> cells) {
            return cells.stream().map(this::written).collect(Collectors.joining(separator)) + end;
        }

        private String written(String cell) {
            boolean must = cell.contains(separator)
                    || cell.indexOf(quote) >= 0
                    || (cell.contains(" ") && separator.equals(" "));
            String doubled = cell.replace(String.valueOf(quote), String.valueOf(quote) + quote);
            return must || (quotesAll && !cell.isEmpty()) ? quote + doubled + quote : cell;
        }

        private MutatedTable encoded(String text, List<String> heading, List<List<String>> rows) {
            Optional<Charset> declared = encoding == 0
                    ? Optional.of(StandardCharsets.ISO_8859_1)
                    : encoding == 1 ? Optional.of(Charset.forName("windows-1252")) : Optional.empty();
            byte[] bytes = declared.map(text::getBytes).orElseGet(() -> switch (encoding) {
                case 2 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
                case 3 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
                default -> text.getBytes(StandardCharsets.UTF_8);
            });
            return new MutatedTable(encoding == 4 ? compressed(bytes) : bytes, declared, heading, rows);
        }

        private static byte[] compressed(byte[] bytes) {
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
                out.write(bytes);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return compressed.toByteArray();
        }

        private static List<String> prepended(String first, List<String> others) {
            List<String> all = new ArrayList<>(List.of(first));
            all.addAll(others);
            return all;
        }

        private String pick(List<String> from) {
            return from.get(random.nextInt(from.size()));
        }
    }
}
