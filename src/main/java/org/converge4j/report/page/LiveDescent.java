package org.converge4j.report.page;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.converge4j.analysis.ProblemComparison;
import org.converge4j.analysis.TrialSummary;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.CommonSettings;
import org.converge4j.experiment.Curvature;
import org.converge4j.experiment.Problem;
import org.converge4j.experiment.ProblemFacts;
import org.converge4j.experiment.Trial;
import org.converge4j.experiment.training.Target;
import org.converge4j.function.Point;
import org.converge4j.function.Surface;
import org.converge4j.report.content.LandscapeData.LiveData;
import org.converge4j.report.content.LandscapeData.StartData;
import org.converge4j.report.content.LandscapeData.StopData;
import org.converge4j.result.Descent;
import org.converge4j.result.Measurement;

/** What it takes to step rules over a problem's loss in the page, with every digit. */
final class LiveDescent {
    private LiveDescent() {}

    /** The rule of a trial; empty where there is more than the rule: a schedule, clipping, decay. */
    static String rule(Trial trial) {
        return trial.common().equals(CommonSettings.NONE) ? trial.updater().variant() : "";
    }

    /** Those of the settings that are numbers. */
    static Map<String, BigDecimal> exact(Map<String, Object> settings) {
        Map<String, BigDecimal> exact = new LinkedHashMap<>();
        settings.forEach((name, value) -> {
            if (value instanceof Number number) {
                exact.put(name, BigDecimal.valueOf(number.doubleValue()));
            }
        });
        return exact;
    }

    private static List<BigDecimal> exact(double... numbers) {
        return DoubleStream.of(numbers).mapToObj(BigDecimal::valueOf).toList();
    }

    /**
     * The function, or the quadratic that was kept with a path.
     *
     * @param followed the seed whose paths are shown
     */
    static Optional<LiveData> of(ProblemComparison problem, Optional<Surface> surface, long followed) {
        return surface.map(function -> function(problem, function, followed))
                .or(() -> bowls(problem).findFirst().map(bowl -> regression(problem, bowl, followed)));
    }

    private static LiveData function(ProblemComparison problem, Surface surface, long followed) {
        Choice function = problem.problem().function().orElseThrow();
        Stream<Long> seeds =
                problem.trials().get(0).runs().stream().map(run -> run.spec().seed());
        return new LiveData(
                function.variant(),
                exact(function.settings()),
                List.of(),
                List.of(exact(1, 0), exact(0, 1)),
                first(
                        followed,
                        seeds.limit(Descent.Bowl.MOST_STARTS)
                                .map(seed -> new StartData(seed, start(problem.problem(), surface, seed)))),
                curvature(problem),
                stop(problem));
    }

    private static List<BigDecimal> start(Problem problem, Surface surface, long seed) {
        if (!problem.start().isEmpty()) {
            return problem.start().stream().map(BigDecimal::valueOf).toList();
        }
        Point start = surface.start(seed);
        return exact(start.x(), start.y());
    }

    private static Stream<Descent.Bowl> bowls(ProblemComparison problem) {
        return problem.trials().stream()
                .map(TrialSummary::measurement)
                .flatMap(Optional::stream)
                .map(Measurement::descent)
                .flatMap(Optional::stream)
                .map(Descent::bowl)
                .flatMap(Optional::stream);
    }

    private static LiveData regression(ProblemComparison problem, Descent.Bowl bowl, long followed) {
        return new LiveData(
                "",
                Map.of(),
                exact(bowl.hessian()),
                bowl.axes().stream().map(axis -> exact(axis)).toList(),
                first(
                        followed,
                        bowl.starts().stream().map(start -> new StartData(start.seed(), exact(start.distance())))),
                curvature(problem),
                stop(problem));
    }

    /** Where runs stop, if all do at one loss. */
    private static Optional<StopData> stop(ProblemComparison problem) {
        List<Optional<Target>> stops = problem.trials().stream()
                .map(trial -> trial.trial().training().stopping().at())
                .distinct()
                .toList();
        return stops.get(0).filter(target -> stops.size() == 1).flatMap(target -> switch (target.kind()) {
            case FRACTION -> Optional.of(new StopData(true, target.value()));
            case LOSS ->
                Optional.of(new StopData(false, target.value() - problem.floor().orElse(0.0)));
            case METRIC -> Optional.empty();
        });
    }

    private static List<StartData> first(long followed, Stream<StartData> starts) {
        List<StartData> all = starts.toList();
        return Stream.concat(
                        all.stream().filter(start -> start.seed() == followed),
                        all.stream().filter(start -> start.seed() != followed))
                .toList();
    }

    private static Optional<Double> curvature(ProblemComparison problem) {
        return problem.facts().flatMap(ProblemFacts::curvature).map(Curvature::largest);
    }
}
