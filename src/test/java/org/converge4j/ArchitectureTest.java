package org.converge4j;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.converge4j.catalog.Settings;
import org.junit.jupiter.api.Test;

/**
 * The map of the code, as DESIGN.md draws it: halls use only halls of lower rows, a hall's rooms only rooms of lower rows, and nothing
 * goes in a circle.
 */
@AnalyzeClasses(packages = "org.converge4j", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "org.converge4j.";

    /** The rooms of each hall, from the top row down; a hall without rooms has no line. */
    private static final List<String> ROOMS = List.of(
            "analysis.change > analysis.verdict > analysis > analysis.statistics, analysis.theory",
            "catalog > catalog.message, catalog.rule",
            "cli > cli.option, cli.progress > cli.screen",
            "config > config.yaml, config.schema",
            "experiment > experiment.training",
            "problem, problem.model, problem.table, problem.picture > problem.network > problem.data",
            "report > report.page, report.text, report.file > report.plot > report.content",
            "result.store > result.reading > result",
            "table > table.foreign",
            "run > run.engine > run.worker > run.plan > run.message",
            "train.measure > train > train.score > train.stack, train.network > train.engine > train.sequence > train.update, train.layer > train.step > train.dense",
            "updater.elsewhere > updater.article, updater.dl4j, updater.torch, updater.adaptive, updater.around, updater.averaging,"
                    + " updater.matrix, updater.parameterfree, updater.secondorder > updater > updater.algebra");

    /** Rooms that other halls may enter; what is public in any other room is public for its neighbours alone. */
    private static final Set<String> OPEN = Set.of(
            "analysis.change",
            "analysis.statistics",
            "analysis.verdict",
            "catalog.message",
            "catalog.rule",
            "config.schema",
            "experiment.training",
            "problem.data",
            "problem.model",
            "problem.network",
            "report.file",
            "report.text",
            "result.store",
            "run.engine",
            "run.plan",
            "run.worker",
            "train.measure",
            "train.step",
            "train.update",
            "updater.algebra");

    /** Public though no other package names them: users' code and files do, a launcher starts them, or the adapter to Spark uses them. */
    private static final Set<String> NAMED_FROM_OUTSIDE = Set.of(
            "api.ExperimentBuilder",
            "updater.RuleUpdater",
            "updater.Shown",
            "cli.Main",
            "run.ExaminerMain",
            "run.worker.Rehearsal",
            "run.worker.WorkerMain",
            "run.worker.RemoteWorkers",
            "run.engine.Attempt",
            "run.engine.Feeding",
            "run.engine.Sink");

    @ArchTest
    static final ArchRule a_hall_uses_only_lower_rows = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.converge4j..")
            .layer("experiment")
            .definedBy("org.converge4j.experiment..")
            .layer("catalog")
            .definedBy("org.converge4j.catalog..")
            .layer("table")
            .definedBy("org.converge4j.table..")
            .layer("problem")
            .definedBy("org.converge4j.problem..")
            .layer("updater")
            .definedBy("org.converge4j.updater..")
            .layer("schedule")
            .definedBy("org.converge4j.schedule..")
            .layer("function")
            .definedBy("org.converge4j.function..")
            .layer("config")
            .definedBy("org.converge4j.config..")
            .layer("result")
            .definedBy("org.converge4j.result..")
            .layer("wording")
            .definedBy("org.converge4j.wording..")
            .layer("train")
            .definedBy("org.converge4j.train..")
            .layer("analysis")
            .definedBy("org.converge4j.analysis..")
            .layer("examine")
            .definedBy("org.converge4j.examine..")
            .layer("run")
            .definedBy("org.converge4j.run..")
            .layer("report")
            .definedBy("org.converge4j.report..")
            .layer("api")
            .definedBy("org.converge4j.api..")
            .layer("cli")
            .definedBy("org.converge4j.cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("api")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("run")
            .mayOnlyBeAccessedByLayers("api", "cli")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("api", "cli")
            .whereLayer("examine")
            .mayOnlyBeAccessedByLayers("run")
            .whereLayer("train")
            .mayOnlyBeAccessedByLayers("examine", "run")
            .whereLayer("analysis")
            .mayOnlyBeAccessedByLayers("report", "api", "cli")
            .whereLayer("wording")
            .mayOnlyBeAccessedByLayers("analysis", "examine", "report", "api", "cli")
            .whereLayer("table")
            .mayOnlyBeAccessedByLayers("problem", "result")
            .whereLayer("problem")
            .mayOnlyBeAccessedByLayers("train", "examine", "run")
            .whereLayer("updater")
            .mayOnlyBeAccessedByLayers("train", "examine", "run")
            .whereLayer("schedule")
            .mayOnlyBeAccessedByLayers("train", "examine", "run")
            .whereLayer("function")
            .mayOnlyBeAccessedByLayers("problem", "train", "report")
            .whereLayer("config")
            .mayOnlyBeAccessedByLayers("api", "cli")
            .whereLayer("result")
            .mayOnlyBeAccessedByLayers("train", "analysis", "run", "report", "api", "cli");

    /** The same, with rows as DESIGN.md numbers them. */
    private static final Map<String, Integer> MAP = DocumentsTest.rows();

    @ArchTest
    static final ArchRule a_hall_uses_only_lower_rows_of_the_map = classes()
            .should(use(
                    "only lower rows of DESIGN.md's map",
                    (from, to) -> hall(from).equals(hall(to)) || numbered(to) < numbered(from)));

    @ArchTest
    static final ArchRule a_room_uses_only_lower_rows_of_its_hall = classes()
            .should(use(
                    "only lower rows of their hall",
                    (from, to) -> !hall(from).equals(hall(to)) || from.equals(to) || row(from) < row(to)));

    @ArchTest
    static final ArchRule other_halls_enter_only_open_rooms = classes()
            .should(use(
                    "only open rooms of other halls",
                    (from, to) -> hall(from).equals(hall(to)) || !to.contains(".") || OPEN.contains(to)));

    @ArchTest
    static final ArchRule packages_at_any_depth_are_free_of_cycles =
            slices().matching("org.converge4j.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule what_is_public_is_needed_by_another_package = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .arePublic()
            .and(not(simpleName("package-info")))
            .should(beNeededByAnotherPackage());

    @ArchTest
    static final ArchRule dl4j_stays_where_networks_are_trained = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.converge4j.updater",
                    "org.converge4j.updater.article",
                    "org.converge4j.updater.dl4j",
                    "org.converge4j.problem",
                    "org.converge4j.problem.network",
                    "org.converge4j.problem.model",
                    "org.converge4j.train..",
                    "org.converge4j.examine",
                    "org.converge4j.api")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..", "org.datavec..");

    @Test
    void a_folder_holds_twenty_files_at_most_and_says_what_belongs_in_it() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java"))) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                try (Stream<Path> sources =
                        Files.list(folder).filter(f -> f.toString().endsWith(".java"))) {
                    List<String> names =
                            sources.map(file -> file.getFileName().toString()).toList();
                    assertThat(names).as(folder.toString()).hasSizeLessThanOrEqualTo(20);
                    if (!names.isEmpty()) {
                        assertThat(names).as(folder.toString()).contains("package-info.java");
                        String said = Files.readString(folder.resolve("package-info.java"));
                        assertThat(said.substring(0, said.indexOf("*/")))
                                .as(folder + ": what belongs here, and what does not")
                                .containsPattern("(?s)\\w[.;]\\s.*\\w\\.\\s");
                    }
                }
            }
        }
    }

    /** Holds for every arrow from one package of ours to another. */
    private static ArchCondition<JavaClass> use(String what, BiPredicate<String, String> allowed) {
        return new ArchCondition<>("use " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency arrow : type.getDirectDependenciesFromSelf()) {
                    if (isOurs(arrow.getTargetClass()) && !allowed.test(room(type), room(arrow.getTargetClass()))) {
                        events.add(violated(type, arrow.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> beNeededByAnotherPackage() {
        return new ArchCondition<>("be needed by another package, or be named in NAMED_FROM_OUTSIDE") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean needed = Stream.concat(Stream.of(type), nested(type))
                        .flatMap(part -> part.getDirectDependenciesToSelf().stream())
                        .anyMatch(arrow ->
                                !arrow.getOriginClass().getPackageName().equals(type.getPackageName()));
                boolean named = NAMED_FROM_OUTSIDE.contains(type.getName().substring(ROOT.length()));
                if (!needed && !named && !isOfTheCatalog(type)) {
                    events.add(violated(type, type.getName() + " is public, and no other package needs it"));
                }
            }
        };
    }

    /** What the catalog reads by reflection: settings, and the words that a setting may be. */
    private static boolean isOfTheCatalog(JavaClass type) {
        boolean isWord = type.isEnum()
                && type.getDirectDependenciesToSelf().stream()
                        .anyMatch(arrow -> arrow.getOriginClass().isAssignableTo(Settings.class));
        return isWord
                || Stream.concat(Stream.of(type), nested(type)).anyMatch(part -> part.isAssignableTo(Settings.class));
    }

    private static Stream<JavaClass> nested(JavaClass type) {
        return type.getPackage().getClasses().stream()
                .filter(part -> part.getName().startsWith(type.getName() + "$"));
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(ROOT);
    }

    private static String room(JavaClass type) {
        return isOurs(type) ? type.getPackageName().substring(ROOT.length()) : type.getPackageName();
    }

    private static int numbered(String room) {
        return Objects.requireNonNull(MAP.get(hall(room)), room);
    }

    private static String hall(String room) {
        return room.contains(".") ? room.substring(0, room.indexOf('.')) : room;
    }

    /** Which row of its hall a room is in, 0 for the top one. */
    private static int row(String room) {
        for (String hall : ROOMS) {
            List<String> rows = Arrays.asList(hall.split(" > ", -1));
            for (int row = 0; row < rows.size(); row++) {
                if (List.of(rows.get(row).split(", ", -1)).contains(room)) {
                    return row;
                }
            }
        }
        throw new AssertionError(room + " stands in no line of ROOMS");
    }
}
