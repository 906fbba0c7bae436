package org.gridclear.run;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.StoreTransaction;

/** The house rules of this module (docs/architecture.md). */
// Rows: V-04, X-08
@AnalyzeClasses(packages = "org.gridclear", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule NO_PACKAGE_CYCLES =
      slices().matching("org.gridclear.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ONLY_ACTOR_PACKAGES_KNOW_AKKA =
      noClasses()
          .that()
          .resideOutsideOfPackage("..actor..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("akka..");

  @ArchTest
  static final ArchRule ONLY_IGNITE_PACKAGES_KNOW_IGNITE =
      noClasses()
          .that()
          .resideOutsideOfPackage("..ignite..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.ignite..");

  @ArchTest
  static final ArchRule ONLY_WEB_KNOWS_SPRING =
      noClasses()
          .that()
          .resideOutsideOfPackage("..web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..");

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_KNOWS_PICOCLI =
      noClasses()
          .that()
          .resideOutsideOfPackage("..cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..");

  @ArchTest
  static final ArchRule ONLY_TABLES_KNOW_PARQUET =
      noClasses()
          .that()
          .resideOutsideOfPackage("..table..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.parquet..", "org.apache.hadoop..");

  @ArchTest
  static final ArchRule ONLY_STORES_KNOW_SQL =
      noClasses()
          .that()
          .resideOutsideOfPackage("..store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..", "com.zaxxer..");

  @ArchTest
  static final ArchRule ONLY_STORES_OF_THE_MARKET_ASK_ITS_DATABASE =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.gridclear.market.store..")
          .should()
          .callMethod(MarketDatabase.class, "jdbi")
          .orShould()
          .callMethod(StoreTransaction.class, "handle");
}
