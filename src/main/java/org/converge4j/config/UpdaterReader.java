package org.converge4j.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Choice;

/** Reads {@code updaters:}, each point of a grid as an entrant of its own. */
final class UpdaterReader {
    private final Catalog catalog;
    private final Complaints complaints;
    private final Values values;
    private final ChoiceReader choices;

    UpdaterReader(Catalog catalog, Path base, Complaints complaints) {
        this.catalog = catalog;
        this.complaints = complaints;
        this.values = new Values(complaints);
        this.choices = new ChoiceReader(complaints, base);
    }

    /** An updater with the label that tells it from the others. */
    record Entrant(String label, Choice updater) {}

    /** The entrants, in the order of the file. */
    List<Entrant> read(Node node) {
        List<Node> nodes = values.items(node);
        if (nodes.isEmpty()) {
            complaints.found(node, "updaters", "at least one updater");
        }
        List<Entrant> entrants = new ArrayList<>();
        Map<String, Mark> labels = new HashMap<>();
        List<List<Choice>> points = new ArrayList<>();
        List<Optional<String>> given = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            String where = "updaters[" + i + "]";
            LabelledNode entry = labelled(nodes.get(i), where);
            given.add(entry.label());
            points.add(choices.grid(entry.node(), where, catalog.updaters(), "updater"));
        }
        Labels names = new Labels(points.stream().flatMap(List::stream).toList());
        for (int i = 0; i < nodes.size(); i++) {
            Mark mark = nodes.get(i).mark();
            Labels own = new Labels(points.get(i));
            for (Choice choice : points.get(i)) {
                String label = given.get(i).map(l -> l + own.suffix(choice)).orElseGet(() -> names.of(choice));
                Mark earlier = labels.putIfAbsent(label, mark);
                if (earlier != null) {
                    complaints.add(
                            mark,
                            "updaters[" + i + "]",
                            "two trials are labelled " + Text.printable(label) + ", the other at " + earlier
                                    + "; different labels are accepted.");
                }
                entrants.add(new Entrant(label, choice));
            }
        }
        return entrants;
    }

    private record LabelledNode(Optional<String> label, Node node) {}

    /** Splits {@code {adam: {…}, label: …}}. */
    private LabelledNode labelled(Node node, String where) {
        if (!(node instanceof Node.Mapping mapping)) {
            return new LabelledNode(Optional.empty(), node);
        }
        Map<String, Node.Field> rest = new LinkedHashMap<>(mapping.fields());
        Node.Field label = rest.remove("label");
        if (label == null) {
            return new LabelledNode(Optional.empty(), node);
        }
        return new LabelledNode(values.text(label.value(), where + ".label"), new Node.Mapping(mapping.mark(), rest));
    }
}
