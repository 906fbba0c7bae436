package org.gridclear.clearing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.flow.FlowOffsets;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.market.BusLoad;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Network;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.junit.jupiter.api.Test;

/** Losses in balance and prices (EQ-01, D-05, D-06). */
// Rows: D-05, E-04
class LossPricingTest {
  private static final ClearingOptions EXACT =
      ClearingOptions.LOSSLESS.withGap(1e-9).withLosses(true);

  private static MarketDay day(Network network) {
    return day(network, 1.1);
  }

  private static MarketDay day(Network network, double loadScale) {
    return SyntheticMarket.complete(
        network, new Horizon(3, 60), new SyntheticOptions(3, loadScale, 0.25, 0.04, 0.3));
  }

  private static ClearingResult audited(MarketDay day) {
    ClearingResult result = Fixtures.clear(day, EXACT);
    assertEquals(
        List.of(),
        ClearingAuditor.audit(ClearingCase.of(day), result).stream().map(Finding::line).toList());
    return result;
  }

  /** One line of r = 0.02 pu at 100 MVA that carries 100 MW loses 2 MW. */
  @Test
  void aLineLosesResistanceTimesFlowSquaredAndPricesShowIt() {
    MarketDay day =
        Days.read(
            """
            {"name": "lossy", "horizon": {"periodCount": 1},
             "network": {"baseMva": 100,
               "buses": [{"id": "a", "type": "reference"}, {"id": "b"}],
               "branches": [{"id": "ab", "from": "a", "to": "b", "rPu": 0.02, "xPu": 0.1}]},
             "thermalUnits": [
               {"id": "g", "bus": "a", "offers": [{"mw": [0, 400], "yuanPerH": [0, 8000]}],
                "initial": {"on": true, "hours": 9, "powerMw": 100}}],
             "busLoads": [{"bus": "b", "mw": 98}]}
            """);
    ClearingResult result = audited(day);
    // Losses are drawn at the load: f = 98 + L, L = 0.02·f²/100.
    double f = (1 - Math.sqrt(1 - 4 * 0.0002 * 98)) / (2 * 0.0002);
    assertEquals(f, result.schedule().outputMw()[0][0], 0.01);
    double slope = 2 * 0.02 * f / 100;
    assertEquals(20, result.prices().lmpYuanPerMwh()[0][0], 1e-6);
    assertEquals(20 / (1 - slope), result.prices().lmpYuanPerMwh()[1][0], 0.01);
  }

  @Test
  void theSameCaseOnceMoreStartsFromItsTangentsAndEndsInFewerRounds() {
    ClearingCase day = ClearingCase.of(day(BuiltInNetworks.read("ieee118")));
    ClearingOptions options = EXACT.withGap(1e-3);
    ClearingContext first = ClearingContext.of(Fixtures.highs());
    ClearingResult once = Fixtures.cleared(ClearingKernel.clear(day, options, first));
    ClearingContext again = first.again(once, FlowOffsets.NONE);
    ClearingResult twice = Fixtures.cleared(ClearingKernel.clear(day, options, again));
    assertEquals(once.objectiveYuan(), twice.objectiveYuan(), 1e-5 * once.objectiveYuan());
    assertArrayEquals(once.schedule().committed(), twice.schedule().committed());
    assertTrue(twice.statistics().rounds() <= 3, "rounds " + twice.statistics().rounds());
    assertTrue(once.statistics().rounds() > 6, "rounds " + once.statistics().rounds());
  }

  @Test
  void componentsAddUpAndTheReferenceBusChangesNoPrice() {
    Network network = BuiltInNetworks.read("ieee30");
    MarketDay day = day(network);
    ClearingResult result = audited(day);
    ClearingResult moved = audited(withReference(day, 17));
    boolean congested = false;
    for (int b = 0; b < network.buses().size(); b++) {
      for (int t = 0; t < 3; t++) {
        double lmp = result.prices().lmpYuanPerMwh()[b][t];
        double sum =
            result.prices().energyYuanPerMwh()[b][t]
                + result.prices().congestionYuanPerMwh()[b][t]
                + result.prices().lossYuanPerMwh()[b][t];
        assertEquals(lmp, sum, 1e-6);
        assertEquals(lmp, moved.prices().lmpYuanPerMwh()[b][t], 1e-5 * Math.max(1, lmp));
        congested |= Math.abs(result.prices().congestionYuanPerMwh()[b][t]) > 1;
      }
    }
    assertTrue(congested, "nothing is congested");
    assertTrue(result.lossMw()[0] > 0.5, "losses " + result.lossMw()[0]);
  }

