package org.converge4j.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.config.yaml.Complaints;
import org.converge4j.config.yaml.Node;
import org.converge4j.config.yaml.Section;
import org.converge4j.config.yaml.Values;
import org.converge4j.experiment.Choice;

/** Reads {@code tuning:}, on which seeds settings are chosen, and which of them besides the learning rate. */
final class TuningReader {
    /** To choose learning rates on the seeds that are reported. */
    static final Tuning NONE = new Tuning(List.of(), List.of());

    private final Complaints complaints;
    private final Values values;

    TuningReader(Complaints complaints) {
        this.complaints = complaints;
        this.values = new Values(complaints);
    }

    /**
     * How settings are chosen.
     *
     * @param seeds on which; none for those that are reported
     * @param settings which besides the learning rate; each value of any other is compared as an updater of its own
     */
    record Tuning(List<Long> seeds, List<String> settings) {}

    /** At least one of seeds and settings. */
    Tuning read(Node node, List<Long> reporting, List<Choice> updaters) {
        Optional<Node.Mapping> mapping = values.mapping(node, "tuning", "{ seeds: n }");
        if (mapping.isEmpty()) {
            return NONE;
        }
        Section section = new Section(mapping.get(), "tuning", complaints);
        Optional<Node> settings = section.take("settings");
        Optional<Node> seeds =
                settings.isPresent() ? section.take("seeds") : section.require("seeds", "a count or a list of seeds");
        Tuning tuning = new Tuning(
                seeds.map(n -> new SeedReader(complaints).tuning(n, reporting)).orElse(List.of()),
                settings.map(n -> settings(n, updaters)).orElse(List.of()));
        section.close();
        return tuning;
    }

    private List<String> settings(Node node, List<Choice> updaters) {
        List<String> known = updaters.stream()
                .flatMap(updater -> updater.settings().keySet().stream())
                .filter(name -> !name.equals(Choice.LEARNING_RATE))
                .distinct()
                .toList();
        List<String> named = new ArrayList<>();
        for (Node item : values.items(node)) {
            values.text(item, "tuning.settings").ifPresent(name -> {
                if (known.contains(name)) {
                    named.add(name);
                } else if (!updaters.isEmpty()) { // or their own complaint is enough
                    complaints.add(
                            item.mark(),
                            "tuning.settings",
                            Mismatch.unknown("setting " + Mismatch.quoted(name) + " of these updaters", name, known));
                }
            });
        }
        return named.stream().distinct().toList();
    }
}
