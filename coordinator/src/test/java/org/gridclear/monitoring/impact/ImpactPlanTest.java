package org.gridclear.monitoring.impact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.Market;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.monitoring.conduct.ConductTest;
import org.gridclear.monitoring.conduct.ConductThresholds;
import org.gridclear.monitoring.conduct.ImpactTest;
import org.gridclear.run.RunLimits;
import org.gridclear.run.RunResult;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.solver.highs.HighsSolver;
import org.gridclear.study.StudyDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A load pocket of 110 MW behind a line of 50 MW. Two owners generate in it; where the rival has 30
 * MW the owner of the dear unit is pivotal, and where it has 90 MW it is not.
 */
// Rows: K-13, K-14, K-15, L-06, L-07, L-08, L-09
class ImpactPlanTest {
  private static final ClearingOptions OPTIONS = ClearingOptions.LOSSLESS.withGap(1e-6);
  private static final Map<String, String> OWNERS =
      Map.of("far", "alder", "near", "birch", "rival", "cedar", "wind", "cedar");

  @TempDir private Path folder;

  private static LocalGrid grid;
  private static ActorStudyRuns runs;

  @BeforeAll
  static void start() {
    grid = new LocalGrid(1);
    runs = new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, Clock.systemUTC(), false);
  }

  @AfterAll
  static void stop() {
    runs.close();
    grid.close();
  }

  private static MarketDay day(double rivalMw, double nearYuanPerMwh, double startYuan) {
    return CaseFiles.unpack(
        """
        {"format": "gridclear-case", "version": 1, "name": "pocket",
         "horizon": {"periodCount": 2, "minutesPerPeriod": 60, "firstDay": "2026-10-02"},
         "network": {"buses": [{"id": "n", "type": "reference", "zone": "north"},
                               {"id": "s", "zone": "south"}],
           "branches": [{"id": "line", "from": "n", "to": "s", "xPu": 0.1,
                         "ratings": {"normalMva": 50, "emergencyMva": 50}}]},
         "busLoads": [{"bus": "s", "mw": [110, 100]}, {"bus": "n", "mw": 20}],
         "thermalUnits": [
           {"id": "far", "bus": "n", "offers": [{"mw": [0, 300], "yuanPerH": [0, 60000]}],
            "initial": {"on": true, "hours": 9, "powerMw": 60}},
           {"id": "near", "bus": "s", "offers": [{"mw": [0, 100], "yuanPerH": [0, %s]}],
            "startCategories": [{"offHours": 0, "costYuan": %s}],
            "initial": {"on": true, "hours": 9, "powerMw": 40}},
           {"id": "rival", "bus": "s", "offers": [{"mw": [0, %s], "yuanPerH": [0, %s]}],
            "initial": {"on": true, "hours": 9, "powerMw": 20}}],
         "profiledUnits": [{"id": "wind", "bus": "n", "fuel": "wind", "maxMw": 5,
                            "priceYuanPerMwh": 0}]}
        """
            .formatted(100 * nearYuanPerMwh, startYuan, rivalMw, rivalMw * 320)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static ImpactPlan plan(double rivalMw) {
    return new ImpactPlan(
        day(rivalMw, 900, 1000),
        ReferenceOffers.of(day(rivalMw, 300, 1000)),
        OWNERS,
        ConductThresholds.DEFAULT,
        ImpactTest.DEFAULT);
  }

  @Test
  void aZoneThatIsCalledSystemIsNotTheSystem() {
    String text = new String(CaseFiles.write(day(100, 300, 0)), StandardCharsets.UTF_8);
    MarketDay named =
        CaseFiles.unpack(text.replace("\"north\"", "\"system\"").getBytes(StandardCharsets.UTF_8));
    var prices = ZonePrices.of(named, new double[][] {{10, 10}, {30, 30}}).yuanPerMwh();
    assertEquals(Set.of("system", "south", "zone system"), prices.keySet());
    assertEquals((20 * 10 + 100 * 30) / 120.0, prices.get("system")[1], 1e-9);
    assertEquals(10, prices.get("zone system")[1], 1e-9);
  }

  private static RunResult run(StudyDefinition study) {
    return runs.submit(study).result().join();
  }

  private static ImpactOutcome outcome(ImpactPlan plan) {
    return ImpactOutcome.of(plan, run(plan.study(OPTIONS)), runs.store());
  }

  private static ImpactOutcome.Impact impact(ImpactOutcome outcome, String owner, String zone) {
    return outcome.impacts().stream()
        .filter(each -> each.owner().equals(owner) && each.zone().equals(zone))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anOwnerThatIsPivotalBehindAConstraintIsFound() {
    ImpactOutcome outcome = outcome(plan(30));
    assertEquals(Set.of("birch"), outcome.conduct().keySet());
    ImpactOutcome.Impact south = impact(outcome, "birch", "south");
    assertEquals(List.of(0, 1), south.periods());
    assertEquals(900, south.offeredYuanPerMwh(), 1e-6);
    assertEquals(300, south.referenceYuanPerMwh(), 1e-6);
    assertFalse(impact(outcome, "birch", "north").fails(), "before the constraint nothing moves");
    assertEquals(Set.of("birch"), outcome.mitigated());
    assertTrue(impact(outcome, ImpactPlan.MARKET, "south").fails(), "the supervisor's test");
    var pivotal =
        outcome.pivotal().stream().filter(each -> each.owner().equals("birch")).findFirst();
    assertEquals("line", pivotal.orElseThrow().branch());
    assertTrue(pivotal.orElseThrow().index() <= 1);
    assertTrue(ImpactTables.notices(outcome).isEmpty());
    assertEquals("mitigate", ImpactTables.impacts(outcome).rows().get(0)[8]);
    assertEquals(6, ImpactTables.impacts(outcome).rows().size());
    assertEquals(1, ImpactTables.conduct(outcome).rows().size());
    assertEquals(3, ImpactTables.pivotal(outcome).rows().size());
  }

  @Test
  void theCompetitiveTwinIsNotFound() {
    ImpactOutcome outcome = outcome(plan(90));
    assertEquals(Set.of("birch"), outcome.conduct().keySet(), "its conduct is the same");
    ImpactOutcome.Impact south = impact(outcome, "birch", "south");
    assertEquals(320, south.offeredYuanPerMwh(), 1e-6);
    assertFalse(south.fails());
    assertEquals(Set.of(), outcome.mitigated());
  }

  @Test
  void aCaseOfAnOwnerIsAFullClearingFromNothing() {
    ImpactPlan plan = plan(30);
    StudyDefinition study = plan.study(OPTIONS);
    RunResult result = run(study);
    for (int k = 0; k < result.cases().size(); k++) {
      double found = result.cases().get(k).receipt().cleared().objectiveYuan();
      ClearingOutcome.Cleared alone =
          (ClearingOutcome.Cleared)
              ClearingKernel.clear(result.resolved(k), OPTIONS, HighsSolver.find().orElseThrow());
      assertEquals(alone.result().objectiveYuan(), found, 1e-6 * Math.abs(found));
    }
  }

  @Test
  void theFinalRunHasTheReferenceInPlaceOfWhatFailed() {
    ImpactPlan plan = plan(30);
    RunResult result = run(plan.mitigated(OPTIONS, Set.of("birch")));
    MarketDay mitigated = result.resolved(1).day();
    assertEquals(300, mitigated.thermalUnits().get(1).offer(0).priceYuanPerMwh(0), 1e-9);
    assertEquals(900, plan.day().thermalUnits().get(1).offer(0).priceYuanPerMwh(0), 1e-9);
    assertEquals(plan.day().thermalUnits().get(2), mitigated.thermalUnits().get(2));
  }

  @Test
  void startsAndRunningCostsAndWindAreHeldAgainstTheirReferencesToo() {
    MarketDay offered = day(30, 300, 5000);
    ImpactPlan plan =
        new ImpactPlan(
            offered,
            ReferenceOffers.of(day(30, 300, 1000)),
            Map.of("near", "birch"),
            ConductThresholds.DEFAULT,
            ImpactTest.DEFAULT);
    assertEquals("START", plan.failures().get("birch").get(0).part().name());
    assertEquals(3000, plan.failures().get("birch").get(0).allowed(), 1e-9);
    assertEquals(Set.of("far", "rival", "wind"), plan.untested());
    ThermalUnit dear = offered.thermalUnits().get(1);
    ThermalUnit noLoad =
        dear.withOffers(List.of(new OfferCurve(List.of(10.0, 100.0), List.of(9000.0, 36000.0))));
    ThermalUnit fair =
        dear.withOffers(List.of(new OfferCurve(List.of(10.0, 100.0), List.of(2000.0, 29000.0))));
    assertEquals(
        "NO_LOAD", ConductTest.of(noLoad, fair, ConductThresholds.DEFAULT, 2).get(0).part().name());
    List<String> missing = new ArrayList<>(ReferenceOffers.of(offered).missing(offered));
    assertEquals(List.of(), missing);
  }

  @Test
  void whatWasAcceptedBeforeIsAReference() {
    LocalDate date = LocalDate.of(2026, 10, 1);
    try (MarketFolder market =
        MarketFolder.create(
            folder.resolve("market"),
            new MarketFolder.Facts("north", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED))) {
      DayStore days = DayStore.of(market);
      days.append(new DayKey(Market.DA, date), SmallDays.dayAhead(date, 100), SmallDays.MADE);
      MarketDay next = SmallDays.day(date.plusDays(1), 4, 360, 100);
      ReferenceOffers found =
          new AcceptedOffers(days, Market.DA, AcceptedOffers.BACK).before(next, date.plusDays(1));
      ThermalUnit unit = next.thermalUnits().get(0);
      OfferCurve reference = found.of(unit).orElseThrow().offer(0);
      assertEquals(unit.offer(0).priceYuanPerMwh(0), reference.priceYuanPerMwh(0), 1e-6);
      assertEquals(unit.offer(0).firstYuanPerH(), reference.firstYuanPerH(), 1e-6);
      assertEquals(Optional.empty(), found.of(next.profiledUnits().get(0)));
      ReferenceOffers costs = ReferenceOffers.of(next).or(found);
      assertEquals(unit, costs.of(unit).orElseThrow(), "the first source counts");
    }
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void aMitigationKeepsBothOfferSetsAndIsDecidedByAnotherAccount(String kind) {
    try (MarketFolder market =
        MarketFolder.create(
            folder.resolve("market"),
            new MarketFolder.Facts(
                "north", "Asia/Shanghai", "yuan", MarketDatabases.empty(kind)))) {
      Mitigations mitigations = new Mitigations(market, Clock.systemUTC());
      ImpactPlan plan = plan(30);
      ImpactOutcome found = outcome(plan);
      long first = mitigations.propose(plan, Market.DA, found, "ann");
      long second = mitigations.propose(plan, Market.DA, found, "ann");
      assertEquals(List.of(1L, 2L), List.of(first, second));
      assertEquals(6, mitigations.details(first).get("impact").size());
      assertEquals(3, mitigations.details(first).get("pivotal").size());
      assertArrayEquals(CaseFiles.write(plan.day()), mitigations.offeredCase(first));
      assertThrows(IllegalArgumentException.class, () -> mitigations.approvedCase(first));
      assertThrows(
          IllegalArgumentException.class, () -> mitigations.decide(first, true, " ANN", "self"));
      assertEquals(
          "APPROVED",
          mitigations.decide(first, true, "reg", "both").decision().orElseThrow().state());
      assertEquals(
          "REJECTED",
          mitigations.decide(second, false, "reg", "twice").decision().orElseThrow().state());
      assertThrows(
          IllegalArgumentException.class, () -> mitigations.decide(first, false, "reg", "x"));
      assertThrows(IllegalArgumentException.class, () -> mitigations.details(9));
      MarketDay last = CaseFiles.unpack(mitigations.approvedCase(first));
      assertEquals(300, last.thermalUnits().get(1).offer(0).priceYuanPerMwh(0), 1e-9);
      assertEquals(2, Mitigations.table(mitigations.list()).rows().size());
      ImpactOutcome none = outcome(plan(90));
      assertThrows(
          IllegalArgumentException.class,
          () -> mitigations.propose(plan(90), Market.DA, none, "ann"));
    }
  }
}
