package org.converge4j.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.message.Checks;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.config.yaml.Complaints;
import org.converge4j.config.yaml.Mark;
import org.converge4j.config.yaml.Node;
import org.converge4j.config.yaml.Section;
import org.converge4j.config.yaml.Values;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.CommonSettings;
import org.converge4j.experiment.Decay;

/** Reads {@code updaters:}, each point of a grid as an entrant of its own. */
final class UpdaterReader {
    private final Catalog catalog;
    private final Complaints complaints;
    private final Values values;
    private final ChoiceReader choices;
    private final CommonReader commons;

    UpdaterReader(Catalog catalog, Path base, Complaints complaints) {
        this.catalog = catalog;
        this.complaints = complaints;
        this.values = new Values(complaints);
        this.choices = new ChoiceReader(complaints, base);
        this.commons = new CommonReader(catalog, base, complaints);
    }

    /**
     * An updater as it enters the comparison.
     *
     * @param label tells it from the others
     * @param common what happens around it
     */
    record Entrant(String label, Choice updater, CommonSettings common) {}

    /**
     * The entrants, in the order of the file.
     *
     * @param common what happens around every updater that does not say otherwise
     */
    List<Entrant> read(Node node, CommonSettings common) {
        List<Node> nodes = values.items(node);
        if (nodes.isEmpty()) {
            complaints.found(node, "updaters", "at least one updater");
        }
        List<Entrant> entrants = new ArrayList<>();
        Map<String, Mark> labels = new HashMap<>();
        List<List<Choice>> points = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            String where = "updaters[" + i + "]";
            Entry entry = entry(nodes.get(i), where, common);
            entries.add(entry);
            points.add(choices.grid(entry.updater(), where, catalog.updaters(), "updater"));
        }
        Labels names = new Labels(points.stream().flatMap(List::stream).toList());
        for (int i = 0; i < nodes.size(); i++) {
            Mark mark = nodes.get(i).mark();
            Labels own = new Labels(points.get(i));
            for (Choice choice : points.get(i)) {
                CommonSettings around = entries.get(i).common();
                refuseTwoDecays(choice, around, mark, "updaters[" + i + "]");
                String label = entries.get(i)
                        .label()
                        .map(l -> l + own.suffix(choice))
                        .orElseGet(() -> names.of(choice) + suffix(around));
                Mark earlier = labels.putIfAbsent(label, mark);
                if (earlier != null) {
                    complaints.add(
                            mark,
                            "updaters[" + i + "]",
                            "expected different labels, found " + Mismatch.quoted(label)
                                    + (earlier.equals(mark) ? " twice." : " here and at " + earlier + "."));
                }
                if (label.length() > Checks.LONGEST_NAME) {
                    complaints.add(
                            mark,
                            "updaters[" + i + "]",
                            Mismatch.of("a label", "settings that make one of " + label.length() + " characters")
                                    + ".");
                }
                entrants.add(new Entrant(label, choice, around));
            }
        }
        return entrants;
    }

    /** ", cautious" and the like, so that a trial without what is around it has another label. */
    private static String suffix(CommonSettings common) {
        return common.around().stream().map(part -> ", " + part.variant()).collect(Collectors.joining());
    }

    /** Decay is the updater's own or the experiment's, never both. */
    private void refuseTwoDecays(Choice choice, CommonSettings common, Mark mark, String where) {
        boolean own = choice.settings().get("weightDecay") instanceof Double rate && rate > 0;
        if (own && common.decay().kind() != Decay.Kind.NONE) {
            complaints.add(
                    mark,
                    where,
                    "expected one decay (weightDecay: 0, or decay: none), found weightDecay "
                            + choice.settings().get("weightDecay") + " in " + choice.variant()
                            + " and a decay around it.");
        }
    }

    /** {@code {adam: {…}, label: …, clip: …}}, taken apart. */
    private record Entry(Optional<String> label, Node updater, CommonSettings common) {}

    private Entry entry(Node node, String where, CommonSettings common) {
        if (!(node instanceof Node.Mapping mapping)) {
            return new Entry(Optional.empty(), node, common);
        }
        Map<String, Node.Field> rest = new LinkedHashMap<>(mapping.fields());
        Map<String, Node.Field> around = new LinkedHashMap<>(mapping.fields());
        rest.keySet().remove("label");
        rest.keySet().removeAll(CommonReader.KEYS);
        around.keySet().removeAll(rest.keySet());
        Section section = new Section(new Node.Mapping(mapping.mark(), around), where, complaints);
        return new Entry(
                section.take("label").flatMap(n -> values.line(n, where + ".label")),
                new Node.Mapping(mapping.mark(), rest),
                commons.read(section, common));
    }
}
