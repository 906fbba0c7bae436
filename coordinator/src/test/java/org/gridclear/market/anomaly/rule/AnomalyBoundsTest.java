package org.gridclear.market.anomaly.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.gridclear.market.anomaly.rule.Anomaly.Periods;
import org.gridclear.market.anomaly.rule.AnomalyRule.Of;
import org.gridclear.market.anomaly.rule.AnomalyRule.Threshold;
import org.gridclear.market.day.BlockBuilder;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of prices and flows at their thresholds: at one it holds, beyond it does not. */
// Rows: I-01, I-02, I-04
class AnomalyBoundsTest extends JudgedDays {
  @ParameterizedTest
  @CsvSource({
    "PRICE_ALARM, 100, 100, false", "PRICE_ALARM, 100, 100.000001, true",
    "PRICE_CAP, 100, 100, false", "PRICE_CAP, 100, 100.000001, true",
    "PRICE_NEGATIVE, 0, 0, false", "PRICE_NEGATIVE, 0, -0.000001, true",
    "PRICE_NEGATIVE, -50, -50, false", "PRICE_NEGATIVE, -50, -50.1, true",
    "PRICE_NEGATIVE, 10, 9.9, true"
  })
  void priceAtItsThresholdHolds(AnomalyType type, double limit, double price, boolean raised) {
    AnomalyRule rule = rule(type, Threshold.of(limit));
    JudgedDay day = day(Optional.of(CLEAN), prices(50, price, 50));
    List<Anomaly> found = found(rule, day);
    assertEquals(raised, !found.isEmpty());
    if (raised) {
      assertEquals(
          new Anomaly(
              "R",
              type,
              AnomalySeverity.WARNING,
              new Place("bus", "b", "", "north", ""),
              new Periods(2, 1),
              price,
              limit,
              "yuan/MWh"),
          found.get(0));
    }
  }

  /** The worst of a place stands for all, and of equal ones the first. */
  @ParameterizedTest
  @CsvSource({
    "150, 120, 90, 1, 150, 2",
    "120, 150, 150, 2, 150, 3",
    "101, 101, 101, 1, 101, 3",
    "0, 0, 100.5, 3, 100.5, 1"
  })
  void worstPeriodStandsForAll(
      double one, double two, double three, int worst, double value, int count) {
    Anomaly only =
        found(
                rule(AnomalyType.PRICE_ALARM, Threshold.of(100)),
                day(Optional.of(CLEAN), prices(one, two, three)))
            .get(0);
    assertEquals(new Periods(worst, count), only.periods());
    assertEquals(value, only.value());
  }

  /** Of what is below its limit the least is the worst. */
  @Test
  void leastNegativePriceIsTheWorst() {
    Anomaly only =
        found(
                rule(AnomalyType.PRICE_NEGATIVE, Threshold.of(0)),
                day(Optional.of(CLEAN), prices(-10, -70, -40)))
            .get(0);
    assertEquals(new Periods(2, 3), only.periods());
    assertEquals(-70, only.value());
  }

  /** was + max(share · |was|, least), by the minute of the day. */
  @ParameterizedTest
  @CsvSource({
    "200, 0.5, 50, 300, false", "200, 0.5, 50, 300.1, true", "20, 0.5, 50, 70, false",
    "20, 0.5, 50, 70.1, true", "-200, 0.5, 50, -100, false", "-200, 0.5, 50, -99, true",
    "0, 0.5, 0, 0, false", "0, 0.5, 0, 0.1, true"
  })
  void riseIsHeldAgainstShareAndLeastAmount(
      double was, double share, double least, double is, boolean raised) {
    JudgedDay day =
        new JudgedDay(
            KEY,
            Map.of(ResultKind.PRICES, prices(is)),
            Optional.of(CLEAN),
            OptionalDouble.empty(),
            Optional.of(prices(was)));
    AnomalyRule rule = rule(AnomalyType.PRICE_RISE, new Threshold(OptionalDouble.of(share), least));
    assertEquals(raised, !found(rule, day).isEmpty());
  }

