package org.gridclear.clearing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ClearingOptions.Formulation;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.input.HorizonWindow;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.market.BusLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.network.NetworkIndex;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;
import org.gridclear.solver.ojalgo.OjAlgoSolver;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.junit.jupiter.api.Test;

/** The clearing on days small enough to solve by hand or by trying everything. */
// Rows: A-29, B-03, B-04, B-14, B-18, B-19, B-28, D-01, D-03, D-04, D-06, K-12
class ClearingKernelTest {
  private static final ClearingOptions EXACT = ClearingOptions.LOSSLESS.withGap(1e-9);

  private static ClearingResult audited(ClearingCase clearingCase) {
    ClearingResult result = Fixtures.clear(clearingCase, EXACT);
    assertEquals(
        List.of(),
        ClearingAuditor.audit(clearingCase, result).stream().map(Finding::line).toList());
    return result;
  }

  private static ClearingResult audited(MarketDay day) {
    return audited(ClearingCase.of(day));
  }

  @Test
  void aCongestedTriangleIsDispatchedAndPricedAsByHand() {
    ClearingResult result = audited(Days.triangle(150, 60));
    assertEquals(90, result.schedule().outputMw()[0][0], 1e-6);
    assertEquals(60, result.schedule().outputMw()[1][0], 1e-6);
    assertEquals(20, result.prices().lmpYuanPerMwh()[0][0], 1e-6);
    assertEquals(35, result.prices().lmpYuanPerMwh()[1][0], 1e-6);
    assertEquals(50, result.prices().lmpYuanPerMwh()[2][0], 1e-6);
    assertEquals(45, result.flows().get(0).shadowPriceYuanPerMwh(), 1e-6);
  }

  @Test
  void withThermalLimitsOffThereIsOnePrice() {
    ClearingCase off =
        new ClearingCase("off", Days.triangle(150, 60), Set.of(ConstraintFamily.THERMAL));
    assertEquals(20, audited(off).prices().lmpYuanPerMwh()[2][0], 1e-6);
  }

  @Test
  void lmpsAreFiniteDifferencesOfTheObjectiveOnACongestedDay() {
    MarketDay day =
        SyntheticMarket.complete(
            BuiltInNetworks.read("ieee30"),
            new Horizon(6, 60),
            new SyntheticOptions(3, 1.1, 0.25, 0.04, 0.3));
    ClearingResult base = Fixtures.clear(day, EXACT);
    assertTrue(base.flows().stream().anyMatch(FlowResult::binding), "nothing is congested");
    NetworkIndex index = new NetworkIndex(day.network());
    MarketDay fixed = withCommitment(day, base);
    for (int b = 0; b < index.busCount(); b += 4) {
      int t = b % 6;
      double step = 0.01;
      double up = Fixtures.clear(withLoad(fixed, b, t, step), EXACT).objectiveYuan();
      double down = Fixtures.clear(withLoad(fixed, b, t, -step), EXACT).objectiveYuan();
      double slope = (up - down) / (2 * step);
      assertEquals(slope, base.prices().lmpYuanPerMwh()[b][t], 1e-3 * Math.max(1, Math.abs(slope)));
      assertEquals(
          base.prices().lmpYuanPerMwh()[b][t],
          base.prices().energyYuanPerMwh()[b][t] + base.prices().congestionYuanPerMwh()[b][t],
          1e-6);
    }
  }

