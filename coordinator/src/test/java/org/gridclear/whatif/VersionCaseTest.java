package org.gridclear.whatif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.solver.highs.HighsSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version of a day is explained and asked from what it keeps. */
class VersionCaseTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final DayKey KEY = new DayKey(Market.DA, DATE);

  @TempDir private Path folder;

  @Test
  void aVersionIsDispatchedWithItsCommitmentToItsOwnPrices() {
    ClearingContext context = ClearingContext.of(HighsSolver.find().orElseThrow());
    DayResult day = SmallDays.dayAhead(DATE, 100);
    try (MarketFolder market =
        MarketFolder.create(
            folder.resolve("market"),
            new MarketFolder.Facts("north", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED))) {
      DayStore store = DayStore.of(market);
      DayVersion version = store.append(KEY, day, SmallDays.MADE);
      VersionCase.Found found = new VersionCase(market, store).of(version, context);
      assertTrue(found.notices().get(0).endsWith("the version's own."), found.notices().toString());
      for (int b = 0; b < 3; b++) {
        assertArrayEquals(
            day.result().prices().lmpYuanPerMwh()[b],
            found.kept().result().prices().lmpYuanPerMwh()[b],
            1e-6);
      }
      WhatIfAnswer answer =
          WhatIf.ask(
              found.kept(), WhatIfQuestion.ofText(List.of("load: {scale: 1.01}"), "", ""), context);
      assertEquals(day.result().objectiveYuan(), answer.objectiveBefore(), 1e-3);
      assertTrue(answer.objectiveAfter() > answer.objectiveBefore());
    }
  }

  @Test
  void aVersionWhoseCaseWasNotKeptSaysSo() {
    ClearingContext context = ClearingContext.of(HighsSolver.find().orElseThrow());
    try (MarketFolder market =
        MarketFolder.create(
            folder.resolve("market"),
            new MarketFolder.Facts("north", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED))) {
      DayStore store = DayStore.of(market);
      DayVersion version = store.append(KEY, SmallDays.dayAhead(DATE, 100), SmallDays.MADE);
      DayVersion lost =
          new DayVersion(
              KEY,
              1,
              version.state(),
              "0".repeat(64),
              version.outcomeHash(),
              version.made(),
              List.of(),
              version.blocks());
      VersionCase cases = new VersionCase(market, store);
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> cases.of(lost, context));
      assertTrue(refused.getMessage().contains("was not kept"), refused.getMessage());
    }
  }
}
