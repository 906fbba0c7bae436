package org.gridclear.work;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house rules of this module (docs/architecture.md). */
@AnalyzeClasses(packages = "org.gridclear", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule NO_PACKAGE_CYCLES =
      slices().matching("org.gridclear.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ONLY_ITS_ADAPTER_KNOWS_JNA =
      noClasses()
          .that()
          .resideOutsideOfPackage("..solver.highs..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.sun.jna..");

  @ArchTest
  static final ArchRule ONLY_ITS_ADAPTER_KNOWS_OJALGO =
      noClasses()
          .that()
          .resideOutsideOfPackage("..solver.ojalgo..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.ojalgo..");

  @ArchTest
  static final ArchRule ONLY_THE_AUDITOR_KNOWS_EJML =
      noClasses()
          .that()
          .resideOutsideOfPackage("..audit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.ejml..");

  @ArchTest
  static final ArchRule KERNELS_KNOW_NO_CLOCK_THREADS_OR_RANDOMNESS =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..clearing..",
              "..powerflow..",
              "..screening..",
              "..sensitivity..",
              "..security.correction..",
              "..audit..",
              "..topology..",
              "..numerics..")
          .and()
          .resideOutsideOfPackage("..input..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.util.concurrent..", "java.util.random..", "java.time..", "org.slf4j..")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");
}
