package org.gridclear.casetable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.Market;
import org.gridclear.table.Table;
import org.junit.jupiter.api.Test;

/** What the table of constraints says of every kind of them ({@link TownCase}), by hand. */
// Rows: B-01, B-27
class ConstraintWordsTest {
  private static final String[] SHOWN = {
    "row",
    "constraint",
    "scope",
    "firstPeriod",
    "lastPeriod",
    "why",
    "min",
    "max",
    "unit",
    "penaltyYuanPerUnit",
    "parameters"
  };

  private final Table all = CaseTable.CONSTRAINTS.of(TownCase.cleared());

  private static List<String> of(Table table, String... constraints) {
    int at = table.indexOf("constraint");
    Set<String> names = Set.of(constraints);
    return TownCase.lines(table.where(row -> names.contains(row[at])), SHOWN);
  }

  private List<String> of(String... constraints) {
    return of(all, constraints);
  }

  @Test
  void aUnitHasLimitsRampsTimesAndStarts() {
    assertEquals(
        List.of(
            "B-02 | output of steam | steam | 1 | 3 |  | 10.0 | 90.0 | MW | 30000.0 |"
                + " while it runs",
            "B-03 | ramps of steam | steam | 1 | 3 |  | -20.0 | 30.0 | MW/h | 30000.0 |"
                + " start at most at 12 MW, stop at most from 15 MW, rule RAMP_AND_LIMIT",
            "B-04 | times of steam | steam | 1 | 3 |  | - | - | h | 30000.0 |"
                + " on at least 4 h, off at least 2 h",
            "B-05 | starts of steam | steam | 1 | 3 |  | - | 2.0 | starts | 30000.0 |"
                + " a day; 1 before the first period",
            "B-02 | output of peaker | peaker | 1 | 3 |  | 20.0 | 20.0 | MW | 30000.0 |"
                + " while it runs"),
        of(
            "output of steam",
            "ramps of steam",
            "times of steam",
            "starts of steam",
            "starts of peaker",
            "output of peaker"));
  }

  @Test
  void aForecastAndALevelHaveNoPriceToBeLeftAt() {
    assertEquals(
        List.of(
            "B-02 | output of wind | wind | 1 | 1 |  | 0.0 | 30.0 | MW | - | forecast",
            "B-02 | output of wind | wind | 2 | 2 |  | 0.0 | 0.0 | MW | - | forecast",
            "B-02 | output of wind | wind | 3 | 3 |  | 5.0 | 10.0 | MW | - | forecast"),
        of("output of wind"));
    String level = "level at the end of a period; 12 MWh before, 8 to 36 MWh after the last";
    assertEquals(
        List.of(
            "- | level of battery | battery | 1 | 1 |  | 4.0 | 40.0 | MWh | - | " + level,
            "- | level of battery | battery | 2 | 2 |  | 4.0 | 38.0 | MWh | - | " + level,
            "- | level of battery | battery | 3 | 3 |  | 4.0 | 36.0 | MWh | - | " + level),
        of("level of battery"));
    String power = " | MW | - | charging counts as negative";
    assertEquals(
        List.of(
            "- | power of battery | battery | 1 | 1 |  | -20.0 | 15.0" + power,
            "- | power of battery | battery | 2 | 2 |  | -10.0 | 25.0" + power,
            "- | power of battery | battery | 3 | 3 |  | -10.0 | 5.0" + power),
        of("power of battery"));
  }

  @Test
  void curvesBandsAndLeadTimesAreToldInWords() {
    assertEquals(
        List.of(
            "B-06 | trajectory steam | steam | 1 | 3 |  | - | - | MW | - |"
                + " start 4, 8 MW; stop none MW",
            "B-12 | vibration bands of steam | steam | 1 | 3 |  | - | - | MW | 30000.0 |"
                + " not within 20 to 25 MW, 60 to 62.5 MW; at most 1 periods in a row inside,"
                + " 2 crossings a day",
            "C-01 | lead time steam | steam | 1 | 3 | switched off | 2.0 | - | h | - |"
                + " a start is ordered so long before; none earlier but where the data say on"),
        of("trajectory steam", "vibration bands of steam", "lead time steam"));
  }

