package org.gridclear.market.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.MarketDay;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.ResultKind;
import org.gridclear.table.RowRange;
import org.gridclear.table.Table;
import org.gridclear.validate.UnknownNameException;
import org.junit.jupiter.api.Test;

/**
 * Questions to a fortnight over the end of a month: one day is of hours and not of six hours, one
 * has no version, one has two, and a unit changes its owner in the middle.
 */
// Rows: A-29, D-14, D-15, J-11, K-18, L-02, L-18, M-16, O-26
class ResultServiceTest extends ResultFixture {
  @Test
  void pricesOfABusAreThoseOfTheClearedCases() {
    ResultAnswer answer = rows(ALL.with(DayQuery.Filter.ofBus("10")), ResultKind.PRICES);
    List<Double> expected = new ArrayList<>();
    DAYS.values()
        .forEach(
            day ->
                IntStream.range(0, day.clearingCase().day().periodCount())
                    .forEach(t -> expected.add(day.result().prices().lmpYuanPerMwh()[1][t])));
    assertEquals(12 * 4 + 24, answer.total());
    for (int r = 0; r < expected.size(); r++) {
      assertEquals(expected.get(r), (double) cell(answer.table(), r, "lmpYuanPerMwh"), 1e-6);
      assertEquals("10", cell(answer.table(), r, "bus"));
    }
    assertEquals("2026-09-25T06:00+08:00", cell(answer.table(), 1, "time"));
  }

  @Test
  void aDateWithoutAVersionIsNamed() {
    ResultAnswer answer = rows(ALL, ResultKind.BALANCE);
    assertEquals(List.of(EMPTY), answer.missing());
    assertTrue(answer.lines().contains("NOT IN THE ROWS: 2026-09-29"), "" + answer.lines());
    NoResultsException none =
        assertThrows(
            NoResultsException.class,
            () -> rows(DayQuery.of(Market.DA, EMPTY, EMPTY), ResultKind.BALANCE));
    assertTrue(none.getMessage().contains("2026-09-29"), none.getMessage());
    assertThrows(
        NoResultsException.class, () -> rows(DayQuery.of(Market.RT, FROM, TO), ResultKind.PRICES));
  }

  @Test
  void aKindThatAVersionDoesNotHaveIsMissingAndNotEmpty() {
    ResultAnswer answer = rows(ALL, ResultKind.SECURITY);
    assertEquals(14, answer.missing().size());
    assertTrue(answer.notices().get(0).contains("have no security"), "" + answer.notices());
  }

  @Test
  void theNewestVersionCountsAndAnAlarmIsOnTop() {
    DayQuery day = DayQuery.of(Market.DA, TWICE, TWICE);
    assertEquals(List.of(2L), column(rows(day, ResultKind.UNITS).table(), "version"));
    assertEquals(List.of(), rows(day, ResultKind.UNITS).alarms());
    ResultAnswer first = rows(day.version(1), ResultKind.UNITS);
    assertEquals(List.of(1L), column(first.table(), "version"));
    assertTrue(first.lines().get(0).contains("LOAD NOT SERVED"), "" + first.lines());
    assertEquals(2, service.versions(Viewer.LOCAL, Market.DA, TWICE, TWICE).total());
  }

  @Test
  void aUnitBelongsToWhoeverOwnedItOnTheDay() {
    ResultAnswer answer =
        service.statistics(
            Viewer.LOCAL, ALL, ResultKind.UNITS, StatisticsQuery.figures("unit", "owner"));
    Table table = answer.table();
    assertEquals(
        List.of("07 north-power", "07 south-power", "7 north-power", "w "),
        table.rows().stream().map(row -> row[0] + " " + row[1]).sorted().toList());
    double ofBoth = 0;
    for (Object[] row : table.rows()) {
      if (row[0].equals("07")) {
        ofBoth += (double) row[table.indexOf("energyMwh")];
      }
    }
    double all =
        DAYS.values().stream()
            .mapToDouble(
                day ->
                    IntStream.range(0, day.clearingCase().day().periodCount())
                            .mapToDouble(t -> day.result().schedule().outputMw()[1][t])
                            .sum()
                        * day.clearingCase().day().horizon().hoursPerPeriod())
            .sum();
    assertEquals(all, ofBoth, 1e-3);
    assertTrue(answer.notices().get(0).contains("no registered owner"), "" + answer.notices());
  }

