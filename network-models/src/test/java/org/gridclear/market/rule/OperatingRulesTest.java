package org.gridclear.market.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.gridclear.market.rule.LinearConstraint.Quantity;
import org.gridclear.market.rule.LinearConstraint.Term;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.PeriodMap;
import org.gridclear.quantity.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules as a whole: what is switched by name, and what goes along to other periods. */
// Rows: B-01, C-01
class OperatingRulesTest {
  private static final Horizon HOURS = new Horizon(2, 60);
  private static final PeriodMap FINER = PeriodMap.days(HOURS, 0, 30, false);
  private static final PeriodMap LONGER = PeriodMap.days(HOURS, 0, 120, false);
  private static final Series TWO = Series.of(1, 2);
  private static final Series FOUR = Series.of(1, 1, 2, 2);

  private static RangeConstraint range(Series values, int to) {
    return new RangeConstraint(
        "a", RangeKind.OUTPUT, Scope.unit("g"), true, 0, to, Span.PERIOD, values, values, "", 0, 7);
  }

  private static LinearConstraint linear(int lag, Series values) {
    Term term = new Term("g", Quantity.OUTPUT, lag, values);
    return new LinearConstraint("b", true, List.of(term), values, values, 8);
  }

  private static OutputBands bands(int dwell) {
    return new OutputBands(
        "g", OutputBands.Kind.VIBRATION, true, List.of(new OutputBands.Band(1, 2)), dwell, -1);
  }

  private static Reservoir lake(Series values) {
    return new Reservoir(
        "l",
        List.of("g"),
        true,
        1,
        values,
        values,
        values,
        1,
        1,
        values,
        values,
        values,
        "",
        0,
        0,
        List.of(),
        9);
  }

  private static HvdcSchedule hvdc(Series values) {
    return new HvdcSchedule("d", true, values, values, 5, 0, -1);
  }

  private static DecisionVariable variable(Series values) {
    return new DecisionVariable("v", false, values, values, values, DecisionVariable.Part.ENERGY);
  }

  private static OperatingRules rules(Series values) {
    int periods = values.size();
    int finer = periods / 2;
    return new OperatingRules(
        List.of(new UnitGroup("p", List.of("g"))),
        List.of(
            new ReserveProduct(
                "r", ReserveProduct.Kind.REGULATION, ReserveProduct.Direction.DOWN, 5)),
        List.of(new ReserveOffer("g", "r", values, values, 1, 2)),
        List.of(range(values, periods)),
        List.of(variable(values)),
        List.of(linear(0, values)),
        List.of(new Trajectory("g", true, List.of(3.0), List.of()).finer(finer)),
        List.of(bands(finer)),
        List.of(new ResourceRate("g", "coal", 1, 2, 3)),
        List.of(lake(values)),
        List.of(hvdc(values)),
        new ContingencySet(true, List.of()),
        List.of(new AncillaryCapability("g", 4, List.of(AncillaryService.AVC))),
        List.of(new OperatingMode("storm", 0, periods, List.of())),
        List.of(new PriceZone("z", List.of("b1"))),
        List.of(new LeadTime("g", 6, true)),
        List.of(new FlowgateLimit("f", values, values)));
  }

  @Test
  void everythingGoesAlongToShorterPeriods() {
    assertEquals(rules(FOUR), rules(TWO).on(FINER));
  }

