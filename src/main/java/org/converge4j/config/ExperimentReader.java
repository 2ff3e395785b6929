package org.converge4j.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.Nearest;
import org.converge4j.experiment.Budget;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Precision;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.Recording;
import org.converge4j.experiment.Target;
import org.converge4j.experiment.Training;
import org.converge4j.experiment.Trial;

/** Reads the keys of an experiment file, one method each. */
final class ExperimentReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
    private static final String NAMES = "a name of at most 80 letters, digits, dots, dashes and underscores";
    private static final long MOST_RUNS = 1_000_000;
    private static final List<Double> TARGETS = List.of(0.1, 0.01, 0.001);

    private final Catalog catalog;
    private final Complaints complaints;
    private final Values values;
    private final ChoiceReader choices;

    ExperimentReader(Catalog catalog, Path base, Complaints complaints) {
        this.catalog = catalog;
        this.complaints = complaints;
        this.values = new Values(complaints);
        this.choices = new ChoiceReader(complaints, base);
    }

    /** The experiment; only to be used if there are no complaints. */
    Experiment read(Node.Mapping root) {
        Section section = new Section(root, "", complaints);
        String name =
                section.require("name", NAMES).flatMap(n -> name(n, "name")).orElse("");
        String question = section.take("question")
                .flatMap(n -> values.text(n, "question"))
                .orElse("");
        List<Problem> problems = problems(section, root.mark());
        List<Entrant> entrants = section.require("updaters", "a list of updaters")
                .map(this::updaters)
                .orElse(List.of());
        List<Long> seeds = section.take("seeds").map(this::seeds).orElseGet(() -> firstSeeds(10));
        Training training = new Training(
                section.take("budget").flatMap(this::budget).orElse(new Budget(Budget.Unit.STEPS, 1000)),
                section.take("batch").map(this::batch).orElse(0),
                section.take("precision").flatMap(this::precision).orElse(Precision.DOUBLE),
                section.take("record").map(this::recording).orElse(Recording.EVERY_STEP));
        List<Target> targets = section.take("targets")
                .map(this::targets)
                .orElse(TARGETS.stream()
                        .map(f -> new Target(Target.Kind.FRACTION, f))
                        .toList());
        section.close();
        long runs = (long) problems.size() * entrants.size() * seeds.size();
        if (runs > MOST_RUNS) {
            complaints.add(root.mark(), "", "found " + runs + " runs; at most " + MOST_RUNS + " are accepted.");
            return new Experiment(name, question, List.of(), List.of(), List.of());
        }
        List<Trial> trials = problems.stream()
                .flatMap(problem -> entrants.stream().map(e -> new Trial(e.label(), problem, e.updater(), training)))
                .toList();
        return new Experiment(name, question, trials, seeds, targets);
    }

    private List<Problem> problems(Section section, Mark root) {
        Optional<Node> one = section.take("problem");
        Optional<Node> many = section.take("problems");
        if (one.isPresent() == many.isPresent()) {
            complaints.add(
                    root,
                    "problems",
                    (one.isPresent() ? "found problem and problems" : "missing")
                            + "; one of problem and problems is accepted.");
        }
        String where = one.isPresent() ? "problem" : "problems";
        List<Node> nodes = one.or(() -> many).map(values::items).orElse(List.of());
        List<Problem> problems = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < nodes.size(); i++) {
            String path = one.isPresent() ? where : where + "[" + i + "]";
            Node node = nodes.get(i);
            values.mapping(node, path, "a problem with data and network")
                    .flatMap(mapping -> problem(mapping, path))
                    .ifPresent(problem -> {
                        if (!names.add(problem.name())) {
                            complaints.add(
                                    node.mark(),
                                    path,
                                    "two problems are called " + problem.name() + "; different names are accepted.");
                        }
                        problems.add(problem);
                    });
        }
        if (nodes.isEmpty()) {
            many.ifPresent(n -> complaints.found(n, where, "at least one problem"));
        }
        return problems;
    }

    private Optional<Problem> problem(Node.Mapping mapping, String where) {
        Section section = new Section(mapping, where, complaints);
        Optional<Choice> data = section.require("data", "a data source such as randn")
                .flatMap(n -> choices.one(n, section.path("data"), catalog.data(), "data source"));
        Optional<Choice> network = section.take("network")
                .map(n -> choices.one(n, section.path("network"), catalog.networks(), "network"))
                .orElse(Optional.of(new Choice("linear", Map.of())));
        Optional<String> name = section.take("name").flatMap(n -> name(n, section.path("name")));
        List<Double> start =
                section.take("start").map(n -> start(n, section.path("start"))).orElse(List.of());
        section.close();
        return data.flatMap(d -> network.map(n -> new Problem(name.orElse(d.variant()), d, n, start)));
    }

    private List<Double> start(Node node, String where) {
        return values.mapping(node, where, "values: [w1, …, wn, b]")
                .map(mapping -> {
                    Section section = new Section(mapping, where, complaints);
                    List<Double> start = section.require("values", "a list of numbers")
                            .map(n -> values.numbers(n, section.path("values")))
                            .orElse(List.of());
                    section.close();
                    return start;
                })
                .orElse(List.of());
    }

    private record Entrant(String label, Choice updater) {}

    private List<Entrant> updaters(Node node) {
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

    private List<Long> seeds(Node node) {
        if (!(node instanceof Node.Sequence list)) {
            return values.whole(node, "seeds", 1, MOST_RUNS)
                    .map(ExperimentReader::firstSeeds)
                    .orElse(List.of());
        }
        Set<Long> seeds = new LinkedHashSet<>();
        for (int i = 0; i < list.items().size(); i++) {
            Node item = list.items().get(i);
            String where = "seeds[" + i + "]";
            values.whole(item, where, Long.MIN_VALUE, Long.MAX_VALUE).ifPresent(seed -> {
                if (!seeds.add(seed)) {
                    complaints.add(item.mark(), where, "the seed " + seed + " is here twice; once is accepted.");
                }
            });
        }
        if (list.items().isEmpty()) {
            complaints.found(node, "seeds", "a count or a list of at least one seed");
        }
        return List.copyOf(seeds);
    }

    private static List<Long> firstSeeds(long count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }

    private Optional<Budget> budget(Node node) {
        String accepted = "{ steps: n } or { epochs: n }";
        if (!(node instanceof Node.Mapping mapping) || mapping.fields().size() != 1) {
            complaints.found(node, "budget", accepted);
            return Optional.empty();
        }
        Section section = new Section(mapping, "budget", complaints);
        Optional<Budget> steps = amount(section, "steps", Budget.Unit.STEPS);
        Optional<Budget> epochs = amount(section, "epochs", Budget.Unit.EPOCHS);
        section.close();
        return steps.or(() -> epochs);
    }

    private Optional<Budget> amount(Section section, String key, Budget.Unit unit) {
        return section.take(key)
                .flatMap(n -> values.whole(n, section.path(key), 1, 100_000_000))
                .map(amount -> new Budget(unit, Math.toIntExact(amount)));
    }

    private int batch(Node node) {
        if (node instanceof Node.Scalar scalar && scalar.text().equals("full")) {
            return 0;
        }
        if (node instanceof Node.Scalar scalar && scalar.value() instanceof String) {
            complaints.found(node, "batch", "full, or a number of rows,");
            return 0;
        }
        return values.whole(node, "batch", 1, Integer.MAX_VALUE)
                .map(Math::toIntExact)
                .orElse(0);
    }

    private Optional<Precision> precision(Node node) {
        return values.text(node, "precision").flatMap(word -> {
            for (Precision precision : Precision.values()) {
                if (precision.name().equalsIgnoreCase(word)) {
                    return Optional.of(precision);
                }
            }
            complaints.found(node, "precision", "double or float");
            return Optional.empty();
        });
    }

    private Recording recording(Node node) {
        String accepted = "every, log or { every: n }";
        if (node instanceof Node.Mapping mapping) {
            Section section = new Section(mapping, "record", complaints);
            Optional<Long> every = section.require("every", "a number of steps")
                    .flatMap(n -> values.whole(n, "record.every", 1, Integer.MAX_VALUE));
            section.close();
            return new Recording(
                    Recording.Spacing.LINEAR, every.map(Math::toIntExact).orElse(1));
        }
        String word = node instanceof Node.Scalar scalar ? scalar.text() : "";
        if (word.equals("log")) {
            return new Recording(Recording.Spacing.LOG, 1);
        }
        if (!word.equals("every")) {
            complaints.add(
                    node.mark(),
                    "record",
                    "found " + node.found() + "; " + accepted + " is accepted."
                            + Nearest.hint(word, List.of("every", "log")));
        }
        return Recording.EVERY_STEP;
    }

    private List<Target> targets(Node node) {
        List<Target> targets = new ArrayList<>();
        List<Node> items = values.items(node);
        for (int i = 0; i < items.size(); i++) {
            String where = "targets[" + i + "]";
            Node item = items.get(i);
            if (item instanceof Node.Mapping mapping) {
                Section section = new Section(mapping, where, complaints);
                section.require("loss", "a loss to reach")
                        .map(n -> values.numbers(n, section.path("loss")))
                        .ifPresent(losses -> losses.forEach(l -> targets.add(new Target(Target.Kind.LOSS, l))));
                section.close();
            } else {
                fraction(item, where).ifPresent(targets::add);
            }
        }
        return targets;
    }

    private Optional<Target> fraction(Node node, String where) {
        String accepted = "a fraction between 0 and 1, or { loss: number },";
        Optional<Double> fraction = values.number(node, where, accepted);
        if (fraction.isPresent() && !(fraction.get() > 0 && fraction.get() < 1)) {
            complaints.found(node, where, accepted);
            return Optional.empty();
        }
        return fraction.map(f -> new Target(Target.Kind.FRACTION, f));
    }

    private Optional<String> name(Node node, String where) {
        return values.text(node, where).filter(text -> {
            if (!NAME.matcher(text).matches()) {
                complaints.found(node, where, NAMES);
                return false;
            }
            return true;
        });
    }
}