  /** 6 + 6.5, 7 + 6.5 and 7 + 7.5; the storm asks for half of the load, doubled in period 2. */
  @Test
  void aRequirementIsShownByItsRuleAndItsPriceOfShortfall() {
    String spin = "product spin, spinning up, plus 0.1 of load";
    assertEquals(
        List.of(
            "B-15 | spin | system | 1 | 1 |  | 12.5 | - | MW | 10000.0 | " + spin,
            "B-15 | spin | system | 2 | 2 |  | 13.5 | - | MW | 800.0 | " + spin,
            "B-15 | spin | system | 3 | 3 |  | 14.5 | - | MW | 800.0 | " + spin),
        of("spin"));
    String storm =
        "product spin, spinning up, at least the largest unit, at least 0.5 of load,"
            + " at least 0.2 of the forecast, times 2.0 in mode gale";
    assertEquals(
        List.of(
            "B-16 | storm | zone south | 1 | 1 |  | 30.0 | - | MW | 10000.0 | " + storm,
            "B-16 | storm | zone south | 2 | 2 |  | 60.0 | - | MW | 10000.0 | " + storm,
            "B-16 | storm | zone south | 3 | 3 |  | 35.0 | - | MW | 10000.0 | " + storm),
        of("storm"));
  }

  @Test
  void theBalanceCostsWhatThePenaltyOfThePeriodSays() {
    String words = " | injections less load and losses";
    assertEquals(
        List.of(
            "B-14 | balance | every island | 1 | 2 |  | 0.0 | 0.0 | MW | 20000.0" + words,
            "B-14 | balance | every island | 3 | 3 |  | 0.0 | 0.0 | MW | 25000.0" + words),
        of("balance"));
  }

  @Test
  void realTimeRegulatesAndHasNeitherOtherReserveNorTimesOfUnits() {
    Table realTime =
        CaseTable.CONSTRAINTS.of(ShownCase.of(ClearingCase.of(TownCase.day()).in(Market.RT)));
    int at = realTime.indexOf("constraint");
    Set<String> asked = Set.of("agc", "storm", "times of steam", "ramps of steam");
    assertEquals(
        List.of(
            "ramps of steam | true | ",
            "times of steam | false | not a constraint of market RT",
            "storm | false | market RT does not clear this kind of product",
            "agc | true | "),
        TownCase.lines(
                realTime.where(row -> asked.contains(row[at])), "constraint", "inEffect", "why")
            .stream()
            .distinct()
            .toList());
  }

  @Test
  void aRangeWithoutALimitCountsForNothing() {
    assertEquals(
        List.of(
            "B-21 | burn | system | 1 | 3 |  | - | 40.0 | t | 20000.0 |"
                + " fuel, over the horizon, coal, used before: 5.0",
            "B-02 | idle | steam | 1 | 3 | no limit | - | - | MW | 50.0 |"
                + " output, over the period"),
        List.of(of("burn").get(0), of("idle").get(0)));
  }

  @Test
  void givenVariablesAndRowsShowTheirFactorsAndLags() {
    assertEquals(
        List.of(
            "B-26 | variable lots |  | 1 | 1 |  | 0.0 | 3.0 |  | - |"
                + " variable, whole, part ancillary",
            "B-26 | variable lots |  | 2 | 3 |  | 0.0 | 4.0 |  | - |"
                + " variable, whole, part ancillary"),
        of("variable lots"));
    String terms = "(1.0 to 2.0) × output of steam + -3.0 × variable of lots 1 periods before";
    assertEquals(
        List.of(
            "B-26 | mix |  | 1 | 1 | no limit | - | - |  | 3000.0 | " + terms,
            "B-26 | mix |  | 2 | 3 |  | 5.0 | - |  | 3000.0 | " + terms),
        of("mix"));
  }

