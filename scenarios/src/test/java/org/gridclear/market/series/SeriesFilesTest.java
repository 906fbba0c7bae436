package org.gridclear.market.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Series in files: exact values, instants, refusals. */
// Rows, O-04, O-13, O-20, O-21, O-22, O-23, O-24, O-25
class SeriesFilesTest {
  private static final MarketClock SHANGHAI = MarketClock.of("Asia/Shanghai");
  private static final MarketClock BERLIN = MarketClock.of("Europe/Berlin");

  private static SeriesSet json(String values) {
    return SeriesReader.json(
        """
        {"format": "gridclear-series", "kind": "load-forecast-short", "unit": "MW", "source": "EMS",
         "knownAt": "2026-09-30T10:00:00+08:00", "step": "PT1H", "from": "2026-10-01T00:00+08:00",
         "values": {"system": %s}}
        """
            .formatted(values)
            .getBytes(StandardCharsets.UTF_8),
        "load.json",
        SHANGHAI);
  }

  private static SeriesSet csv(
      String text, String unit, String step, boolean local, MarketClock at) {
    return SeriesTable.csv(
        text.getBytes(StandardCharsets.UTF_8),
        "load.csv",
        new SeriesTable.Header(
            "load-forecast-short", unit, "EMS", "2026-09-30T10:00+08:00", step, local),
        at);
  }

  private static String refused(Runnable reading) {
    return assertThrows(InvalidInputException.class, reading::run).getMessage();
  }

  @Test
  void decimalsStayAsTheyAreWritten() {
    SeriesSet set = json("[812.123456789012, \"0.1\", 100000000.123456789012, 1e3]");
    DecimalColumn column = set.values().get("system");
    assertEquals(new BigDecimal("812.123456789012"), column.at(0).orElseThrow());
    assertEquals(new BigDecimal("100000000.123456789012"), column.at(2).orElseThrow());
    assertEquals(new BigDecimal("1000"), column.at(3).orElseThrow());
    assertTrue(refused(() -> json("[0.1234567890123]")).contains("more than 12 decimals"));
    assertTrue(refused(() -> json("[NaN]")).contains("Give a number"));
  }

  @Test
  void whatIsMissingIsNoNumber() {
    assertEquals(Optional.empty(), json("[5, null, 0]").values().get("system").at(1));
    SeriesSet table =
        csv(
            "time,system\n2026-10-01T00:00+08:00,5\n2026-10-01T01:00+08:00,\n",
            "MW",
            "PT1H",
            false,
            SHANGHAI);
    assertEquals(1, table.values().get("system").missing());
  }

  @Test
  void theSameDeliveryIsTheSameBytesHoweverItIsWritten() {
    SeriesSet a = json("[5.0, 6]");
    SeriesSet b =
        csv(
            "time,system\n2026-09-30T16:00Z,5\n2026-09-30T17:00:00Z,6.00\n",
            "MW",
            "PT60M",
            false,
            SHANGHAI);
    assertArrayEquals(SeriesText.json(a), SeriesText.json(b));
    assertEquals(a, SeriesReader.json(SeriesText.json(a), "again", SHANGHAI));
    assertEquals(
        a,
        csv(new String(SeriesText.csv(a), StandardCharsets.UTF_8), "MW", "PT1H", false, SHANGHAI));
    assertNotEquals(a, json("[5.0, 6.0000001]"));
  }

  @Test
  void aTimeWithoutAnOffsetIsRefusedUnlessItIsSaidToBeLocal() {
    String table = "time,system\n2026-10-01 00:00,5\n2026-10-01 01:00,6\n";
    assertTrue(refused(() -> csv(table, "MW", "PT1H", false, SHANGHAI)).contains("--local-time"));
    assertEquals(
        Instant.parse("2026-09-30T16:00:00Z"), csv(table, "MW", "PT1H", true, SHANGHAI).from());
  }

  @Test
  void anotherUnitIsRefused() {
    String table = "time,system\n2026-10-01T00:00+08:00,812500\n";
    assertTrue(refused(() -> csv(table, "kW", "PT1H", false, SHANGHAI)).contains("is in MW"));
    assertTrue(refused(() -> csv(table, "", "PT1H", false, SHANGHAI)).contains("is in MW"));
  }

  @Test
  void everyStepIsThereOnce() {
    String gap = "time,system\n2026-10-01T00:00+08:00,5\n2026-10-01T02:00+08:00,6\n";
    assertTrue(refused(() -> csv(gap, "MW", "PT1H", false, SHANGHAI)).contains("2026-10-01 01:00"));
    String twice = "time,system\n2026-10-01T00:00+08:00,5\n2026-10-01T00:00+08:00,6\n";
    assertTrue(refused(() -> csv(twice, "MW", "PT1H", false, SHANGHAI)).contains("SET-01"));
    String odd = "time,system\n2026-10-01T00:20+08:00,5\n";
    assertTrue(refused(() -> csv(odd, "MW", "PT1H", false, SHANGHAI)).contains("whole multiples"));
    String cut = "time,system\n2026-10-01T00:00+08:00\n";
    assertTrue(refused(() -> csv(cut, "MW", "PT1H", false, SHANGHAI)).contains("1 cells"));
  }

