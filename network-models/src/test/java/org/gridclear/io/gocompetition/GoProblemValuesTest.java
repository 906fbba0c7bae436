package org.gridclear.io.gocompetition;

import static org.gridclear.json.Documents.assertErrors;
import static org.gridclear.json.Documents.node;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.gridclear.market.BusLoad;
import org.gridclear.market.Commitment;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.InitialState;
import org.gridclear.market.LimitRule;
import org.gridclear.market.MarketDay;
import org.gridclear.market.Penalties;
import org.gridclear.market.StartCategory;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.HvdcSchedule;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Contingency;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Shunt;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Every number of a problem in its place of the day, by hand. */
// Rows: A-11
class GoProblemValuesTest extends GoProblemFile {
  @Test
  void aProducerIsAUnitWithItsBlocksByPrice() {
    ThermalUnit unit = read().thermalUnits().get(0);
    // 25 MW at 40, the cheaper 30 MW first, and 100 an hour for being on
    assertCurve(unit.offer(0), 25, 1100, 30, 1300, 50, 2500);
    assertCurve(unit.offer(1), 30, 1300, 55, 2800);
    assertSeries(unit.pMinMw(), 25, 30);
    assertSeries(unit.pMaxMw(), 50, 55);
    assertEquals(150, unit.rampUpMwPerH());
    assertEquals(200, unit.rampDownMwPerH());
    assertEquals(125, unit.startRampMw()); // 250 MW/h in half an hour
    assertEquals(150, unit.stopRampMw());
    assertEquals(2, unit.minUpHours());
    assertEquals(1, unit.minDownHours());
    assertEquals(60, unit.stopYuan());
    assertEquals("coal", unit.fuel());
    assertEquals("b1", unit.bus());
    assertEquals(LimitRule.LIMIT_FOR_RAMP, unit.limitRule());
    assertEquals(List.of(Commitment.FREE, Commitment.ON), unit.commitment());
    assertEquals(List.of(new StartCategory(1, 500)), unit.startCategories());
    assertEquals(new InitialState(true, 8, 40), unit.initial());
    assertEquals(Set.of(), unit.reserves());
    assertErrors(log);
  }

  @Test
  void aProducerThatMustBeOffHasNoOutputThen() {
    series("A").set("on_status_lb", node("[0, 0]"));
    series("A").set("on_status_ub", node("[0, 1]"));
    ThermalUnit unit = read().thermalUnits().get(0);
    assertEquals(List.of(Commitment.OFF, Commitment.FREE), unit.commitment());
    assertSeries(unit.pMinMw(), 0, 30);
    assertSeries(unit.pMaxMw(), 0, 55);
  }

  @Test
  void aConsumerTakesItsLeastAndBidsTheRestDearestFirst() {
    MarketDay day = read();
    BusLoad load = day.busLoads().get(0);
    assertEquals("b2", load.bus());
    assertSeries(load.mw(), 35, 55);
    // 35 of 37.5 MW at 100 are what it must take; 2.5 MW at 100, 5 MW at 80, 2.5 MW of 10 at 70
    List<FlexibleLoad> bids = day.flexibleLoads();
    assertEquals(
        List.of("C block 1", "C block 2", "C block 3"),
        bids.stream().map(FlexibleLoad::id).toList());
    assertSeries(bids.get(0).maxMw(), 2.5, 10);
    assertSeries(bids.get(0).valueYuanPerMwh(), 100, 100);
    assertSeries(bids.get(1).maxMw(), 5, 0);
    assertSeries(bids.get(1).valueYuanPerMwh(), 80, 0);
    assertSeries(bids.get(2).maxMw(), 2.5, 0);
    assertSeries(bids.get(2).valueYuanPerMwh(), 70, 0);
  }

  @Test
  void busesBranchesAndShuntsAreHeldAsTheyAre() {
    MarketDay day = read();
    assertEquals(
        List.of(
            new Bus(
                "b1",
                "b1",
                BusType.REFERENCE,
                138,
                "A",
                1.01,
                Math.toDegrees(0.05),
                0.93,
                1.08,
                "Z"),
            new Bus("b2", "b2", BusType.PQ, 0, "", 1, 0, 0.9, 1.1, "")),
        day.network().buses());
    assertEquals(
        List.of(
            new Branch(
                "L",
                "b1",
                "b2",
                BranchKind.LINE,
                0.01,
                0.1,
                0.02,
                1,
                0,
                new Branch.Ratings(75, 75, 85),
                false),
            new Branch(
                "T",
                "b2",
                "b1",
                BranchKind.TRANSFORMER,
                0.03,
                0.2,
                0.04,
                0.98,
                Math.toDegrees(0.1),
                new Branch.Ratings(60, 60, 65),
                true)),
        day.network().branches());
    assertEquals(
        List.of(new Shunt("b2", 10, 30), new Shunt("b2", 1, 2), new Shunt("b1", 3, 4)),
        day.network().shunts());
    assertEquals(50, day.network().baseMva());
  }