  /** A million m³ of 2 million yuan: 1 m³/s in an hour is 3600 m³ of it, spilled half of that. */
  @Test
  void aReservoirHasAVolumeAReleaseAndASpillage() {
    assertEquals(
        List.of(
            "B-22 | reservoir lake volume | peaker | 1 | 3 |  | 1.0 | 9.0 | million m³ | 2000000.0"
                + " | 5.0 before, at least 4.0 after the last period, flows to pond",
            "B-22 | reservoir lake release | peaker | 1 | 3 |  | 2.0 | 30.0 | m³/s | 7200.0 |"
                + " turbined and spilled",
            "B-24 | reservoir lake spillage | peaker | 1 | 1 | no limit | 0.0 | - | m³/s | 3600.0 |"
                + " ",
            "B-24 | reservoir lake spillage | peaker | 2 | 3 |  | 0.0 | 3.0 | m³/s | 3600.0 | "),
        of("reservoir lake volume", "reservoir lake release", "reservoir lake spillage"));
    assertEquals(
        List.of(
            "B-22 | reservoir pond volume | wind | 1 | 3 | switched off | 0.0 | 2.0 |"
                + " million m³ | 2000000.0 | 1.0 before, at least 0.0 after the last period"),
        of("reservoir pond volume"));
  }

  /**
   * A line never leaves its band, which has no price; model (35) has no slack, (36) and (37) do.
   */
  @Test
  void aScheduleOfALineHasARampAndItsChanges() {
    String words =
        " ramp 7.0 MW/h, 2 changes a day, which give way at 30000.0 a MW and hour or change where"
            + " nothing keeps them";
    assertEquals(
        List.of(
            "B-25 | hvdc dc | dc | 1 | 2 |  | -5.0 | 5.0 | MW | - |" + words,
            "B-25 | hvdc dc | dc | 3 | 3 |  | -5.0 | 6.0 | MW | - |" + words),
        of("hvdc dc"));
    Table free =
        CaseTable.CONSTRAINTS.of(
            ShownCase.of(
                ClearingCase.of(
                    TownCase.with(
                        ", \"rampMwPerH\": 7, \"changesPerDayMax\": 2", ", \"inEffect\": false"))));
    assertEquals(
        "B-25 | hvdc dc | dc | 1 | 2 | switched off: the network's schedule stands | -5.0 | 5.0 |"
            + " MW | - | ramp no limit, any number of changes a day",
        of(free, "hvdc dc").get(0));
  }

  @Test
  void aFlowgateIsTheSumOfItsTermsWithinItsLimitsOfThePeriod() {
    assertEquals(
        List.of("B-18 | pass | pass | 1 | 3 |  | 0.0 | 90.0 | MW | 5000.0 | 1.0 × ad + -0.5 × bc2"),
        of("pass"));
    String weir = " | MW | 5000.0 | 1.0 × bc; limits by period in place of its own";
    assertEquals(
        List.of(
            "B-18 | weir | weir | 1 | 1 |  | -30.0 | 40.0" + weir,
            "B-18 | weir | weir | 2 | 2 |  | -30.0 | -" + weir,
            "B-18 | weir | weir | 3 | 3 |  | -20.0 | 40.0" + weir),
        of("weir"));
  }

  @Test
  void aRatingSaysWhyItDoesNotCountAndWhatTheDayPutInItsPlace() {
    String ab = " | MVA | %s | from a to b; in place of its rating";
    assertEquals(
        List.of(
            "B-19 | ab | ab | 1 | 1 |  | -70.0 | 70.0" + ab.formatted("900.0"),
            "B-19 | ab | ab | 2 | 2 | no limit | - | -" + ab.formatted("900.0"),
            "B-19 | ab | ab | 3 | 3 |  | -60.0 | 60.0" + ab.formatted("-")),
        rating("ab"));
    assertEquals(
        List.of("B-19 | bc2 | bc2 | 1 | 3 | out of service | - | - | MVA | 6000.0 | from b to c"),
        rating("bc2"));
    String ad2 = " | - | - | MVA | 6000.0 | from a to d";
    assertEquals(
        List.of(
            "B-19 | ad2 | ad2 | 1 | 1 | planned outage" + ad2,
            "B-19 | ad2 | ad2 | 2 | 2 | no limit" + ad2,
            "B-19 | ad2 | ad2 | 3 | 3 | planned outage" + ad2),
        rating("ad2"));
  }