  @Test
  void whatCountsInPeriodsCannotBecomeLonger() {
    String refused =
        "Start and stop curves, periods within bands and constraints that look back count in"
            + " periods of the case: its periods cannot become longer.";
    OperatingRules none = OperatingRules.NONE;
    Trajectory curve = new Trajectory("g", true, List.of(3.0), List.of());
    List<OperatingRules> counting =
        List.of(
            none.after(List.of(), List.of(), List.of(bands(1)), List.of(), List.of()),
            none.withLinear(List.of(), List.of(linear(1, TWO))),
            new OperatingRules(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(curve),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ContingencySet.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    for (OperatingRules each : counting) {
      assertEquals(
          refused,
          assertThrows(IllegalArgumentException.class, () -> each.on(LONGER)).getMessage());
    }
    OperatingRules others =
        none.after(List.of(), List.of(range(TWO, 2)), List.of(bands(0)), List.of(), List.of())
            .withLinear(List.of(), List.of(linear(0, TWO)));
    assertEquals(Series.of(1.5), others.on(LONGER).ranges().get(0).min());
  }

  @Test
  void aConstraintThatLooksBackOnWholePeriodsCannotHaveHalvesOfThem() {
    OperatingRules rules = OperatingRules.NONE.withLinear(List.of(), List.of(linear(1, TWO)));
    assertEquals(
        "The constraint b looks back and counts in periods of the case: they cannot become"
            + " shorter.",
        assertThrows(IllegalArgumentException.class, () -> rules.on(FINER)).getMessage());
    assertEquals(rules, rules.on(PeriodMap.same(HOURS)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "b", "trajectory g", "bands g", "reservoir l", "hvdc d", "lead time g"})
  void eachIsSwitchedByItsNameAlone(String name) {
    OperatingRules rules = rules(TWO);
    OperatingRules off = rules.withSwitched(name, false);
    assertNotEquals(rules, off);
    assertEquals(rules, off.withSwitched(name, true));
    assertEquals(
        List.of(name),
        rules.switchable().stream()
            .filter(other -> off.withSwitched(other, true).equals(rules))
            .toList());
  }

  @Test
  void everythingThatIsSwitchedByItselfIsNamed() {
    assertEquals(
        List.of("a", "b", "trajectory g", "bands g", "reservoir l", "hvdc d", "lead time g"),
        rules(TWO).switchable());
    assertEquals(rules(TWO), rules(TWO).withSwitched("nothing", false));
  }

  @Test
  void aProductThatIsNotDescribedIsSpinningReserveUpwards() {
    assertEquals(ReserveProduct.Kind.REGULATION, rules(TWO).product("r").kind());
    assertEquals(
        new ReserveProduct("x", ReserveProduct.Kind.SPINNING, ReserveProduct.Direction.UP, 0),
        rules(TWO).product("x"));
  }

  @Test
  void aUnitWithoutARegulatingRateHasNoLimitOfIt() {
    assertEquals(4, rules(TWO).regulatingMwPerMin("g"));
    assertEquals(Double.POSITIVE_INFINITY, rules(TWO).regulatingMwPerMin("h"));
  }

  @Test
  void aLeadTimeCountsOnlyInEffect() {
    assertEquals(6, rules(TWO).leadHours("g"));
    assertEquals(0, rules(TWO).leadHours("h"));
    assertEquals(0, rules(TWO).withSwitched("lead time g", false).leadHours("g"));
  }

  @ParameterizedTest
  @CsvSource({"0, 6", "2.5, 3.5", "6, 0", "7, 0"})
  void ofALeadTimeSoMuchHasPassedLater(double hours, double left) {
    assertEquals(left, rules(TWO).afterHours(hours).leadHours("g"));
  }

  @Test
  void eachPartIsReplacedAlone() {
    OperatingRules rules = rules(TWO);
    assertEquals(List.of(), rules.withRanges(List.of()).ranges());
    assertEquals(List.of(), rules.withProducts(List.of()).products());
    assertEquals(List.of(), rules.withReserveOffers(List.of()).reserveOffers());
    assertEquals(List.of(), rules.withPriceZones(List.of()).priceZones());
    assertEquals(List.of(), rules.withLeadTimes(List.of()).leadTimes());
    assertEquals(List.of(), rules.withFlowgateLimits(List.of()).flowgateLimits());
    assertEquals(ContingencySet.NONE, rules.withContingencies(ContingencySet.NONE).contingencies());
    OperatingRules states = rules.withStates(List.of(), List.of());
    assertEquals(List.of(), states.reservoirs());
    assertEquals(List.of(), states.hvdcSchedules());
    assertEquals(rules, states.withStates(rules.reservoirs(), rules.hvdcSchedules()));
    OperatingRules ancillary = rules.withAncillary(List.of(), List.of());
    assertEquals(List.of(), ancillary.capabilities());
    assertEquals(List.of(), ancillary.modes());
    assertEquals(rules, ancillary.withAncillary(rules.capabilities(), rules.modes()));
    OperatingRules linear = rules.withLinear(List.of(), List.of());
    assertEquals(List.of(), linear.variables());
    assertEquals(List.of(), linear.linear());
    assertEquals(rules, linear.withLinear(rules.variables(), rules.linear()));
    OperatingRules after = rules.after(List.of(), List.of(), List.of(), List.of(), List.of());
    assertEquals(List.of(), after.bands());
    assertEquals(List.of(), after.ranges());
    assertEquals(
        rules,
        after.after(
            rules.products(),
            rules.ranges(),
            rules.bands(),
            rules.reservoirs(),
            rules.hvdcSchedules()));
  }
}
