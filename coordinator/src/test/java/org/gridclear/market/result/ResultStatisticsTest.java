package org.gridclear.market.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.MarketDay;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.Owners;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.SmallDays;
import org.gridclear.table.Table;
import org.junit.jupiter.api.Test;

/** Statistics of days against figures by another path. */
class ResultStatisticsTest extends ResultFixture {
  @Test
  void statisticsByZoneAndMonthAreThoseOfBruteForce() {
    ResultAnswer answer =
        service.statistics(
            Viewer.LOCAL, ALL, ResultKind.PRICES, StatisticsQuery.figures("zone", "month"));
    Table table = answer.table();
    assertEquals(4, table.rows().size());
    for (int r = 0; r < 4; r++) {
      Figures figures = new Figures();
      String zone = (String) cell(table, r, "zone");
      String month = (String) cell(table, r, "month");
      DAYS.forEach((date, day) -> figures.add(day, zone, date.toString().startsWith(month)));
      assertEquals(figures.hours, (double) cell(table, r, "hours"), 1e-9);
      assertEquals(figures.min, (double) cell(table, r, "minYuanPerMwh"), 1e-6);
      assertEquals(figures.max, (double) cell(table, r, "maxYuanPerMwh"), 1e-6);
      assertEquals(figures.sum / figures.hours, (double) cell(table, r, "meanYuanPerMwh"), 2e-6);
      assertEquals(
          figures.weighted / figures.weight,
          (double) cell(table, r, "weightedMeanYuanPerMwh"),
          2e-6);
    }
  }

  /** Figures of the prices of a zone, from the results and the case themselves. */
  private static final class Figures {
    private double hours;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double sum;
    private double weighted;
    private double weight;

    void add(DayResult day, String zone, boolean inMonth) {
      MarketDay base = day.clearingCase().day();
      double length = base.horizon().hoursPerPeriod();
      for (int b = 0; b < 3 && inMonth; b++) {
        if (!base.network().buses().get(b).zone().equals(zone)) {
          continue;
        }
        for (int t = 0; t < base.periodCount(); t++) {
          double price = day.result().prices().lmpYuanPerMwh()[b][t];
          double mw = load(day, base.network().buses().get(b).id(), b, t);
          hours += length;
          min = Math.min(min, price);
          max = Math.max(max, price);
          sum += price * length;
          weighted += price * mw * length;
          weight += mw * length;
        }
      }
    }

    private static double load(DayResult day, String bus, int b, int t) {
      MarketDay base = day.clearingCase().day();
      double fixed =
          base.busLoads().stream()
              .filter(load -> load.bus().equals(bus))
              .mapToDouble(load -> load.mw().at(t))
              .sum();
      double user = bus.equals("1") ? day.result().schedule().flexibleMw()[0][t] : 0;
      return fixed + user - day.result().schedule().shedMw()[b][t];
    }
  }

  @Test
  void periodsOfSixHoursAndOfOneHourCountAsLongAsTheyAre() {
    ResultAnswer answer =
        service.statistics(Viewer.LOCAL, ALL, ResultKind.BALANCE, StatisticsQuery.figures());
    assertEquals(13 * 24.0, cell(answer.table(), 0, "hours"));
    double mwh = 0;
    for (DayResult day : DAYS.values()) {
      MarketDay base = day.clearingCase().day();
      mwh += base.loadMw(0) * 24;
    }
    assertEquals(mwh, (double) cell(answer.table(), 0, "energyMwh"), 1e-3);
    assertEquals(mwh / (13 * 24), (double) cell(answer.table(), 0, "meanMw"), 1e-5);
  }

  @Test
  void theDurationCurveFallsFromGreatestToLeast() {
    StatisticsQuery asked = new StatisticsQuery("", List.of("bus"), true);
    Table table =
        service
            .statistics(
                Viewer.LOCAL, ALL.with(DayQuery.Filter.ofBus("10")), ResultKind.PRICES, asked)
            .table();
    double[] values = table.rows().stream().mapToDouble(row -> (double) row[2]).toArray();
    double[] all =
        DAYS.values().stream()
            .flatMapToDouble(day -> Arrays.stream(day.result().prices().lmpYuanPerMwh()[1]))
            .sorted()
            .toArray();
    assertEquals(all[all.length - 1], values[0], 1e-6);
    assertEquals(all[0], values[values.length - 1], 1e-6);
    double[] falling = values.clone();
    Arrays.sort(falling);
    for (int i = 0; i < values.length; i++) {
      assertEquals(falling[values.length - 1 - i], values[i]);
    }
  }

  @Test
  void runsThatCoverTheSameTimeAreNotCountedTwice() {
    DayStore store = service.store();
    MarketDay base = SmallDays.day(FROM, 4, 60, 90);
    DayResult week = SmallDays.cleared(base, Market.LT_RUC, Owners.NONE);
    store.append(new DayKey(Market.LT_RUC, FROM), week, SmallDays.MADE);
    MarketDay two = SmallDays.day(FROM.minusDays(1), 48, 60, 90);
    store.append(
        new DayKey(Market.LT_RUC, FROM.minusDays(1)),
        SmallDays.cleared(two, Market.LT_RUC, Owners.NONE),
        SmallDays.MADE);
    DayQuery both = DayQuery.of(Market.LT_RUC, FROM.minusDays(1), FROM);
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    service.statistics(
                        Viewer.LOCAL, both, ResultKind.PRICES, StatisticsQuery.figures("bus")))
            .getMessage();
    assertTrue(said.contains("cover the same time"), said);
    assertEquals(3 * 52, rows(both, ResultKind.PRICES).total());
  }
}
