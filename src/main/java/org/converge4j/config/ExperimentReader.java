package org.converge4j.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.converge4j.catalog.Catalog;
import org.converge4j.catalog.message.Mismatch;
import org.converge4j.config.yaml.Complaints;
import org.converge4j.config.yaml.Node;
import org.converge4j.config.yaml.Section;
import org.converge4j.config.yaml.Values;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.CommonSettings;
import org.converge4j.experiment.DecideBy;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Target;
import org.converge4j.experiment.training.Training;

/** Reads an experiment: one reader for each of its concerns, put together here. */
final class ExperimentReader {
    private final Catalog catalog;
    private final Path base;
    private final Complaints complaints;
    private final Values values;

    ExperimentReader(Catalog catalog, Path base, Complaints complaints) {
        this.catalog = catalog;
        this.base = base;
        this.complaints = complaints;
        this.values = new Values(complaints);
    }

    /** The experiment, if there are no complaints. */
    Optional<Experiment> read(Node.Mapping root) {
        Section section = new Section(root, "", complaints);
        String name = section.require("name", Names.EXPECTED)
                .flatMap(n -> new Names(complaints).read(n, "name"))
                .orElse("");
        String question = section.take("question")
                .flatMap(n -> values.prose(n, "question"))
                .orElse("");
        List<Problem> problems = new ProblemReader(catalog, base, complaints).read(section, root.mark());
        CommonSettings common = new CommonReader(catalog, base, complaints).read(section, CommonSettings.NONE);
        List<UpdaterReader.Entrant> entrants = section.require("updaters", "a list of updaters")
                .map(node -> new UpdaterReader(catalog, base, complaints).read(node, common))
                .orElse(List.of());
        List<Long> seeds = section.take("seeds")
                .map(new SeedReader(complaints)::reporting)
                .orElseGet(() -> SeedReader.following(0, 10));
        List<Choice> choices =
                entrants.stream().map(UpdaterReader.Entrant::updater).toList();
        TuningReader.Tuning tuning = section.take("tuning")
                .map(n -> new TuningReader(complaints).read(n, seeds, choices))
                .orElse(TuningReader.NONE);
        Training training = new TrainingReader(complaints).read(section);
        List<Target> targets =
                section.take("targets").map(new TargetReader(complaints)::read).orElse(Target.LADDER);
        DecideByReader deciding = new DecideByReader(complaints);
        Optional<DecideBy> decideBy = section.take("decideBy").flatMap(deciding::read);
        Optional<Double> alike = section.take("alike").flatMap(deciding::alike);
        section.close();
        long runs = (long) problems.size()
                * entrants.size()
                * (seeds.size() + tuning.seeds().size());
        if (runs > Experiment.MOST_RUNS) {
            complaints.add(
                    root.mark(),
                    "",
                    Mismatch.of("at most " + Experiment.MOST_RUNS + " runs", Long.toString(runs)) + ".");
        }
        if (problems.size() > Experiment.MOST_PROBLEMS) {
            complaints.add(
                    root.mark(),
                    "problems",
                    Mismatch.of("at most " + Experiment.MOST_PROBLEMS, Integer.toString(problems.size())) + ".");
        }
        if (!complaints.isEmpty()) {
            return Optional.empty();
        }
        List<Trial> trials = problems.stream()
                .flatMap(problem -> entrants.stream().map(e -> trial(e, problem, training, tuning.settings())))
                .toList();
        return Optional.of(new Experiment(name, question, trials, seeds, tuning.seeds(), targets, decideBy, alike));
    }

    private static Trial trial(UpdaterReader.Entrant entrant, Problem problem, Training training, List<String> tuned) {
        List<String> its =
                tuned.stream().filter(entrant.updater().settings()::containsKey).toList();
        return new Trial(entrant.label(), problem, entrant.updater(), entrant.common(), training, its);
    }
}