  @Test
  void dcLinesAreDecidedFromTheirPowerBefore() {
    MarketDay day = read();
    assertEquals(
        List.of(new HvdcLine("D", "b1", "b2", 5, -15, 15, 0, 0, true)), day.network().hvdcLines());
    assertEquals(
        List.of(
            new HvdcSchedule("D", true, Series.of(-15, -15), Series.of(15, 15), INFINITE, 5, -1)),
        day.rules().hvdcSchedules());
    assertEquals(
        List.of(
            new Contingency("k1", List.of("T", "L"), List.of(), List.of()),
            new Contingency("k2", List.of(), List.of(), List.of(), List.of("D"))),
        day.rules().contingencies().listed());
  }

  @Test
  void penaltiesAreThoseOfTheFilePerMegawattHour() {
    assertEquals(
        new Penalties(
            20,
            Penalties.DEFAULT.reserveYuanPerMwh(),
            4,
            4,
            Penalties.DEFAULT.flowgateYuanPerMwh(),
            Penalties.DEFAULT.scheduleYuanPerMwh()),
        read().penalties());
    assertEquals(new Horizon(2, 30), read().horizon());
    assertEquals(MarketDay.CURRENCY_UNITS, read().currency());
  }

  @Test
  void statesOfAStartHoldWhileTheUnitHasNotBeenOffTooLong() {
    device("A").set("startup_states", node("[[-300, 1.5], [-100, 3], [-50, 4]]"));
    // off for h hours, a start counts h + 0.5: −300 up to 1 h, −100 up to 2.5 h, −50 up to 3.5 h
    assertEquals(
        List.of(
            new StartCategory(1, 200),
            new StartCategory(1.5, 400),
            new StartCategory(3, 450),
            new StartCategory(4, 500)),
        read().thermalUnits().get(0).startCategories());
    assertErrors(log);
  }

  @Test
  void aStateThatIsNeverCheaperChangesNothing() {
    device("A").set("startup_states", node("[[0, 2], [-100, 1]]"));
    device("A").put("down_time_lb", 1.5);
    assertEquals(
        List.of(new StartCategory(1.5, 500)), read().thermalUnits().get(0).startCategories());
  }

  @Test
  void startsOfAWindowAreLimitedWhereMoreWouldFit() {
    assertEquals(List.of(), ranges("startups_ub", "[[0, 1, 1]]")); // two intervals have one start
    assertEquals(
        List.of(range("A starts 1", RangeKind.STARTS, 0, 2, -INFINITE, 0, -1)),
        ranges("startups_ub", "[[0, 1, 0]]"));
  }

  @Test
  void energyOfAWindowIsLimitedWhereItCanBind() {
    // at most 50 and 55 MW for half an hour each: 52.5 MWh are 1.05 of the base
    assertEquals(List.of(), ranges("energy_req_ub", "[[0, 1, 1.05]]"));
    assertEquals(
        List.of(range("A energy 1", RangeKind.ENERGY, 0, 2, -INFINITE, 50, 1.4)),
        ranges("energy_req_ub", "[[0, 1, 1]]"));
    device("A").remove("energy_req_ub");
    assertEquals(
        List.of(range("A energy 1", RangeKind.ENERGY, 1, 2, 10, INFINITE, 1.4)),
        ranges("energy_req_lb", "[[0.5, 1, 0.2]]"));
    assertEquals(List.of(), ranges("energy_req_lb", "[[0, 1, 0]]"));
  }

  @ParameterizedTest
  @CsvSource({"0, 0.25, 0, 1", "0.25, 1, 1, 2", "0.24, 0.75, 0, 2", "0, 0.74, 0, 1", "0, 9, 0, 2"})
  void anIntervalBelongsToAWindowWhereItsMiddleLies(String start, String end, int from, int to) {
    RangeConstraint range = ranges("startups_ub", "[[%s, %s, -1]]".formatted(start, end)).get(0);
    assertEquals(from, range.from());
    assertEquals(to, range.to());
  }

  @Test
  void aRequirementOfEnergyNeedsItsPenalty() {
    ((ObjectNode) document.get("network").get("violation_cost")).remove("e_vio_cost");
    ranges("energy_req_ub", "[[0, 1, 1]]");
    assertErrors(
        log,
        "FIELD_PRESENT | network violation_cost | e_vio_cost | absent"
            + " | An energy requirement of A needs it.");
  }

  @Test
  void aWindowThatIsNoneIsRefused() {
    ranges("startups_ub", "[[0, 1]]");
    assertErrors(
        log,
        "FIELD_TYPE | device A | startups_ub | [0,1] | Give each window as [start, end, limit].");
  }

  @Test
  void aTimeOffBeforeTheFirstIntervalMayBeShorterThanOne() {
    device("A").put("down_time_lb", 0.25);
    device("A").set("startup_states", node("[[-200, 0.8]]"));
    device("A").set("initial_status", node("{\"on_status\": 0, \"accu_down_time\": 0.3}"));
    series("A").set("on_status_lb", node("[0, 0]"));
    assertEquals(
        List.of(new StartCategory(0.25, 300), new StartCategory(0.5, 500)),
        read().thermalUnits().get(0).startCategories());
  }
}