  /** Clocks of Berlin: forward on 2026-03-29, back on 2026-10-25. */
  @ParameterizedTest
  @CsvSource({"2026-03-29, 23", "2026-10-25, 25", "2026-07-01, 24"})
  void aDayHasAsManyHoursAsItsClocksShow(LocalDate day, int hours) {
    StringBuilder table = new StringBuilder("time,system\n");
    for (int k = 0; k < hours; k++) {
      table.append(BERLIN.startOf(day).plusSeconds(3600L * k)).append(",").append(k).append('\n');
    }
    SeriesSet set = csv(table.toString(), "MW", "PT1H", false, BERLIN);
    assertEquals(BERLIN.endOf(day), set.to());
    assertEquals(hours * 60, BERLIN.minutesOf(day));
    SeriesChoice choice = new SeriesChoice(set.kind(), java.util.List.of(set));
    var values = choice.over("system", BERLIN.startOf(day), 60, hours);
    assertEquals(new BigDecimal(hours - 1), values.get(hours - 1).orElseThrow());
    assertEquals(hours, values.stream().distinct().count());
    assertEquals(
        1,
        new Step(1, java.time.temporal.ChronoUnit.DAYS)
            .indexOf(BERLIN.startOf(day), BERLIN.endOf(day), BERLIN.zone()));
  }

  @Test
  void aLocalTimeThatTheClocksSkipOrShowTwiceIsRefused() {
    assertTrue(
        refused(() -> csv("time,system\n2026-10-25 02:00,5\n", "MW", "PT1H", true, BERLIN))
            .contains("show twice"));
    assertTrue(
        refused(() -> csv("time,system\n2026-03-29 02:00,5\n", "MW", "PT1H", true, BERLIN))
            .contains("skip"));
    assertEquals("2026-10-25 02:00+02:00", BERLIN.show(Instant.parse("2026-10-25T00:00:00Z")));
    assertEquals("2026-10-25 02:00+01:00", BERLIN.show(Instant.parse("2026-10-25T01:00:00Z")));
  }

  @Test
  void aPlanHasAStepOfTheCalendar() {
    SeriesSet plan =
        SeriesReader.json(
            """
            {"format": "gridclear-series", "kind": "generation-plan", "unit": "MWh", "source": "OMS",
             "knownAt": "2025-12-20T10:00+08:00", "step": "P1M", "from": "2026-01-01T00:00+08:00",
             "values": {"g1": [31, 28, 31, 30]}}
            """
                .getBytes(StandardCharsets.UTF_8),
            "plan.json",
            SHANGHAI);
    assertEquals(SHANGHAI.startOf(LocalDate.of(2026, 5, 1)), plan.to());
    SeriesChoice choice = new SeriesChoice(plan.kind(), java.util.List.of(plan));
    assertEquals(
        Optional.of(new BigDecimal(28)),
        choice.at("g1", SHANGHAI.startOf(LocalDate.of(2026, 2, 28))));
    assertEquals(
        Optional.of(new BigDecimal(31)),
        choice.at("g1", SHANGHAI.startOf(LocalDate.of(2026, 3, 1))));
  }

  /** A day that begins at midnight in UTC is two half days of the market. */
  @ParameterizedTest
  @CsvSource({
    "P1D, 2026-10-01T00:00Z, 2, whole multiples",
    "P1M, 2026-10-01T00:00Z, 2, whole multiples",
    "P1D, 2026-10-01T00:00+08:00, 3, 2 for a holiday",
    "P1D, 2026-10-01T00:00+08:00, 1.5, 2 for a holiday",
    "P1D, 2026-09-30T16:00Z, 2, "
  })
  void aHolidayIsADayOfTheMarket(String step, String from, String type, String said) {
    byte[] content =
        """
        {"format": "gridclear-series", "kind": "day-type", "unit": "code", "source": "OMS",
         "knownAt": "2026-01-01T10:00+08:00", "step": "%s", "from": "%s",
         "values": {"system": [%s]}}
        """
            .formatted(step, from, type)
            .getBytes(StandardCharsets.UTF_8);
    if (said == null) {
      SeriesSet set = SeriesReader.json(content, "days.json", SHANGHAI);
      assertEquals(SHANGHAI.startOf(LocalDate.of(2026, 10, 1)), set.from());
    } else {
      String refused = refused(() -> SeriesReader.json(content, "days.json", SHANGHAI));
      assertTrue(refused.contains(said), refused);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "meter-reading-forward, MWh",
    "meter-reading-reverse, MWh",
    "meter-energy-forward, MWh",
    "meter-energy-reverse, MWh",
    "unit-output-live, MW",
    "unit-energy-generated, MWh",
    "unit-energy-on-grid, MWh",
    "user-energy, MWh",
    "contract-power, MW",
    "contract-price, money/MWh",
    "interface-limit, MW",
    "branch-limit, MW"
  })
  void everyInputOfTheMarketHasAKind(String label, String unit) {
    assertEquals(unit, SeriesKind.of(label).orElseThrow().unit());
  }

  @Test
  void unknownFieldsAndKindsAreNamed() {
    assertTrue(
        refused(
                () ->
                    SeriesReader.json(
                        "{\"format\": \"gridclear-series\", \"kind\": \"load-forecast-shrt\", \"sourc\": 1}"
                            .getBytes(StandardCharsets.UTF_8),
                        "x.json",
                        SHANGHAI))
            .contains("load-forecast-short"));
  }
}
