package org.converge4j.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.message.Checks;
import org.converge4j.config.yaml.Complaints;
import org.converge4j.config.yaml.Mark;
import org.converge4j.config.yaml.Node;
import org.converge4j.config.yaml.Section;
import org.converge4j.config.yaml.Values;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.SourceFile;

/** Reads {@code problem:} or {@code problems:}. */
final class ProblemReader {
    private final Catalog catalog;
    private final Complaints complaints;
    private final Values values;
    private final ChoiceReader choices;
    private final Names names;

    ProblemReader(Catalog catalog, Path base, Complaints complaints) {
        this.catalog = catalog;
        this.complaints = complaints;
        this.values = new Values(complaints);
        this.choices = new ChoiceReader(complaints, base);
        this.names = new Names(complaints);
    }

    /** The problems of the experiment. */
    List<Problem> read(Section section, Mark root) {
        Optional<Node> one = section.take("problem");
        Optional<Node> several = section.take("problems");
        if (one.isPresent() && several.isPresent()) {
            complaints.add(root, "problems", "expected one of problem and problems, found both.");
        }
        Optional<Node> many = one.isPresent() || several.isPresent()
                ? several
                : section.lack(List.of("problem", "problems"), "problem or problems");
        String where = one.isPresent() ? "problem" : "problems";
        List<Node> nodes = one.or(() -> many).map(values::items).orElse(List.of());
        List<Problem> problems = new ArrayList<>();
        Set<String> taken = new LinkedHashSet<>();
        for (int i = 0; i < nodes.size(); i++) {
            String path = one.isPresent() ? where : where + "[" + i + "]";
            Node node = nodes.get(i);
            values.mapping(node, path, "a problem with data and network")
                    .flatMap(mapping -> problem(mapping, path))
                    .ifPresent(problem -> {
                        if (!taken.add(problem.name())) {
                            complaints.add(
                                    node.mark(),
                                    path,
                                    "expected different names, found two problems called " + problem.name() + ".");
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
        if (mapping.fields().containsKey("function")) {
            return function(section);
        }
        Optional<Choice> data = section.require("data", "a data source such as randn, or a function such as rosenbrock")
                .flatMap(n -> choices.one(n, section.path("data"), catalog.data(), "data source"));
        Optional<Choice> network = section.take("network")
                .map(n -> choices.one(n, section.path("network"), catalog.networks(), "network"))
                .orElse(Optional.of(new Choice("linear", Map.of())));
        Optional<String> name = name(section);
        List<Double> start =
                section.take("start").map(n -> start(n, section.path("start"))).orElse(List.of());
        section.close();
        return data.flatMap(d -> network.map(n -> new Problem(name.orElseGet(() -> unnamed(d)), d, n, start)));
    }

    /** The name of one that has none: that of the file that its rows come from, without endings, or else of its source. */
    private static String unnamed(Choice data) {
        Object file = data.settings().get("file");
        return file instanceof SourceFile source
                ? Optional.of(Path.of(source.path()).getFileName().toString().replaceFirst("(?<=.)\\..*", ""))
                        .filter(Checks::isFileName)
                        .orElse(data.variant())
                : data.variant();
    }

    /** Its name, if it has one; for one that is refused, another that no problem has, so that nothing else is said of it. */
    private Optional<String> name(Section section) {
        String where = section.path("name");
        return section.take("name").map(n -> names.read(n, where).orElse(where.replaceAll("[\\[\\]]", "-")));
    }

    /** A function of two variables needs neither data nor network. */
    private Optional<Problem> function(Section section) {
        Optional<Choice> function = section.take("function")
                .flatMap(n -> choices.one(n, section.path("function"), catalog.functions(), "function"));
        Optional<String> name = name(section);
        List<Double> start =
                section.take("start").map(n -> start(n, section.path("start"))).orElse(List.of());
        section.close();
        return function.map(f -> Problem.of(name.orElse(f.variant()), f, start));
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
}
