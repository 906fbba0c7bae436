package org.gridclear.market.year;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the days of a year are cut into parts. */
class YearPlanTest {
  private static final LocalDate FIRST = LocalDate.of(2028, 1, 1);

  private static YearPlan plan(LocalDate from, LocalDate to, int chains) {
    return new YearPlan(null, from, to, null, chains);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 1", "7, 2", "7, 3", "7, 7", "366, 4", "366, 5", "365, 364", "3660, 16"})
  void partsCoverEveryDayOnceAndDifferByOneDayAtMost(int days, int chains) {
    YearPlan plan = plan(FIRST, FIRST.plusDays(days - 1), chains);
    assertEquals(days, plan.days());
    List<YearPlan.Chain> parts = plan.parts();
    assertEquals(chains, parts.size());
    LocalDate next = FIRST;
    long least = days;
    long most = 0;
    for (YearPlan.Chain part : parts) {
      assertEquals(next, part.from());
      assertEquals(!part.from().equals(FIRST), part.warmUp(), "the first goes on from nothing");
      long length = ChronoUnit.DAYS.between(part.from(), part.to()) + 1;
      least = Math.min(least, length);
      most = Math.max(most, length);
      next = part.to().plusDays(1);
    }
    assertEquals(FIRST.plusDays(days), next);
    assertTrue(least >= 1 && most - least <= 1, least + " to " + most);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-12-31, 1, before the first",
    "2038-01-08, 1, parts",
    "2028-01-07, 0, 1..7",
    "2028-01-07, 8, 1..7",
    "2028-01-07, -1, 1..7"
  })
  void plansThatCannotBeAreRefused(LocalDate to, int chains, String words) {
    String said =
        assertThrows(IllegalArgumentException.class, () -> plan(FIRST, to, chains)).getMessage();
    assertTrue(said.contains(words), said);
  }

  @Test
  void longestPlanHasTenYears() {
    LocalDate last = FIRST.plusDays(YearPlan.DAYS_MAX - 1L);
    assertEquals(YearPlan.DAYS_MAX, plan(FIRST, last, 1).days());
    assertThrows(IllegalArgumentException.class, () -> plan(FIRST, last.plusDays(1), 1));
  }
}