  @Test
  void idsThatLookLikeNumbersAreIds() {
    DayQuery day = DayQuery.of(Market.DA, FROM, FROM);
    assertEquals(List.of("7", "07", "w"), column(rows(day, ResultKind.UNITS).table(), "unit"));
    ResultAnswer statistics =
        service.statistics(Viewer.LOCAL, day, ResultKind.PRICES, StatisticsQuery.figures("bus"));
    assertEquals(List.of("1", "2", "10"), column(statistics.table(), "bus"));
    UnknownNameException none =
        assertThrows(
            UnknownNameException.class,
            () -> rows(day.with(DayQuery.Filter.ofBus("02")), ResultKind.PRICES));
    assertTrue(none.getMessage().contains("'02'"), none.getMessage());
  }

  @Test
  void usersClearedEnergyIsWhatTheyWereServed() {
    ResultAnswer answer =
        service.statistics(
            Viewer.LOCAL, ALL, ResultKind.LOADS, StatisticsQuery.figures("kind", "owner", "load"));
    int user = column(answer.table(), "kind").indexOf("FLEXIBLE");
    double mwh = 0;
    for (Object[] row : answer.table().rows()) {
      if (row[0].equals("FLEXIBLE")) {
        assertEquals("works", row[1]);
        mwh = (double) row[answer.table().indexOf("energyMwh")];
      }
    }
    double served = 0;
    for (DayResult day : DAYS.values()) {
      MarketDay base = day.clearingCase().day();
      for (int t = 0; t < base.periodCount(); t++) {
        served += day.result().schedule().flexibleMw()[0][t] * base.horizon().hoursPerPeriod();
      }
    }
    assertTrue(user >= 0);
    assertEquals(served, mwh, 1e-3);
  }

