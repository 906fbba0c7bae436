package org.gridclear.market.year;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.gridclear.clearing.input.ClearingOptions;
import org.junit.jupiter.api.Test;

/** What is said of a year of days, and how its dates are cut. */
class YearTextTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final ClearingOptions OPTIONS = ClearingOptions.DEFAULT.withGap(0.01);

  private static YearPlan plan(int days, int chains) {
    return new YearPlan(
        new DatedCases.OfFolder("rts"), FIRST, FIRST.plusDays(days - 1), OPTIONS, chains);
  }

  private static ClearedDate day(int day, double gap, String... alarms) {
    return new ClearedDate(FIRST.plusDays(day), 1, false, 2 + day, gap, 1000.5, List.of(alarms));
  }

  @Test
  void daysThatAreNotCleanStandOnTop() {
    String text =
        YearText.of(List.of(day(0, 0.002), day(1, 0.03, "LOAD NOT SERVED: 3.000 MWh")), plan(2, 1));
    assertTrue(text.startsWith("1 of 2 days are not clean:"), text);
    assertTrue(text.contains("2026-10-02 LOAD NOT SERVED: 3.000 MWh"), text);
    assertTrue(text.contains("2 days, 2026-10-01 to 2026-10-02: 2 cleared, 0 kept"), text);
    assertTrue(text.contains("CPU 2.5 s a day, at most 3.0 s (2026-10-02)"), text);
    assertTrue(text.contains("1 days end outside the gap of 1.00 %: 2026-10-02 3.00 %"), text);
  }

  @Test
  void aDayThatWasThereHasNoFigures() {
    ClearedDate kept = new ClearedDate(FIRST, 3, true, 0, 0, 0, List.of());
    assertEquals("2026-10-01 v3  kept", YearText.of(kept));
    assertFalse(YearText.of(List.of(kept), plan(1, 1)).contains("CPU"));
  }

  @Test
  void partsMeetAndAllButTheFirstBeginWithTheDayBefore() {
    List<YearPlan.Chain> parts = plan(10, 3).parts();
    assertEquals(FIRST, parts.get(0).from());
    assertEquals(FIRST.plusDays(9), parts.get(2).to());
    for (int c = 1; c < parts.size(); c++) {
      assertEquals(parts.get(c - 1).to().plusDays(1), parts.get(c).from());
      assertTrue(parts.get(c).warmUp());
    }
    assertFalse(parts.get(0).warmUp());
  }

  @Test
  void datesInTheWrongOrderAndMorePartsThanDaysAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> plan(0, 1));
    assertThrows(IllegalArgumentException.class, () -> plan(2, 3));
  }
}
