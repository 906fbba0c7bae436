package org.gridclear.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.junit.jupiter.api.Test;

/** A network becomes a day of the periods that are asked for; a day stays the one it is. */
class CompletedCaseTest {
  private static CaseFiles.Loaded network() {
    return CaseFiles.load("ieee14", Path.of(""), Set.of());
  }

  private static CaseFiles.Loaded whole() {
    MarketDay day = new CompletedCase(1, 2, 30).day(network());
    return CaseFiles.load(CaseFiles.write(day), "two.json", Set.of());
  }

  @Test
  void aNetworkIsCompletedWithADayOfHoursUnlessOthersAreAskedFor() {
    MarketDay day = new CompletedCase(1, null, null).day(network());
    assertEquals(24, day.periodCount());
    assertEquals(60, day.horizon().minutesPerPeriod());
    assertFalse(day.synthetic().isEmpty());
    MarketDay other = new CompletedCase(1, 2, 30).day(network());
    assertEquals(2, other.periodCount());
    assertEquals(30, other.horizon().minutesPerPeriod());
  }

  @Test
  void aWholeDayIsTakenAsItIsAndOtherPeriodsAreRefused() {
    assertEquals(2, new CompletedCase(1, null, null).day(whole()).periodCount());
    assertEquals(2, new CompletedCase(1, 2, 30).day(whole()).periodCount());
    for (CompletedCase other :
        new CompletedCase[] {new CompletedCase(1, 3, 30), new CompletedCase(1, 2, 60)}) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> other.day(whole()));
      assertTrue(refused.getMessage().contains("is of synthetic data"), refused.getMessage());
    }
  }
}
