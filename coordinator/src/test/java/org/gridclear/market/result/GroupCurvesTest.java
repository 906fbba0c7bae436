package org.gridclear.market.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.ElementTypes;
import org.gridclear.market.day.Owners;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.SmallDays;
import org.gridclear.table.Table;
import org.junit.jupiter.api.Test;

/** Curves by type and member, and how prices went, against sums of the results themselves. */
// Rows: J-08
class GroupCurvesTest extends ResultFixture {
  /** Unit 07 is rebuilt for wind on the day it is sold; the load of a user is its own. */
  private static ElementTypes types(LocalDate date) {
    return (kind, id) ->
        switch (kind + " " + id) {
          case "unit 7" -> "thermal";
          case "unit 07" -> date.isBefore(SOLD) ? "thermal" : "wind";
          case "load user" -> "large-industrial";
          default -> "";
        };
  }

  private static ResultAnswer curves(ResultKind kind, CurveQuery.By by, boolean energy) {
    CurveQuery asked = new CurveQuery(kind, by, energy, GroupCurvesTest::types);
    return service.curves(Viewer.LOCAL, ALL, asked);
  }

  @Test
  void energyOfATypeIsThatOfItsUnitsOnTheDaysOnWhichTheyAreOfIt() {
    ResultAnswer answer = curves(ResultKind.UNITS, CurveQuery.By.TYPE, true);
    Map<String, Double> mwh = new TreeMap<>();
    DAYS.forEach(
        (date, day) -> {
          double hours = day.clearingCase().day().horizon().hoursPerPeriod();
          double[][] mw = day.result().schedule().outputMw();
          for (int t = 0; t < mw[0].length; t++) {
            mwh.merge("thermal", mw[0][t] * hours, Double::sum);
            mwh.merge(types(date).of("unit", "07"), mw[1][t] * hours, Double::sum);
          }
        });
    Table table = answer.table();
    assertEquals(List.of("", "thermal", "wind"), column(table, "group"));
    for (int r = 1; r < 3; r++) {
      double expected = mwh.get((String) cell(table, r, "group"));
      assertEquals(expected, (double) cell(table, r, "energyMwh"), 1e-2);
    }
    assertEquals(13 * 24.0, cell(table, 1, "hours"));
    assertTrue(
        answer
            .notices()
            .contains("Up to 1 elements of a day have no registered type; theirs is empty."),
        answer.notices()::toString);
    assertEquals(List.of(EMPTY), answer.missing());
  }

  @Test
  void aCurveIsTheSumOfItsLoadsInEveryPeriod() {
    Table table = curves(ResultKind.LOADS, CurveQuery.By.OWNER, false).table();
    for (int r = 0; r < table.rows().size(); r++) {
      DayResult day = DAYS.get((LocalDate) cell(table, r, "date"));
      int t = (int) ((long) cell(table, r, "period") - 1);
      boolean works = cell(table, r, "group").equals("works");
      assertEquals(works ? 1L : 2L, cell(table, r, "elements"));
      double user = day.result().schedule().flexibleMw()[0][t];
      double shed = 0;
      for (double[] ofBus : day.result().schedule().shedMw()) {
        shed += ofBus[t];
      }
      double fixed = day.clearingCase().day().loadMw(t) - shed;
      assertEquals(works ? user : fixed, (double) cell(table, r, "mw"), 1e-4);
    }
    assertEquals(
        2 * DAYS.values().stream().mapToInt(day -> day.clearingCase().day().periodCount()).sum(),
        table.rows().size());
  }

  @Test
  void aMemberSeesItsOwnAlone() {
    Scope own = Scope.ofMembers(List.of("works"));
    Viewer viewer = new Viewer(own, java.util.Set.of(Right.READ_MARKET, Right.READ_OWN));
    CurveQuery asked =
        new CurveQuery(ResultKind.LOADS, CurveQuery.By.OWNER, true, GroupCurvesTest::types);
    assertEquals(List.of("works"), column(service.curves(viewer, ALL, asked).table(), "group"));
  }

  @Test
  void whatHasNoCurveIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> curves(ResultKind.PRICES, CurveQuery.By.TYPE, false));
    assertThrows(IllegalArgumentException.class, () -> CurveQuery.by("fuel"));
  }

  /** Two runs of one time are two curves, and no energy. */
  @Test
  void runsOfTheSameTimeAreNotAddedUp() {
    LocalDate date = LocalDate.of(2026, 11, 1);
    DayStore store = DayStore.of(market);
    for (int cycle = 1; cycle <= 2; cycle++) {
      DayResult run = SmallDays.cleared(SmallDays.day(date, 4, 360, 80), Market.ID, Owners.NONE);
      store.append(new DayKey(Market.ID, date, cycle), run, SmallDays.MADE);
    }
    DayQuery query = DayQuery.of(Market.ID, date, date);
    CurveQuery curve =
        new CurveQuery(ResultKind.LOADS, CurveQuery.By.TYPE, false, GroupCurvesTest::types);
    assertEquals(16, service.curves(Viewer.LOCAL, query, curve).table().rows().size());
    CurveQuery energy =
        new CurveQuery(ResultKind.LOADS, CurveQuery.By.TYPE, true, GroupCurvesTest::types);
    String refused =
        assertThrows(
                IllegalArgumentException.class, () -> service.curves(Viewer.LOCAL, query, energy))
            .getMessage();
    assertTrue(refused.contains("cover the same time"), refused);
  }

  // Rows: L-03
  @Test
  void theGreatestChangeOfAPriceIsFoundWithItsTime() {
    Table table = service.priceChanges(Viewer.LOCAL, ALL).table();
    assertNull(cell(table, 0, "sinceYuanPerMwh"), "nothing is known of the day before");
    Double before = null;
    LocalDate last = null;
    int seen = 0;
    for (int r = 0; r < table.rows().size(); r++) {
      if (!cell(table, r, "zone").equals("north")) {
        continue;
      }
      seen++;
      LocalDate date = (LocalDate) cell(table, r, "date");
      double[] price = DAYS.get(date).result().prices().lmpYuanPerMwh()[0];
      double change = 0;
      int at = 0;
      double sum = price[0];
      for (int t = 1; t < price.length; t++) {
        sum += price[t];
        if (Math.abs(price[t] - price[t - 1]) > Math.abs(change) + 1e-6) {
          change = price[t] - price[t - 1];
          at = t;
        }
      }
      assertEquals(change, (double) cell(table, r, "changeYuanPerMwh"), 1e-4);
      if (at > 0) {
        String time = "T%02d:00".formatted(at * 24 / price.length);
        assertTrue(((String) cell(table, r, "changeAt")).contains(time), date + " " + at);
      }
      if (last != null && last.plusDays(1).equals(date)) {
        assertEquals(sum / price.length - before, (double) cell(table, r, "sinceYuanPerMwh"), 1e-4);
      } else {
        assertNull(cell(table, r, "sinceYuanPerMwh"), "the day before has no prices");
      }
      before = sum / price.length;
      last = date;
    }
    assertEquals(13, seen);
  }
}