  @Test
  void busThatHadNoPriceTheDayBeforeDidNotRise() {
    BlockBuilder other = rows(ResultKind.PRICES, List.of("bus", "zone"), "lmpYuanPerMwh");
    other.add(List.of("another", "north"), 1L, 1.0);
    JudgedDay day =
        new JudgedDay(
            KEY,
            Map.of(ResultKind.PRICES, prices(5000)),
            Optional.of(CLEAN),
            OptionalDouble.empty(),
            Optional.of(other.block()));
    AnomalyRule rule = rule(AnomalyType.PRICE_RISE, new Threshold(OptionalDouble.of(0.1), 1));
    assertEquals(List.of(), found(rule, day));
    assertEquals(
        List.of("there is no version of the day before"),
        notJudged(rule, day(Optional.of(CLEAN), prices(5000))));
  }

  @Test
  void ruleOfAZoneLooksAtThatZone() {
    JudgedDay day = day(Optional.of(CLEAN), prices(500));
    Of south = new Of(Set.of(), Set.of("south"), Set.of());
    Of both = new Of(Set.of("da"), Set.of("south", "north"), Set.of());
    Of realTime = new Of(Set.of("rt"), Set.of(), Set.of());
    for (Of of : List.of(south, both, realTime)) {
      AnomalyRule rule =
          new AnomalyRule(
              "R", AnomalyType.PRICE_ALARM, AnomalySeverity.SEVERE, true, of, Threshold.of(100));
      assertEquals(of.equals(both), !found(rule, day).isEmpty());
    }
    AnomalyRule off =
        new AnomalyRule(
            "R", AnomalyType.PRICE_ALARM, AnomalySeverity.SEVERE, false, Of.ALL, Threshold.of(100));
    assertEquals(List.of(), found(off, day));
  }

  @Test
  void capIsOfTheRuleElseOfTheMarketElseNotJudged() {
    ResultBlock prices = prices(500);
    JudgedDay capped =
        new JudgedDay(
            KEY,
            Map.of(ResultKind.PRICES, prices),
            Optional.of(CLEAN),
            OptionalDouble.of(400),
            Optional.empty());
    AnomalyRule ofMarket = rule(AnomalyType.PRICE_CAP, Threshold.NONE);
    assertEquals(400, found(ofMarket, capped).get(0).threshold());
    assertEquals(List.of(), found(rule(AnomalyType.PRICE_CAP, Threshold.of(600)), capped));
    assertEquals(1, notJudged(ofMarket, day(Optional.of(CLEAN), prices)).size());
    assertEquals(
        List.of("the version has no prices"), notJudged(ofMarket, day(Optional.of(CLEAN))));
  }

  @ParameterizedTest
  @CsvSource({
    "FLOW_HEAVY, '', 79.9, false, false", "FLOW_HEAVY, '', 80, false, true",
    "FLOW_HEAVY, '', -80, false, true", "FLOW_HEAVY, '', 100, false, true",
    "FLOW_HEAVY, '', 120, true, false", "FLOW_HEAVY, cd, 90, false, false",
    "OUTAGE_HEAVY, cd, 90, false, true", "OUTAGE_HEAVY, '', 90, false, false",
    "FLOW_VIOLATED, '', 120, true, true", "FLOW_VIOLATED, '', 99, false, false",
    "FLOW_VIOLATED, cd, 120, true, false", "OUTAGE_VIOLATED, cd, 120, true, true",
    "OUTAGE_VIOLATED, '', 120, true, false", "OUTAGE_VIOLATED, cd, 90, false, false"
  })
  void flowsAreHeavyUpToTheirLimitAndViolatedBeyond(
      AnomalyType type, String outage, double value, boolean over, boolean raised) {
    boolean heavy = type.name().endsWith("HEAVY");
    AnomalyRule rule = rule(type, heavy ? Threshold.of(0.8) : Threshold.NONE);
    CaseEvidence evidence = evidence(0, List.of(), List.of(), flow(outage, value, over));
    List<Anomaly> found = found(rule, day(Optional.of(evidence)));
    assertEquals(raised, !found.isEmpty());
    if (raised) {
      assertEquals(Math.abs(value) / 100, found.get(0).value(), 1e-12);
      assertEquals(heavy ? 0.8 : 1, found.get(0).threshold());
      assertEquals(outage, found.get(0).place().outage());
      assertEquals(new Periods(2, 1), found.get(0).periods());
    }
  }