  @Test
  void aTimeOfDayIsThePeriodThatContainsItWhateverItsLength() {
    ResultAnswer answer =
        rows(ALL.with(DayQuery.Filter.ofBus("2").period("13:30")), ResultKind.PRICES);
    assertEquals(13, answer.total());
    assertEquals(List.of(3L, 14L), column(answer.table(), "period"));
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () -> rows(ALL.with(DayQuery.Filter.ofBus("2").period("3")), ResultKind.PRICES))
            .getMessage();
    assertTrue(said.contains("2026-10-03") && said.contains("give a time"), said);
    assertEquals(
        12 + 6,
        rows(ALL.with(DayQuery.Filter.ofBus("2").period("06:00..12:00")), ResultKind.PRICES)
            .total());
  }

  @Test
  void partsOfTheRowsMakeTheWhole() {
    ResultAnswer whole = rows(ALL, ResultKind.UNITS);
    List<Object[]> parts = new ArrayList<>();
    for (long offset = 0; offset < whole.total(); offset += 50) {
      ResultAnswer part =
          service.rows(Viewer.LOCAL, ALL, ResultKind.UNITS, new RowRange(offset, 50));
      assertEquals(whole.total(), part.total());
      parts.addAll(part.table().rows());
    }
    assertEquals(whole.total(), parts.size());
    for (int r = 0; r < parts.size(); r++) {
      assertArrayEquals(whole.table().rows().get(r), parts.get(r));
    }
  }

  @Test
  void thePriceOfABusStandsBesideItsUnitsLoadsAndStorage() {
    DayQuery one = DayQuery.of(Market.DA, FROM, FROM).with(DayQuery.Filter.ofBus("1"));
    Table table = service.atBus(Viewer.LOCAL, one, RowRange.ALL).table();
    assertEquals(List.of("PRICE", "UNITS", "LOADS"), column(table, "kind"));
    assertEquals(List.of("", "07", "w", "user"), column(table, "element"));
    DayResult day = DAYS.get(FROM);
    Object[] gas = table.rows().get(1);
    assertEquals(day.result().schedule().outputMw()[1][0], (double) gas[table.indexOf("mw")], 1e-6);
    assertEquals(
        day.result().prices().lmpYuanPerMwh()[2][0],
        (double) gas[table.indexOf("lmpYuanPerMwh")],
        1e-6);
    Table south =
        service.atBus(Viewer.LOCAL, one.with(DayQuery.Filter.ofBus("10")), RowRange.ALL).table();
    assertEquals(List.of("PRICE", "LOADS", "STORAGE"), column(south, "kind"));
  }

  @Test
  void twoVersionsStandSideBySide() {
    DayQuery day = DayQuery.of(Market.DA, TWICE, TWICE);
    Table table =
        service.compare(Viewer.LOCAL, day.version(1), day.version(2), ResultKind.UNITS).table();
    Table first = rows(day.version(1), ResultKind.UNITS).table();
    Table second = rows(day.version(2), ResultKind.UNITS).table();
    assertEquals(12, table.rows().size());
    for (int r = 0; r < 12; r++) {
      assertEquals(cell(first, r, "mw"), cell(table, r, "firstMw"));
      assertEquals(cell(second, r, "mw"), cell(table, r, "secondMw"));
      assertEquals(
          (double) cell(second, r, "mw") - (double) cell(first, r, "mw"),
          (double) cell(table, r, "differenceMw"),
          1e-6);
    }
    DayQuery hours = DayQuery.of(Market.DA, HOURS, HOURS);
    assertThrows(
        IllegalArgumentException.class,
        () -> service.compare(Viewer.LOCAL, day, hours, ResultKind.UNITS));
  }

  @Test
  void aMemberSeesPricesAndWhatIsItsOwnOnTheDay() {
    Viewer south =
        new Viewer(
            Scope.ofMembers(Set.of("south-power")), EnumSet.of(Right.READ_MARKET, Right.READ_OWN));
    assertEquals(
        rows(ALL, ResultKind.PRICES).total(),
        service.rows(south, ALL, ResultKind.PRICES, RowRange.ALL).total());
    Table own = service.rows(south, ALL, ResultKind.UNITS, RowRange.ALL).table();
    assertEquals(List.of("07"), column(own, "unit"));
    assertEquals(SOLD, cell(own, 0, "date"));
    String foreign = refused(south, "w");
    assertEquals(refused(south, "x").replace("'x'", "'w'"), foreign);
    assertTrue(foreign.contains("07") && !foreign.contains("'7'"), foreign);
    assertThrows(
        NoResultsException.class, () -> service.rows(south, ALL, ResultKind.FLOWS, RowRange.ALL));
    Table beside = service.atBus(south, ALL.with(DayQuery.Filter.ofBus("1")), RowRange.ALL).table();
    assertEquals(List.of("", "07"), column(beside, "element"));
    Table offers = service.rows(south, ALL, ResultKind.OFFERS, RowRange.ALL).table();
    assertEquals(List.of("south-power"), column(offers, "owner"));
    Viewer intraday =
        new Viewer(
            new Scope(Scope.Part.ALL, Scope.Part.ALL, Scope.Part.of(List.of("id"))),
            south.rights());
    assertThrows(
        NoResultsException.class,
        () -> service.rows(intraday, ALL, ResultKind.PRICES, RowRange.ALL));
  }

  private static String refused(Viewer viewer, String unit) {
    DayQuery.Filter filter =
        new DayQuery.Filter(
            List.of(), List.of(), List.of(unit), List.of(), List.of(), List.of(), "");
    return assertThrows(
            UnknownNameException.class,
            () -> service.rows(viewer, ALL.with(filter), ResultKind.UNITS, RowRange.ALL))
        .getMessage();
  }
}