  private List<String> rating(String branch) {
    return of(branch).stream().filter(line -> line.startsWith("B-19")).toList();
  }

  /**
   * Without ad2 bus d hangs on ad; in period 3 no unit is left that makes up what station loses.
   */
  @Test
  void anOutageSaysWhatItLosesAndWhereItHasNoRow() {
    String mixed =
        "opens ad; flows stay within emergency ratings;"
            + " loses units steam; HVDC lines dc in the AC check alone";
    assertEquals(
        List.of(
            "mixed | 1 | 1 | splits the grid | 7000.0 | " + mixed,
            "mixed | 2 | 2 |  | 7000.0 | " + mixed,
            "mixed | 3 | 3 | splits the grid | 7000.0 | " + mixed,
            "station | 1 | 2 |  | 7000.0 | loses buses d, c",
            "station | 3 | 3 | no row: splits the grid, or out | 7000.0 | loses buses d, c"),
        TownCase.lines(
            all.where(row -> Set.of("mixed", "station").contains(row[all.indexOf("constraint")])),
            "constraint",
            "firstPeriod",
            "lastPeriod",
            "why",
            "penaltyYuanPerUnit",
            "parameters"));
  }

  @Test
  void aCutCountsInItsPeriodAlone() {
    Table cuts = all.where(row -> row[all.indexOf("row")].equals("A-13"));
    assertEquals(
        List.of(
            "ad | 1 | 1 | another period | 95.0 | 650.0 | round 2, AC less DC flow 1.5 MW,"
                + " against the direction of the element",
            "ad | 2 | 2 |  | 95.0 | 650.0 | round 2, AC less DC flow 1.5 MW,"
                + " against the direction of the element",
            "ad | 3 | 3 | another period | 95.0 | 650.0 | round 2, AC less DC flow 1.5 MW,"
                + " against the direction of the element",
            "ab | 1 | 2 | another period | 33.0 | - | round 1, AC less DC flow 0.0 MW,"
                + " in the direction of the element",
            "ab | 3 | 3 | switched off | 33.0 | - | round 1, AC less DC flow 0.0 MW,"
                + " in the direction of the element"),
        TownCase.lines(
            cuts,
            "scope",
            "firstPeriod",
            "lastPeriod",
            "why",
            "max",
            "penaltyYuanPerUnit",
            "parameters"));
  }

  /** A grid of one line to a bus: its opening splits the grid, and of two lines none does. */
  @Test
  void anOpeningThatSplitsTheGridIsFoundPeriodByPeriod() {
    Table every =
        CaseTable.CONSTRAINTS.of(
            ShownCase.of(
                ClearingCase.of(
                    TownCase.with(
                        "\"contingencies\": {", "\"contingencies\": {\"everyBranch\": true,"))));
    int row = every.indexOf("row");
    Table outages = every.where(cells -> cells[row].equals("B-20"));
    String[] shown = {"constraint", "firstPeriod", "lastPeriod", "why"};
    assertEquals(
        List.of(
            "ad | 1 | 1 | splits the grid",
            "ad | 2 | 2 | ",
            "ad | 3 | 3 | splits the grid",
            "ad2 | 1 | 1 | branch out",
            "ad2 | 2 | 2 | ",
            "ad2 | 3 | 3 | branch out",
            "ab | 1 | 3 | splits the grid",
            "bc | 1 | 3 | splits the grid",
            "bc2 | 1 | 3 | branch out"),
        TownCase.lines(outages, shown).stream()
            .filter(line -> line.matches("(ad|ad2|ab|bc|bc2) .*"))
            .toList());
  }
}