  @Test
  void withoutAnAcCheckViolationsAreThoseOfTheSchedule() {
    BlockBuilder flows =
        rows(
            ResultKind.FLOWS,
            List.of("element", "outage", "constraint"),
            "flowMw",
            "limitMw",
            "overloadMw");
    flows.add(List.of("ab", "", "B-19"), 1L, -110.0, 100.0, 10.0);
    flows.add(List.of("ab", "", "B-19"), 2L, 100.0, 100.0, 0.0);
    flows.add(List.of("ab", "cd", "B-20"), 1L, 130.0, 100.0, 30.0);
    flows.add(List.of("gate", "", "B-18"), 3L, 52.0, 50.0, 2.0);
    JudgedDay day = day(Optional.empty(), flows.block());
    List<Anomaly> intact = found(rule(AnomalyType.FLOW_VIOLATED, Threshold.NONE), day);
    assertEquals(
        List.of("branch ab", "flowgate gate"),
        intact.stream().map(each -> each.place().text()).toList());
    assertEquals(1.1, intact.get(0).value(), 1e-12);
    assertEquals(new Periods(1, 1), intact.get(0).periods());
    List<Anomaly> after = found(rule(AnomalyType.OUTAGE_VIOLATED, Threshold.NONE), day);
    assertEquals("branch ab after the outage of cd", after.get(0).place().text());
    assertEquals(1, notJudged(rule(AnomalyType.FLOW_HEAVY, Threshold.of(0.8)), day).size());
  }

  @Test
  void anyFlowIsOverALimitOfNothingAndIsToldItself() {
    BlockBuilder flows =
        rows(
            ResultKind.FLOWS,
            List.of("element", "outage", "constraint"),
            "flowMw",
            "limitMw",
            "overloadMw");
    flows.add(List.of("shut", "", "B-18"), 1L, -5.0, 0.0, 5.0);
    flows.add(List.of("shut", "", "B-18"), 2L, 7.0, 0.0, 7.0);
    flows.add(List.of("shut", "", "B-18"), 3L, 90.0, 10.0, 80.0);
    flows.add(List.of("idle", "", "B-18"), 1L, 0.0, 0.0, 0.0);
    AnomalyRule rule = rule(AnomalyType.FLOW_VIOLATED, Threshold.NONE);
    List<Anomaly> found = found(rule, day(Optional.empty(), flows.block()));
    assertEquals(
        List.of("flowgate shut"), found.stream().map(each -> each.place().text()).toList());
    assertEquals("7 MW, threshold 0", found.get(0).measured());
    assertEquals(new Periods(2, 3), found.get(0).periods());
    BlockBuilder security =
        rows(ResultKind.SECURITY, List.of("kind", "element", "outage"), "value", "limit");
    security.add(List.of("BRANCH", "ab", ""), 1L, -3.5, 0.0);
    Anomaly checked = found(rule, day(Optional.empty(), security.block())).get(0);
    assertEquals("3.500 MVA, threshold 0", checked.measured());
  }

  @Test
  void securityTableComesBeforeTheFlowsOfTheSchedule() {
    BlockBuilder security =
        rows(ResultKind.SECURITY, List.of("kind", "element", "outage"), "value", "limit");
    security.add(List.of("BRANCH", "ab", ""), 1L, 110.0, -100.0);
    security.add(List.of("VOLTAGE", "bus", ""), 1L, 0.8, 0.9);
    security.add(List.of("FLOWGATE", "gate", "cd"), 2L, 60.0, 50.0);
    JudgedDay day = day(Optional.empty(), security.block());
    assertEquals(
        List.of("branch ab"),
        found(rule(AnomalyType.FLOW_VIOLATED, Threshold.NONE), day).stream()
            .map(each -> each.place().text())
            .toList());
    assertEquals(
        1.2, found(rule(AnomalyType.OUTAGE_VIOLATED, Threshold.NONE), day).get(0).value(), 1e-12);
  }
}
