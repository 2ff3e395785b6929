package org.converge4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Data flows one way: a package uses only packages of lower rows (DESIGN.md, "Packages"). */
@AnalyzeClasses(packages = "org.converge4j", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule a_package_uses_only_lower_rows = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.converge4j..")
            .layer("experiment")
            .definedBy("org.converge4j.experiment..")
            .layer("catalog")
            .definedBy("org.converge4j.catalog..")
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

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("org.converge4j.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule dl4j_stays_where_networks_are_trained = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.converge4j.experiment..",
                    "org.converge4j.catalog..",
                    "org.converge4j.schedule..",
                    "org.converge4j.function..",
                    "org.converge4j.config..",
                    "org.converge4j.result..",
                    "org.converge4j.analysis..",
                    "org.converge4j.report..",
                    "org.converge4j.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..", "org.datavec..");
}
