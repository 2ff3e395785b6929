package org.converge4j.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.DecideBy;
import org.converge4j.experiment.Experiment;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.SourceFile;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Looking;
import org.converge4j.experiment.training.Metric;
import org.converge4j.experiment.training.Recording;
import org.converge4j.experiment.training.Target;
import org.converge4j.experiment.training.Training;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;

/** Writes an experiment as YAML with every default spelled out; read again, it gives the same runs. */
public final class ExperimentWriter {
    private ExperimentWriter() {}

    /**
     * The text of an experiment.
     *
     * @param base the folder its files are relative to
     * @param folder the folder the text will lie in
     */
    public static String write(Experiment experiment, Path base, Path folder) {
        Training training = experiment.trials().get(0).training();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("name", experiment.name());
        root.put("question", experiment.question());
        root.put(
                "problems",
                experiment.problems().stream()
                        .map(p -> problem(p, base, folder))
                        .toList());
        root.put("updaters", updaters(experiment.trials()));
        root.put("seeds", experiment.seeds());
        Map<String, Object> tuning = tuning(experiment);
        if (!tuning.isEmpty()) {
            root.put("tuning", tuning);
        }
        root.put(
                "budget",
                Map.of(word(training.budget().unit()), training.budget().amount()));
        root.put("batch", training.batch() == 0 ? "full" : training.batch());
        root.put("precision", word(training.precision()));
        root.put(
                "targets",
                experiment.targets().stream().map(ExperimentWriter::target).toList());
        experiment.decideBy().ifPresent(by -> root.put("decideBy", decideBy(by)));
        root.put("alike", experiment.margin());
        root.put("record", recording(training.recording()));
        training.stopping().at().ifPresent(target -> root.put("stopAt", target(target)));
        training.stopping().seconds().ifPresent(seconds -> root.put("timeLimit", seconds));
        training.looking().ifPresent(looking -> root.put("evaluate", looking(looking)));
        training.keep().ifPresent(kept -> root.put("keep", word(kept)));
        return new Dump(DumpSettings.builder().setDereferenceAliases(true).build()).dumpToString(root);
    }

    private static Map<String, Object> tuning(Experiment experiment) {
        Map<String, Object> written = new LinkedHashMap<>();
        if (!experiment.tuningSeeds().isEmpty()) {
            written.put("seeds", experiment.tuningSeeds());
        }
        if (!experiment.tuned().isEmpty()) {
            written.put("settings", experiment.tuned());
        }
        return written;
    }

    private static Map<String, Object> problem(Problem problem, Path base, Path folder) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("name", problem.name());
        problem.function().ifPresent(function -> written.put("function", choice(function, base, folder)));
        if (problem.function().isEmpty()) {
            written.put("data", choice(problem.data(), base, folder));
            written.put("network", choice(problem.network(), base, folder));
        }
        if (!problem.start().isEmpty()) {
            written.put("start", Map.of("values", problem.start()));
        }
        return written;
    }

    private static List<Map<String, Object>> updaters(List<Trial> trials) {
        Problem first = trials.get(0).problem();
        return trials.stream()
                .filter(trial -> trial.problem().equals(first))
                .map(trial -> {
                    Map<String, Object> written = new LinkedHashMap<>();
                    written.put(trial.updater().variant(), trial.updater().settings());
                    written.put("label", trial.label());
                    written.putAll(CommonWriter.write(trial.common()));
                    return written;
                })
                .toList();
    }

    private static Map<String, Object> choice(Choice choice, Path base, Path folder) {
        return Map.of(
                choice.variant(),
                choice.settings().entrySet().stream()
                        .filter(e -> !e.getValue().equals(SourceFile.NONE))
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                e -> value(e.getValue(), base, folder),
                                (a, b) -> a,
                                LinkedHashMap::new)));
    }

    private static Object value(Object value, Path base, Path folder) {
        if (value instanceof SourceFile file) {
            Path target = base.resolve(file.path()).toAbsolutePath().normalize();
            return folder.toAbsolutePath()
                    .normalize()
                    .relativize(target)
                    .toString()
                    .replace('\\', '/');
        }
        return value;
    }

    private static Object target(Target target) {
        return target.kind() == Target.Kind.FRACTION
                ? (Object) target.value()
                : Map.of(target.metric().key(), target.value());
    }

    private static Object decideBy(DecideBy by) {
        return switch (by.kind()) {
            case NOTHING -> by.kind().key();
            case FINAL ->
                by.metric() == Metric.LOSS ? by.kind().key() : by.metric().key();
            case BEST -> Map.of(by.kind().key(), by.metric().key());
            case STEPS, TIME -> Map.of(by.kind().key(), target(by.target().orElseThrow()));
        };
    }

    private static Object recording(Recording recording) {
        if (recording.spacing() == Recording.Spacing.LOG) {
            return "log";
        }
        return recording.every() == 1 ? "every" : Map.of("every", recording.every());
    }

    private static Map<String, Object> looking(Looking looking) {
        Map<String, Object> written = new LinkedHashMap<>();
        looking.rows().ifPresent(rows -> written.put("rows", rows == 0 ? (Object) "all" : rows));
        looking.looks().ifPresent(looks -> written.put("looks", looks));
        return written;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
