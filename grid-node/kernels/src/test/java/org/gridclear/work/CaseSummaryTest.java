package org.gridclear.work;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.gridclear.clearing.Days;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.audit.RuledDays;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.market.MarketDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures of a case, worked by hand. */
class CaseSummaryTest {
  /**
   * Two half hours: 120 MW of load of which 100 are served, then 60 and 10 of price-sensitive load
   * out of 80 MW of wind.
   */
  private static final MarketDay DAY =
      Days.read(
          """
          {"horizon": {"periodCount": 2, "minutesPerPeriod": 30},
           "network": {"buses": [{"id": "n", "type": "reference"}]},
           "thermalUnits": [{"id": "g", "bus": "n", "commitment": "on",
             "offers": [{"mw": [0, 100], "yuanPerH": [0, 1000]}],
             "startCategories": [{"offHours": 1, "costYuan": 7}], "rampUpMwPerH": 900, "rampDownMwPerH": 900,
             "initial": {"on": false, "hours": 9}}],
           "profiledUnits": [{"id": "wind", "bus": "n", "maxMw": [0, 80]}],
           "flexibleLoads": [{"id": "f", "bus": "n", "maxMw": 10, "valueYuanPerMwh": 100}],
           "busLoads": [{"bus": "n", "mw": [120, 60]}]}
          """);

  private static final ClearingResult RESULT =
      Fixtures.clear(DAY, ClearingOptions.LOSSLESS.withGap(1e-9));

  private static CaseSummary summary(List<Finding> findings) {
    return CaseSummary.of(DAY, RESULT, findings, null);
  }

  @Test
  void powersOfHalfHoursAreHalfAsMuchEnergy() {
    CaseSummary summary = summary(List.of());
    assertEquals(10, summary.shedLoadMwh(), 1e-6);
    assertEquals(5, summary.flexibleLoadMwh(), 1e-6);
    assertEquals(90 - 10 + 5, summary.servedLoadMwh(), 1e-6);
    assertEquals(40 - 35, summary.curtailedMwh(), 1e-6);
    assertEquals(1, summary.unitHours(), 1e-9);
    assertEquals(1, summary.starts());
    assertEquals(500 + 7 + 10 * 20_000 - 5 * 100, summary.objectiveYuan(), 1e-3);
  }

  /** By the load of each period, not by the periods. */
  @Test
  void theMeanPriceIsWeightedByLoad() {
    CaseSummary summary = summary(List.of());
    assertEquals(0, summary.lmpMinYuanPerMwh(), 1e-6);
    assertEquals(20_000, summary.lmpMaxYuanPerMwh(), 1e-6);
    assertEquals(20_000.0 * 120 / 180, summary.lmpMeanYuanPerMwh(), 1e-6);
    assertArrayEquals(new double[] {20_000, 0}, summary.lmpMeanByPeriod(), 1e-6);
    assertArrayEquals(new double[] {120, 60}, summary.loadMwByPeriod(), 0);
  }

  @Test
  void whatIsNotServedAndNotPassedIsAnAlarmGravestFirst() {
    assertEquals(List.of("LOAD NOT SERVED: 10.000 MWh"), CaseAlarms.of(summary(List.of())));
    Finding finding = new Finding("balance", "system", 0, "off");
    assertEquals(
        List.of("AUDIT FAILED: 1 findings", "LOAD NOT SERVED: 10.000 MWh"),
        CaseAlarms.of(summary(List.of(finding))));
  }

  /** 120 MW go from 10 to 40 yuan/MWh over two hours: what loads pay and units do not get. */
  @Test
  void theRentIsWhatLoadsPayAndUnitsDoNotGet() {
    CaseSummary summary =
        CaseSummary.of(RuledDays.day("branch").day(), RuledDays.result("branch"), List.of(), null);
    assertEquals(2 * (150 * 40 - 120 * 10 - 30 * 40), summary.congestionRentYuan(), 1e-3);
    assertEquals(40, summary.lmpMeanYuanPerMwh(), 1e-6);
    assertEquals(List.of(), CaseAlarms.of(summary));
  }

  /**
   * By hand: a and b are joined by l and m; l binds in hour 1, its gate of 30 MW of m in hour 2.
   */
  @Test
  void aBranchAndAFlowgateOfOneIdAreTwoElementsThatBind() {
    MarketDay day =
        Days.read(
            """
            {"horizon": {"periodCount": 2},
             "network": {"buses": [{"id": "a", "type": "reference"}, {"id": "b"}],
               "branches": [
                 {"id": "l", "from": "a", "to": "b", "xPu": 0.1, "ratings": {"normalMva": 50}},
                 {"id": "m", "from": "a", "to": "b", "xPu": 0.1}],
               "flowgates": [{"id": "l", "terms": [{"branch": "m", "weight": 1}], "limitMw": 90,
                              "reverseLimitMw": 90}]},
             "profiledUnits": [{"id": "cheap", "bus": "a", "maxMw": 300, "priceYuanPerMwh": 10},
                               {"id": "dear", "bus": "b", "maxMw": 300, "priceYuanPerMwh": 40}],
             "busLoads": [{"bus": "b", "mw": 150}],
             "rules": {"flowgateLimits": [{"flowgate": "l", "mw": [90, 30]}]}}
            """);
    ClearingResult result = Fixtures.clear(day, ClearingOptions.LOSSLESS.withGap(1e-9));
    CaseSummary summary = CaseSummary.of(day, result, List.of(), null);
    assertEquals(List.of("l", "l"), summary.bindingElements());
    // 100 MW come at 10 and 50 at 40 yuan/MWh, then 60 and 90.
    assertEquals(1000 + 2000 + 600 + 3600, summary.objectiveYuan(), 1e-3);
    assertEquals(100 * 30 + 60 * 30, summary.congestionRentYuan(), 1e-3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"branch, short", "outage, short"})
  void aLimitThatGivesWayIsAnAlarmWithItsGreatestExcess(String name) {
    CaseSummary summary =
        CaseSummary.of(RuledDays.day(name).day(), RuledDays.result(name), List.of(), null);
    List<String> alarms = CaseAlarms.of(summary);
    double most =
        RuledDays.result(name).relaxations().stream()
            .mapToDouble(each -> each.amount())
            .max()
            .orElseThrow();
    assertEquals(1, alarms.size(), "" + alarms);
    String begin =
        "NOT SECURE: %d limits of flows exceeded at their penalty (%s by %.3f MW in period 1"
            .formatted(summary.relaxations().size(), summary.relaxations().get(0).element(), most);
    assertEquals(begin, alarms.get(0).substring(0, begin.length()));
  }

  @Test
  void outputThatNobodyTakesIsAnAlarm() {
    CaseSummary summary =
        CaseSummary.of(
            RuledDays.day("too much").day(), RuledDays.result("too much"), List.of(), null);
    assertEquals(
        List.of("OUTPUT NOT ABSORBED: 2 places and periods, most 10.000 MW in period 1"),
        CaseAlarms.of(summary));
  }

  /** Equal bits, equal hash; another price is another outcome. */
  @Test
  void theHashIsOfScheduleAndPrices() {
    String hash = summary(List.of()).outcomeHash();
    assertEquals(hash, summary(List.of(new Finding("a", "b", 0, "c"))).outcomeHash());
    double[] lmp = RESULT.prices().lmpYuanPerMwh()[0];
    double before = lmp[1];
    lmp[1] = Math.nextUp(before);
    String other = summary(List.of()).outcomeHash();
    lmp[1] = before;
    assertNotEquals(hash, other);
    assertEquals(hash, summary(List.of()).outcomeHash());
  }
}
