package org.gridclear.market.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;
import org.gridclear.clearing.input.Market;
import org.gridclear.figures.ResultFigures;
import org.gridclear.figures.RunFigures;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Series of a version are those of its result, cut to what the viewer may see. */
// Rows: D-16
class DayFiguresTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final DayKey KEY = new DayKey(Market.DA, DATE);
  private static final DayQuery QUERY = DayQuery.of(Market.DA, DATE, DATE);

  @TempDir private static Path folder;
  private static MarketFolder market;
  private static DayStore store;
  private static DayResult day;

  @BeforeAll
  static void append() {
    market =
        MarketFolder.create(
            folder.resolve("market"),
            new MarketFolder.Facts("north", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED));
    store = DayStore.of(market);
    day = SmallDays.dayAhead(DATE, 100);
    store.append(KEY, day, SmallDays.MADE);
  }

  @AfterAll
  static void close() {
    market.close();
  }

  private static ResultFigures seen(Set<Right> rights) {
    return new ResultService(store).figures(new Viewer(Scope.ALL, rights), QUERY, "yuan");
  }

  @Test
  void seriesOfAVersionAreThoseOfTheClearing() {
    ResultFigures is = seen(EnumSet.allOf(Right.class));
    ResultFigures was = RunFigures.of(day.clearingCase(), day.result());
    assertEquals(was.times().size(), is.times().size());
    assertArrayEquals(was.loadMw(), is.loadMw());
    assertArrayEquals(was.lmp().min(), is.lmp().min());
    assertArrayEquals(was.lmp().max(), is.lmp().max());
    assertArrayEquals(was.lmp().mean(), is.lmp().mean(), 0.011);
    assertEquals(
        was.fuels().stream().map(ResultFigures.Fuel::fuel).toList(),
        is.fuels().stream().map(ResultFigures.Fuel::fuel).toList());
    for (int f = 0; f < was.fuels().size(); f++) {
      assertArrayEquals(was.fuels().get(f).mw(), is.fuels().get(f).mw(), 0.011);
    }
    assertEquals(was.units().count(), is.units().count());
    for (int u = 0; u < was.units().count(); u++) {
      assertEquals(was.units().rows().get(u).on(), is.units().rows().get(u).on());
      assertEquals(was.units().rows().get(u).id(), is.units().rows().get(u).id());
    }
    assertEquals(was.reserves().size(), is.reserves().size());
    assertEquals(was.peaks().get(0).limits(), is.peaks().get(0).limits());
    assertTrue(!was.peaks().get(0).limits().isEmpty(), "the branch is congested");
    assertTrue(is.title().startsWith("da 2026-10-01 version 1"), is.title());
  }

  @Test
  void whoMayNotSeeUnitsOrPricesHasNone() {
    ResultFigures prices = seen(EnumSet.of(Right.READ_MARKET));
    assertEquals(List.of(), prices.units().rows());
    assertEquals(List.of(), prices.fuels());
    assertTrue(prices.lmp() != null && prices.loadMw() != null);
    ResultFigures own = seen(EnumSet.of(Right.READ_OWN));
    assertNull(own.lmp());
    assertNull(own.loadMw());
    assertEquals(List.of(), own.peaks());
    assertTrue(own.units().count() > 0);
    assertThrows(NoResultsException.class, () -> seen(EnumSet.of(Right.READ_AUDIT)));
  }
}