  /** SCED: the same model with the commitment given. */
  private static MarketDay withCommitment(MarketDay day, ClearingResult result) {
    List<org.gridclear.market.ThermalUnit> units = new java.util.ArrayList<>();
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      boolean[] on = result.schedule().committed()[g];
      units.add(
          day.thermalUnits()
              .get(g)
              .withCommitment(
                  java.util.stream.IntStream.range(0, on.length)
                      .mapToObj(
                          t ->
                              on[t]
                                  ? org.gridclear.market.Commitment.ON
                                  : org.gridclear.market.Commitment.OFF)
                      .toList()));
    }
    return day.withThermalUnits(units);
  }

  private static MarketDay withLoad(MarketDay day, int bus, int t, double mw) {
    double[] extra = new double[day.periodCount()];
    extra[t] = mw;
    List<BusLoad> loads = new java.util.ArrayList<>(day.busLoads());
    String id = day.network().buses().get(bus).id();
    boolean found = false;
    for (int i = 0; i < loads.size(); i++) {
      if (loads.get(i).bus().equals(id) && !found) {
        loads.set(i, new BusLoad(id, loads.get(i).mw().plus(Series.of(extra))));
        found = true;
      }
    }
    if (!found) {
      loads.add(new BusLoad(id, Series.of(extra)));
    }
    return day.withBusLoads(loads);
  }

  @Test
  void commitmentIsTheBestOfAllThatThereAre() {
    for (String extra :
        new String[] {
          "",
          ", \"minUpHours\": 3, \"minDownHours\": 2",
          ", \"maxStartsPerDay\": 1",
          ", \"rampUpMwPerH\": 40, \"rampDownMwPerH\": 40, \"startRampMw\": 60, \"stopRampMw\": 60"
        }) {
      for (String top : new String[] {"", ", \"reserves\": [{\"id\": \"spin\", \"mw\": 25}]"}) {
        MarketDay day = Days.threeUnits("110, 60, 190, 240", extra, top);
        ClearingResult tight = audited(day);
        ClearingResult plain = Fixtures.clear(day, EXACT.withFormulation(Formulation.PLAIN));
        ClearingResult compact = Fixtures.clear(day, EXACT.withFormulation(Formulation.COMPACT));
        assertEquals(plain.objectiveYuan(), tight.objectiveYuan(), 1e-4, extra + top);
        assertEquals(plain.objectiveYuan(), compact.objectiveYuan(), 1e-4, extra + top);
        double best = bestOfAll(day);
        if (Double.isInfinite(best)) {
          assertFalse(
              tight.relaxations().isEmpty(), "nothing is feasible, so something is relaxed");
        } else {
          assertEquals(best, tight.objectiveYuan(), 1e-4, extra + top);
        }
        assertTrue(tight.lpYuan() >= plain.lpYuan() - 1e-6);
        assertTrue(tight.lpYuan() >= compact.lpYuan() - 1e-6);
      }
    }
  }

  /** Tries all commitments of three units over four periods, each dispatched by itself. */
  private static double bestOfAll(MarketDay day) {
    double best = Double.POSITIVE_INFINITY;
    int cells = 3 * day.periodCount();
    for (int code = 0; code < 1 << cells; code++) {
      boolean[][] on = new boolean[3][day.periodCount()];
      for (int c = 0; c < cells; c++) {
        on[c / day.periodCount()][c % day.periodCount()] = (code >> c & 1) == 1;
      }
      best = Math.min(best, BruteForce.costYuan(day, on, best));
    }
    return best;
  }

  @Test
  void ojAlgoAndHighsAgreeOnSmallDays() {
    for (MarketDay day :
        List.of(
            Days.triangle(150, 60),
            Days.threeUnits("110, 60, 190, 240", ", \"minUpHours\": 2", ""))) {
      ClearingResult highs = Fixtures.clear(day, EXACT);
      ClearingOutcome outcome =
          ClearingKernel.clear(ClearingCase.of(day), EXACT.withGap(1e-6), new OjAlgoSolver());
      ClearingResult ojAlgo = assertInstanceOf(ClearingOutcome.Cleared.class, outcome).result();
      assertEquals(highs.objectiveYuan(), ojAlgo.objectiveYuan(), 1e-3);
      for (int b = 0; b < day.network().buses().size(); b++) {
        assertArrayEquals(
            highs.prices().lmpYuanPerMwh()[b], ojAlgo.prices().lmpYuanPerMwh()[b], 1e-4);
      }
    }
  }

  @Test
  void ojAlgoRefusesWhatIsTooLargeForItInsteadOfStalling() {
    MarketDay day =
        SyntheticMarket.complete(
            BuiltInNetworks.read("ieee118"), Horizon.dayOfHours(), SyntheticOptions.DEFAULT);
    ClearingOutcome outcome = ClearingKernel.clear(ClearingCase.of(day), EXACT, new OjAlgoSolver());
    ClearingOutcome.NotCleared refused =
        assertInstanceOf(ClearingOutcome.NotCleared.class, outcome);
    assertEquals(ClearingOutcome.Reason.SOLVER_FAILED, refused.reason());
    assertTrue(refused.text().contains("rows"), refused.text());
  }

  @Test
  void loadBeyondAllCapacityIsShedAndReportedWithPlaceAndAmount() {
    ClearingResult result = audited(Days.threeUnits("110, 500", "", ""));
    Relaxation shed = result.relaxations().get(0);
    assertEquals("B-14", shed.constraint());
    assertEquals("load not served at bus n", shed.element());
    assertEquals(1, shed.period());
    assertEquals(500 - 360, shed.amount(), 1e-6);
    assertEquals(20_000, result.prices().lmpYuanPerMwh()[0][1], 1e-6);
  }

  @Test
  void reserveBeyondCapacityIsRelaxedBeforeLoadIsShed() {
    ClearingResult result =
        audited(Days.threeUnits("300", "", ", \"reserves\": [{\"id\": \"spin\", \"mw\": 100}]"));
    assertEquals("B-15", result.relaxations().get(0).constraint());
    assertEquals(40, result.relaxations().get(0).amount(), 1e-6);
    assertEquals(0, result.schedule().shedMw()[0][0]);
  }

  @Test
  void unitsThatContradictThemselvesAreRelaxedAtAPriceAndNamed() {
    MarketDay day =
        Days.read(
            """
            {"horizon": {"periodCount": 2},
             "network": {"buses": [{"id": "n", "type": "reference"}]},
             "thermalUnits": [{"id": "g", "bus": "n",
               "offers": [{"mw": [50, 200], "yuanPerH": [1000, 4000]}],
               "rampUpMwPerH": 10, "rampDownMwPerH": 10, "startRampMw": 60, "stopRampMw": 60,
               "commitment": ["on", "off"],
               "initial": {"on": true, "hours": 9, "powerMw": 200}}],
             "busLoads": [{"bus": "n", "mw": [100, 0]}]}
            """);
    ClearingResult result = audited(day);
    assertTrue(result.statistics().elastic());
    assertTrue(
        result.relaxations().stream().anyMatch(r -> r.element().equals("unit g down")),
        result.relaxations().toString());
  }

  @Test
  void aBranchOutageSplitsTheGridAndEachIslandHasItsOwnPrice() {
    MarketDay day = Days.triangle(150, 0);
    MarketDay split =
        day.withBranchOutages(
            List.of(
                new org.gridclear.market.BranchOutage("bc", 0, 1),
                new org.gridclear.market.BranchOutage("ac", 0, 1)));
    ClearingResult result = audited(split);
    assertEquals(0, result.schedule().outputMw()[0][0], 1e-6);
    assertEquals(150, result.schedule().outputMw()[1][0], 1e-6);
    assertEquals(50, result.prices().lmpYuanPerMwh()[2][0], 1e-6);
  }

  @Test
  void flowgatesStorageAndFlexibleLoadAreCleared() {
    MarketDay day =
        Days.read(
            """
            {"horizon": {"periodCount": 3},
             "network": {"buses": [{"id": "a", "type": "reference"}, {"id": "b"}],
               "branches": [{"id": "l1", "from": "a", "to": "b", "xPu": 0.1},
                            {"id": "l2", "from": "a", "to": "b", "xPu": 0.1}],
               "flowgates": [{"id": "ab", "limitMw": 80,
                 "terms": [{"branch": "l1"}, {"branch": "l2"}]}]},
             "thermalUnits": [{"id": "g", "bus": "a",
               "offers": [{"mw": [0, 300], "yuanPerH": [0, 6000]}],
               "initial": {"on": true, "hours": 9, "powerMw": 80}}],
             "storageUnits": [{"id": "s", "bus": "b", "maxLevelMwh": 100, "maxChargeMw": 30,
               "maxDischargeMw": 30, "chargeEfficiency": 0.9, "initialLevelMwh": 20,
               "endMinLevelMwh": 20}],
             "flexibleLoads": [{"id": "f", "bus": "b", "maxMw": 50,
               "valueYuanPerMwh": [10, 25, 500]}],
             "busLoads": [{"bus": "b", "mw": [30, 40, 70]}]}
            """);
    ClearingResult result = audited(day);
    assertEquals(0, result.schedule().flexibleMw()[0][0], 1e-6, "worth less than the energy");
    assertEquals(40, result.schedule().flexibleMw()[0][2], 1e-6, "80 by line, 30 stored, 70 fixed");
    assertTrue(result.flows().stream().anyMatch(f -> f.element().equals("ab") && f.binding()));
    assertEquals(500, result.prices().lmpYuanPerMwh()[1][2], 1e-6);
  }

  @Test
  void theAuditorFindsWhatIsWrong() {
    MarketDay day = Days.triangle(150, 60);
    ClearingResult good = Fixtures.clear(day, EXACT);
    ClearingResult other = Fixtures.clear(Days.triangle(150, 80), EXACT);
    ClearingCase clearingCase = ClearingCase.of(day);
    assertTrue(ClearingAuditor.audit(clearingCase, good).isEmpty());
    List<String> findings =
        ClearingAuditor.audit(clearingCase, other).stream().map(Finding::check).toList();
    assertTrue(findings.contains("flow limit"), findings.toString());
    ClearingCase moreLoad = ClearingCase.of(Days.triangle(170, 60));
    assertTrue(
        ClearingAuditor.audit(moreLoad, good).stream().anyMatch(f -> f.check().equals("balance")));
    ClearingCase dearer = ClearingCase.of(Days.threeUnits("110", "", ""));
    assertFalse(ClearingAuditor.audit(dearer, good).isEmpty());
  }

  @Test
  void aSearchWithoutTimeKeepsAllUsedUnitsOnAndSaysSo() {
    ClearingCase clearingCase = ClearingCase.of(Days.threeUnits("110, 60", "", ""));
    ClearingOutcome outcome =
        ClearingKernel.clear(
            clearingCase, EXACT, Fixtures.context(() -> true, () -> false, line -> {}));
    ClearingResult result = assertInstanceOf(ClearingOutcome.Cleared.class, outcome).result();
    assertEquals(ClearingResult.Status.TIME_LIMITED, result.status());
    assertEquals(
        List.of(),
        ClearingAuditor.audit(clearingCase, result).stream().map(Finding::line).toList());
  }

  @Test
  void aSearchThatIsStoppedKeepsItsFirstScheduleAndSaysSo() {
    MarketDay day =
        SyntheticMarket.complete(
            BuiltInNetworks.read("ieee118"), Horizon.dayOfHours(), SyntheticOptions.DEFAULT);
    java.util.concurrent.atomic.AtomicBoolean started =
        new java.util.concurrent.atomic.AtomicBoolean();
    ClearingOutcome outcome =
        ClearingKernel.clear(
            ClearingCase.of(day),
            EXACT,
            Fixtures.context(
                started::get,
                () -> false,
                line -> started.compareAndSet(false, line.startsWith("start round"))));
    ClearingResult result = assertInstanceOf(ClearingOutcome.Cleared.class, outcome).result();
    assertEquals(ClearingResult.Status.TIME_LIMITED, result.status());
    assertEquals(
        List.of(),
        ClearingAuditor.audit(ClearingCase.of(day), result).stream().map(Finding::line).toList());
  }

  @Test
  void aCancelledCaseSaysSo() {
    MarketDay day = HorizonWindow.head(Days.threeUnits("110, 60", "", ""), 1);
    ClearingOutcome outcome =
        ClearingKernel.clear(
            ClearingCase.of(day), EXACT, Fixtures.context(() -> false, () -> true, line -> {}));
    assertEquals(
        ClearingOutcome.Reason.CANCELLED,
        assertInstanceOf(ClearingOutcome.NotCleared.class, outcome).reason());
  }

  @Test
  void aCaseStartsFromAnotherWhoseLimitsItDoesNotHave() {
    ClearingResult base = audited(Days.triangle(150, 60));
    assertEquals(1, base.start().rows().size());
    ClearingCase off =
        new ClearingCase("off", Days.triangle(150, 60), Set.of(ConstraintFamily.THERMAL));
    ClearingOutcome outcome =
        ClearingKernel.clear(
            off, EXACT, ClearingContext.of(Fixtures.highs()).startingFrom(base.start()));
    ClearingResult result = assertInstanceOf(ClearingOutcome.Cleared.class, outcome).result();
    assertEquals(150, result.schedule().outputMw()[0][0], 1e-6);
    ClearingOutcome same =
        ClearingKernel.clear(
            ClearingCase.of(Days.triangle(150, 60)),
            EXACT,
            ClearingContext.of(Fixtures.highs()).startingFrom(base.start()));
    assertEquals(
        base.objectiveYuan(),
        assertInstanceOf(ClearingOutcome.Cleared.class, same).result().objectiveYuan(),
        1e-6);
  }
}
