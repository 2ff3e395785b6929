package org.converge4j.result.store;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.table.CellSink;
import org.converge4j.table.Hints;
import org.converge4j.table.NumberSpelling;
import org.converge4j.table.TableException;
import org.converge4j.table.TableFile;

/**
 * A table of curves from elsewhere: our own curves.csv, what pandas or R made of it, scalars of TensorBoard, metrics of MLflow in
 * rows of key and value, charts of Weights &amp; Biases with a column {@code run - loss} for each run.
 */
final class ForeignTable {
    /** The columns of {@code curves.csv}. */
    static final List<String> COLUMNS = List.of("problem", "updater", "label", "learning_rate", "seed", "step", "loss");

    private static final String OTHERS = String.join(
            ", ",
            COLUMNS.stream()
                    .filter(ours -> !List.of("step", "loss").contains(ours))
                    .toList());

    /** Whose value a row holds, where rows hold several. */
    private static final String METRIC = "metric";

    /** What others call them, in lower case. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "problem",
            List.of("problem", "dataset", "task"),
            "updater",
            List.of("updater", "optimizer", "optimiser"),
            "label",
            List.of("label", "run_name", "run", "name", "run_id"),
            "learning_rate",
            List.of("learning_rate", "learningrate", "lr"),
            "seed",
            List.of("seed", "random_seed"),
            "step",
            List.of("step", "_step", "global_step", "iteration", "iter"),
            "loss",
            List.of("loss", "train_loss", "train/loss", "training_loss", "value"),
            METRIC,
            List.of("metric", "key", "tag"));

    private final String name;
    private final TableFile file;
    private final Map<String, String> mapping;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Map<Integer, String> runs = new LinkedHashMap<>();

    /**
     * @param mapping what the file calls our columns, where it is not among the names known
     */
    ForeignTable(Path path, Map<String, String> mapping) {
        this.name = path.toString();
        this.mapping = mapping;
        try {
            this.file = TableFile.look(path, name, Hints.none().withHeading());
        } catch (TableException noTable) {
            throw new DamagedRecordException(String.valueOf(noTable.getMessage()));
        }
        NAMES.keySet().forEach(ours -> place(ours).ifPresent(place -> places.put(ours, place)));
        if (!places.containsKey("loss")) {
            charts();
        }
        if (!places.containsKey("step") || (!places.containsKey("loss") && runs.isEmpty())) {
            throw new DamagedRecordException(name + ":1: "
                    + Mismatch.of(
                            "the columns step and loss, and of " + OTHERS + " those that there are",
                            String.join(", ", file.columns()))
                    + "; --map loss=NAME, --map step=NAME and so on say what they are called here.");
        }
    }

    private Optional<Integer> place(String ours) {
        String mapped = mapping.get(ours);
        if (mapped != null) {
            int place = file.columns().indexOf(mapped);
            boolean isOfRows = ours.equals("loss"); // it may name a metric or a chart
            if (place < 0 && !isOfRows) {
                throw new DamagedRecordException(
                        name + ":1: " + Mismatch.unknown("column " + Mismatch.quoted(mapped), mapped, file.columns()));
            }
            if (place >= 0) {
                return Optional.of(place);
            }
        }
        List<String> theirs = file.columns().stream().map(ForeignTable::plain).toList();
        return NAMES.getOrDefault(ours, List.of()).stream()
                .map(theirs::indexOf)
                .filter(place -> place >= 0)
                .findFirst();
    }

    /** Of headings, case and what stands between words do not matter: Learning Rate, learningRate. */
    private static String plain(String heading) {
        return heading.strip()
                .replaceAll("(\\p{Lower})(\\p{Upper})", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s-]+", "_");
    }

    /** Columns called {@code run - loss}. */
    private void charts() {
        for (int i = 0; i < file.columns().size(); i++) {
            String column = file.columns().get(i);
            int dash = column.lastIndexOf(" - ");
            if (dash > 0 && isLoss(column.substring(dash + 3))) {
                runs.put(i, column.substring(0, dash));
            }
        }
    }

    private boolean isLoss(String metric) {
        return mapping.containsKey("loss")
                ? metric.equals(mapping.get("loss"))
                : NAMES.getOrDefault("loss", List.of()).contains(plain(metric));
    }

    /** Hands over each row that holds a loss. */
    void read(Consumer<Row> rows) {
        boolean isPlain = file.dialect().numbers().equals(NumberSpelling.PLAIN);
        String[] cells = new String[file.columns().size()];
        Arrays.fill(cells, "");
        try {
            file.read(new CellSink() {
                private long line;

                @Override
                public void begin(long of) {
                    line = of;
                    Arrays.fill(cells, "");
                }

                @Override
                public void cell(int column, char[] buffer, int from, int to, boolean quoted, int at) {
                    if (column < cells.length) {
                        double number = file.dialect().numbers().parse(buffer, from, to);
                        cells[column] = isPlain || Double.isNaN(number)
                                ? new String(buffer, from, to - from)
                                : Double.toString(number);
                    }
                }

                @Override
                public void end(int count) {
                    if (count != cells.length) {
                        throw new DamagedRecordException(name + ":" + line + ": "
                                + Mismatch.of("as many cells as in the heading", Integer.toString(count)) + ".");
                    }
                    give(line, cells, rows);
                }
            });
        } catch (TableException damaged) {
            throw new DamagedRecordException(String.valueOf(damaged.getMessage()));
        }
    }

    private void give(long line, String[] cells, Consumer<Row> rows) {
        Map<String, String> values = new LinkedHashMap<>();
        places.forEach((ours, place) -> values.put(ours, cells[place]));
        boolean isOther = values.containsKey(METRIC) && !isLoss(values.get(METRIC));
        if (runs.isEmpty() && !isOther) {
            rows.accept(new Row(name, line, values));
        }
        runs.forEach((place, run) -> {
            if (!cells[place].isEmpty()) { // other runs have steps of their own
                Map<String, String> one = new LinkedHashMap<>(values);
                one.put("label", run);
                one.put("loss", cells[place]);
                rows.accept(new Row(name, line, one));
            }
        });
    }

    /**
     * A loss at a step, with all that stands beside it.
     *
     * @param file as messages call it
     * @param line from 1
     * @param cells by our names; those that the file has
     */
    record Row(String file, long line, Map<String, String> cells) {
        /** What a column says, or something else where there is no such column. */
        String get(String column, String otherwise) {
            return cells.getOrDefault(column, otherwise);
        }

        String place() {
            return file + ":" + line;
        }
    }
}
