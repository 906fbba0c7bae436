package org.gridclear.market.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridclear.figures.FigureSeries;
import org.gridclear.figures.ResultFigures;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.ResultKind;
import org.jspecify.annotations.Nullable;

/**
 * Series of a version of a day, within what the viewer may see: a member has its own units, all
 * have prices.
 */
final class DayFigures {
  private final DayStore store;
  private final Viewer viewer;
  private final DayQuery query;
  private final List<String> notices = new ArrayList<>();
  private final Map<String, boolean[]> on = new HashMap<>();
  private @Nullable FigureSeries series;
  private List<String> times = List.of();
  private int minutes;
  private String title = "";
  private double @Nullable [] load;

  private DayFigures(DayStore store, Viewer viewer, DayQuery query) {
    this.store = store;
    this.viewer = viewer;
    this.query = query;
  }

  /**
   * The series of one version.
   *
   * @throws NoResultsException if there is none that the viewer may see
   * @throws IllegalArgumentException if the query is not of one run
   */
  static ResultFigures of(DayStore store, Viewer viewer, DayQuery query, String currency) {
    return new DayFigures(store, viewer, query).figures(currency);
  }

  private ResultFigures figures(String currency) {
    String market = DayKey.word(query.market());
    ResultKind first =
        viewer.sees(market, ResultKind.PRICES) ? ResultKind.PRICES : ResultKind.UNITS;
    Chosen chosen = BlockSource.choose(store, viewer, query, first);
    if (chosen.versions().size() != 1) {
      throw new IllegalArgumentException(
          "%d runs of %s are no one result; name the cycle."
              .formatted(chosen.versions().size(), query.from()));
    }
    DayVersion version = chosen.versions().get(0);
    title = version.text() + ", " + version.state();
    notices.addAll(chosen.alarms());
    Map<ResultKind, Reading> readings = new java.util.LinkedHashMap<>();
    readings.put(ResultKind.PRICES, this::price);
    readings.put(ResultKind.ZONE_PRICES, this::zone);
    readings.put(ResultKind.BALANCE, this::balance);
    readings.put(ResultKind.COMMITMENT, this::commitment);
    readings.put(ResultKind.UNITS, this::unit);
    readings.put(ResultKind.STORAGE, this::storage);
    readings.put(ResultKind.RESERVES, this::reserve);
    readings.put(ResultKind.FLOWS, this::flow);
    readings.forEach(
        (kind, reading) -> {
          if (viewer.sees(market, kind) && version.blocks().containsKey(kind)) {
            read(chosen, kind, reading);
          }
        });
    if (series == null) {
      throw NoResultsException.of(query, first);
    }
    return series.figures(title, currency, minutes, times, load, notices);
  }

  /** Takes an element of a block. */
  private interface Reading {
    void of(Element element);
  }

  /** An element of a block with its numbers. */
  private record Element(BlockSource.Part part, int here, int periods) {
    String text(String key) {
      return part.block().layout().key(key) < 0 ? "" : part.block().text(here, key);
    }

    /** A number; NaN where there is none. */
    double number(String column, int t) {
      var layout = part.block().layout();
      int slots = layout.slots();
      if (!part.block().has(here, t)) {
        return Double.NaN;
      }
      Object cell =
          Cells.of(
              layout.columns().get(layout.column(column)),
              part.block().column(column)[here * slots + t]);
      return cell instanceof Number number
          ? number.doubleValue()
          : cell == null ? Double.NaN : Boolean.TRUE.equals(cell) ? 1 : 0;
    }

    /** Numbers of all periods, 0 where an element has none. */
    double[] numbers(String column) {
      double[] numbers = new double[periods];
      for (int t = 0; t < periods; t++) {
        double number = number(column, t);
        numbers[t] = Double.isNaN(number) ? 0 : number;
      }
      return numbers;
    }
  }

  private void read(Chosen chosen, ResultKind kind, Reading reading) {
    new BlockSource(store, viewer, query, kind)
        .each(
            chosen,
            Set.of(),
            (version, part) -> {
              var layout = part.block().layout();
              int periods = layout.whole() ? layout.slots() - 1 : layout.slots();
              begin(part, periods);
              for (int here = 0; here < part.block().elements().length; here++) {
                reading.of(new Element(part, here, Math.min(periods, times.size())));
              }
            });
  }

  private FigureSeries series() {
    return Objects.requireNonNull(series);
  }

  private void begin(BlockSource.Part part, int periods) {
    if (series == null) {
      series = new FigureSeries(periods);
      minutes = part.clock().minutes();
      times = new ArrayList<>();
      for (int t = 0; t < periods; t++) {
        times.add(part.clock().text(t));
      }
    }
  }

  private void price(Element bus) {
    for (int t = 0; t < bus.periods(); t++) {
      double lmp = bus.number("lmpYuanPerMwh", t);
      if (!Double.isNaN(lmp)) {
        series().price(bus.text("bus"), t, lmp);
      }
    }
  }

  private void zone(Element zone) {
    for (int t = 0; t < zone.periods() && !zone.text("zoneKind").equals("LOGICAL"); t++) {
      double lmp = zone.number("priceYuanPerMwh", t);
      double weight = zone.number("weightMw", t);
      if (!Double.isNaN(lmp) && weight > 0) {
        series().mean(t, lmp, weight);
      }
    }
  }

  private void balance(Element system) {
    load = system.numbers("loadMw");
  }

  private void commitment(Element unit) {
    double[] flags = unit.numbers("on");
    boolean[] of = new boolean[flags.length];
    for (int t = 0; t < of.length; t++) {
      of[t] = flags[t] > 0;
    }
    on.put(unit.text("unit"), of);
  }

  private void unit(Element unit) {
    double[] mw = unit.numbers("mw");
    boolean[] status = on.get(unit.text("unit"));
    if (unit.text("kind").equals("THERMAL") && status != null) {
      series().unit(unit.text("unit"), unit.text("fuel"), unit.text("bus"), status, mw);
    } else {
      series().fuel(unit.text("fuel").isEmpty() ? "renewable" : unit.text("fuel"), mw);
    }
  }

  private void storage(Element storage) {
    series().fuel("storage", storage.numbers("dischargeMw"));
  }

  private void reserve(Element requirement) {
    if (requirement.text("unit").isEmpty()) {
      series()
          .reserve(
              requirement.text("requirement"),
              requirement.numbers("requiredMw"),
              requirement.numbers("mw"),
              requirement.numbers("priceYuanPerMwh"));
    }
  }

  private void flow(Element flow) {
    for (int t = 0; t < flow.periods(); t++) {
      double price = flow.number("shadowPriceYuanPerMwh", t);
      if (price > 1e-6) {
        series().limit(t, flow.text("element"), flow.text("outage"), price);
      }
    }
  }
}
