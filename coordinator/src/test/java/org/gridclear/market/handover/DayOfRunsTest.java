package org.gridclear.market.handover;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is handed on of a day is whole, or refused. */
// Rows: O-14
class DayOfRunsTest {
  @ParameterizedTest
  @CsvSource({
    "2026-10-25, Asia/Shanghai, 24",
    "2026-10-24, Europe/Berlin, 24",
    "2026-10-25, Europe/Berlin, 25",
    "2026-03-29, Europe/Berlin, 23",
    "2026-03-29, UTC, 24"
  })
  void dateOfOtherThanTwentyFourHoursIsRefused(LocalDate date, String zone, int hours) {
    ZoneId of = ZoneId.of(zone);
    if (hours == 24) {
      assertDoesNotThrow(() -> DayOfRuns.requireTwentyFourHours(date, of));
    } else {
      String said =
          assertThrows(
                  IllegalArgumentException.class, () -> DayOfRuns.requireTwentyFourHours(date, of))
              .getMessage();
      assertTrue(said.startsWith("%s has %d hours".formatted(date, hours)), said);
    }
  }

  /** Nothing is 0 because it is missing, but of what no row is no quantity. */
  @Test
  void missingNumbersAreNamedAndNotTakenForZero() {
    double[] mw = {1, Double.NaN, 3};
    DayOfRuns.Row row = new DayOfRuns.Row(Map.of("unit", "g"), Map.of("mw", mw));
    String said =
        assertThrows(IllegalArgumentException.class, () -> row.whole("mw", "unit g")).getMessage();
    assertTrue(said.startsWith("unit g has no mw in period 2"), said);
    assertArrayEquals(new double[] {1, 0, 3}, row.orZero("mw"));
    assertTrue(Double.isNaN(mw[1]), "the row is as it was");
    assertEquals("g", row.text("unit"));
    assertEquals("", row.text("bus"));
    DayOfRuns.Row whole = new DayOfRuns.Row(Map.of(), Map.of("mw", new double[] {1, 2}));
    assertArrayEquals(new double[] {1, 2}, whole.whole("mw", "x"));
  }
}