  @Test
  void pricesAreFiniteDifferencesOfTheCostWithTrueLosses() {
    MarketDay day = day(BuiltInNetworks.read("ieee30"), 0.9);
    ClearingResult base = audited(day);
    assertTrue(base.relaxations().stream().noneMatch(r -> r.period() == 1));
    assertTrue(base.flows().stream().anyMatch(FlowResult::binding), "nothing is congested");
    MarketDay fixed = withCommitment(day, base);
    for (int b : new int[] {2, 11, 18, 25, 29}) {
      double up = Fixtures.clear(withLoad(fixed, b, 0.2), EXACT).objectiveYuan();
      double down = Fixtures.clear(withLoad(fixed, b, -0.2), EXACT).objectiveYuan();
      double slope = (up - down) / 0.4;
      double lmp = base.prices().lmpYuanPerMwh()[b][1];
      assertEquals(slope, lmp, 0.01 * Math.abs(slope), "bus " + b);
    }
  }

  @Test
  void lossesOfADispatchDoNotDependOnTheGap() {
    MarketDay day = day(BuiltInNetworks.read("ieee30"), 0.9);
    MarketDay fixed = withCommitment(day, audited(day));
    ClearingResult exact = Fixtures.clear(fixed, EXACT);
    ClearingResult coarse = Fixtures.clear(fixed, EXACT.withGap(0.1));
    for (int t = 0; t < 3; t++) {
      assertEquals(exact.lossMw()[t], coarse.lossMw()[t], 2e-3 * exact.lossMw()[t]);
    }
    assertEquals(exact.objectiveYuan(), coarse.objectiveYuan(), 1e-5 * exact.objectiveYuan());
  }

  private static MarketDay withReference(MarketDay day, int reference) {
    List<Bus> buses = new ArrayList<>();
    for (int b = 0; b < day.network().buses().size(); b++) {
      Bus bus = day.network().buses().get(b);
      boolean was = bus.type() == BusType.REFERENCE;
      buses.add(b == reference ? bus.with(BusType.REFERENCE) : was ? bus.with(BusType.PV) : bus);
    }
    Network n = day.network();
    Network changed =
        new Network(
            n.name(),
            n.baseMva(),
            buses,
            n.branches(),
            n.generators(),
            n.loads(),
            n.shunts(),
            n.hvdcLines(),
            n.flowgates());
    return new MarketDay(
        day.name(),
        day.synthetic(),
        day.horizon(),
        changed,
        day.thermalUnits(),
        day.profiledUnits(),
        day.storageUnits(),
        day.busLoads(),
        day.flexibleLoads(),
        day.interchanges(),
        day.reserves(),
        day.branchLimits(),
        day.branchOutages(),
        day.penalties());
  }

  private static MarketDay withCommitment(MarketDay day, ClearingResult result) {
    List<ThermalUnit> units = new ArrayList<>();
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      boolean[] on = result.schedule().committed()[g];
      units.add(
          day.thermalUnits()
              .get(g)
              .withCommitment(
                  IntStream.range(0, on.length)
                      .mapToObj(t -> on[t] ? Commitment.ON : Commitment.OFF)
                      .toList()));
    }
    return day.withThermalUnits(units);
  }

  private static MarketDay withLoad(MarketDay day, int bus, double mw) {
    List<BusLoad> loads = new ArrayList<>(day.busLoads());
    loads.add(new BusLoad(day.network().buses().get(bus).id(), Series.of(0, mw, 0)));
    return day.withBusLoads(loads);
  }
}
