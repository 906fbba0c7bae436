package org.gridclear.market.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which delivery counts, for every subject and time. */
class SeriesChoiceTest {
  private static final Instant START = Instant.parse("2026-09-30T16:00:00Z");

  private static SeriesSet set(SeriesKind kind, int knownHour, int stepMinutes, String... columns) {
    TreeMap<String, DecimalColumn> values = new TreeMap<>();
    for (String column : columns) {
      String[] parts = column.split("=", 2);
      List<Optional<BigDecimal>> list = new ArrayList<>();
      for (String value : parts[1].split(" ")) {
        list.add(value.equals("-") ? Optional.empty() : Optional.of(new BigDecimal(value)));
      }
      values.put(parts[0], DecimalColumn.of(list));
    }
    return new SeriesSet(
        kind,
        "EMS",
        START.minusSeconds(3600L * (24 - knownHour)),
        "Asia/Shanghai",
        Step.minutes(stepMinutes),
        START,
        values);
  }

  private static List<String> values(SeriesChoice choice, String subject, int minutes, int count) {
    return choice.over(subject, START, minutes, count).stream()
        .map(value -> value.map(BigDecimal::toPlainString).orElse("-"))
        .toList();
  }

  @Test
  void theDeliveryKnownLastCountsWhateverTheOrder() {
    List<SeriesSet> sets =
        new ArrayList<>(
            List.of(
                set(SeriesKind.RENEWABLE_FORECAST, 1, 60, "w1=1 1 1", "w2=2 2 2"),
                set(SeriesKind.RENEWABLE_FORECAST, 5, 60, "w1=7 -")));
    for (int turn = 0; turn < 2; turn++) {
      SeriesChoice choice = new SeriesChoice(SeriesKind.RENEWABLE_FORECAST, sets);
      // What the later one leaves empty is missing; where it ends the earlier one goes on.
      assertEquals(List.of("7", "-", "1", "-"), values(choice, "w1", 60, 4));
      assertEquals(List.of("2", "2", "2"), values(choice, "w2", 60, 3));
      Collections.reverse(sets);
    }
  }

  @Test
  void factorsOfTwoDeliveriesAreNeverMixed() {
    SeriesChoice choice =
        new SeriesChoice(
            SeriesKind.BUS_FACTOR,
            List.of(
                set(SeriesKind.BUS_FACTOR, 1, 60, "a=0.5 0.5", "b=0.3 0.3", "c=0.2 0.2"),
                set(SeriesKind.BUS_FACTOR, 2, 60, "a=0.6 0.6", "b=0.4 0.4")));
    assertEquals(List.of("a", "b"), choice.subjects(START, START.plusSeconds(7200)));
    assertEquals(List.of("-", "-"), values(choice, "c", 60, 2));
  }

  @Test
  void aFinerGridHoldsTheValueAndACoarserOneTheMean() {
    SeriesChoice choice =
        new SeriesChoice(
            SeriesKind.LOAD_FORECAST_SHORT,
            List.of(set(SeriesKind.LOAD_FORECAST_SHORT, 1, 30, "system=10 20 30 31")));
    assertEquals(List.of("10", "10", "20", "20"), values(choice, "system", 15, 4));
    assertEquals(
        List.of(new BigDecimal("15"), new BigDecimal("30.5")),
        choice.over("system", START, 60, 2).stream()
            .map(value -> value.orElseThrow().stripTrailingZeros())
            .toList());
    SeriesChoice missing =
        new SeriesChoice(
            SeriesKind.LOAD_FORECAST_SHORT,
            List.of(set(SeriesKind.LOAD_FORECAST_SHORT, 1, 30, "system=10 - 30 31")));
    assertEquals(Optional.empty(), missing.over("system", START, 60, 1).get(0));
  }

  @Test
  void whatHasNoMeanIsRefusedWhereItChangesWithinAPeriod() {
    SeriesChoice choice =
        new SeriesChoice(
            SeriesKind.BUS_FACTOR, List.of(set(SeriesKind.BUS_FACTOR, 1, 30, "a=0.5 0.4")));
    assertThrows(IllegalArgumentException.class, () -> choice.over("a", START, 60, 1));
  }

  @Test
  void aLaterDeliveryThatBeginsWithinAPeriodCountsFromThere() {
    SeriesSet later =
        new SeriesSet(
            SeriesKind.LOAD_FORECAST_ULTRA_SHORT,
            "EMS",
            START,
            "Asia/Shanghai",
            Step.minutes(60),
            START.plusSeconds(1800),
            new TreeMap<>(java.util.Map.of("system", DecimalColumn.of("20"))));
    SeriesChoice choice =
        new SeriesChoice(
            SeriesKind.LOAD_FORECAST_ULTRA_SHORT,
            List.of(set(SeriesKind.LOAD_FORECAST_ULTRA_SHORT, 1, 60, "system=10 10"), later));
    assertEquals(
        List.of("15", "15"),
        choice.over("system", START, 60, 2).stream()
            .map(value -> value.orElseThrow().stripTrailingZeros().toPlainString())
            .toList());
  }
}
