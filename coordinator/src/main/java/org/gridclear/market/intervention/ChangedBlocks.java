package org.gridclear.market.intervention;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridclear.market.day.BlockLayout;
import org.gridclear.market.day.BlockLayout.Origin;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.intervention.HandChange.Place;
import org.gridclear.quantity.Series;
import org.jspecify.annotations.Nullable;

/**
 * Results with numbers that somebody set by hand, where there is no case to be cleared again: a day
 * that was joined of its runs, or one of an earlier build. What follows from a number that was set
 * is set with it: prices of units, loads and zones, starts and stops, the balance.
 */
final class ChangedBlocks {
  private static final double TOLERANCE_MW = 1e-4;
  private static final String LMP = "lmpYuanPerMwh";

  private final Map<ResultKind, ResultBlock> blocks = new EnumMap<>(ResultKind.class);
  private final Map<Integer, Double> moreMw = new TreeMap<>();
  private final List<String> remarks = new ArrayList<>();

  /** The blocks of another run with the same numbers. */
  ChangedBlocks(Map<ResultKind, ResultBlock> before, Origin origin) {
    before.forEach((kind, block) -> blocks.put(kind, copy(block, origin)));
  }

  private static ResultBlock copy(ResultBlock block, Origin origin) {
    BlockLayout old = block.layout();
    BlockLayout layout =
        new BlockLayout(
            origin,
            old.kind(),
            old.startMinute(),
            old.minutesPerPeriod(),
            old.slots(),
            old.whole(),
            old.keys(),
            old.elements(),
            old.columns());
    Map<String, long[]> values = new LinkedHashMap<>();
    block.values().forEach((name, numbers) -> values.put(name, numbers.clone()));
    return new ResultBlock(layout, block.elements(), block.present(), values);
  }

  /** What can be changed. */
  static Changeable changeable(Map<ResultKind, ResultBlock> blocks) {
    ResultBlock units = Objects.requireNonNull(blocks.get(ResultKind.UNITS));
    ResultBlock prices = Objects.requireNonNull(blocks.get(ResultKind.PRICES));
    BlockLayout layout = prices.layout();
    Map<String, Series> forecasts = new TreeMap<>();
    int periods = layout.whole() ? layout.slots() - 1 : layout.slots();
    TreeSet<String> without = texts(units, "unit");
    without.removeAll(texts(blocks.get(ResultKind.COMMITMENT), "unit"));
    // What such a unit could give is said of the numbers, as of every other unit.
    without.forEach(
        unit -> forecasts.put(unit, Series.constant(Double.POSITIVE_INFINITY, periods)));
    return new Changeable(
        texts(units, "unit"),
        forecasts,
        texts(prices, "bus"),
        texts(prices, "zone"),
        Optional.empty(),
        periods);
  }

  private static TreeSet<String> texts(@Nullable ResultBlock block, String key) {
    TreeSet<String> texts = new TreeSet<>();
    for (int e = 0; block != null && e < block.elements().length; e++) {
      texts.add(block.text(e, key));
    }
    return texts;
  }

  /** The changed blocks. */
  Map<ResultKind, ResultBlock> blocks() {
    return blocks;
  }

  /** What the numbers that were set break. */
  List<String> remarks() {
    return remarks;
  }

  void set(HandChange change) {
    change.units().forEach(this::unit);
    moreMw.forEach(this::balance);
    Map<String, double[]> risen = new HashMap<>();
    change.prices().forEach(price -> bus(price, risen));
    if (!risen.isEmpty()) {
      zones(risen);
    }
  }

  private void unit(HandChange.OfUnit each) {
    ResultBlock units = Objects.requireNonNull(blocks.get(ResultKind.UNITS));
    int e = element(units, "unit", each.unit());
    for (int t = each.from(); t < each.to(); t++) {
      boolean off = each.on().isPresent() && !each.on().get();
      if (each.mw().isPresent() || off) {
        double mw = each.mw().orElse(0);
        double before = number(units, "mw", e, t);
        set(units, "mw", e, t, mw);
        moreMw.merge(t, mw - before, Double::sum);
        double most = number(units, "availableMw", e, t);
        if (mw > most + TOLERANCE_MW) {
          say("unit %s gives %.4f MW of %.4f available", each.unit(), t, mw, most);
        }
      }
      if (each.on().isPresent() && blocks.containsKey(ResultKind.COMMITMENT)) {
        status(each.unit(), t, each.on().get());
      }
    }
  }

  private void balance(int t, double changeMw) {
    ResultBlock balance = blocks.get(ResultKind.BALANCE);
    if (balance != null) {
      set(balance, "outputMw", 0, t, number(balance, "outputMw", 0, t) + changeMw);
    }
    if (Math.abs(changeMw) > TOLERANCE_MW) {
      say("the balance%s is off by %.4f MW", "", t, changeMw);
    }
  }

  private void status(String unit, int t, boolean on) {
    ResultBlock statuses = Objects.requireNonNull(blocks.get(ResultKind.COMMITMENT));
    int e = element(statuses, "unit", unit);
    if (e < 0) {
      return;
    }
    boolean was =
        t > 0
            ? number(statuses, "on", e, t - 1) == 1
            : number(statuses, "on", e, 0) == 1 && number(statuses, "start", e, 0) != 1
                || number(statuses, "stop", e, 0) == 1;
    set(statuses, "on", e, t, on ? 1 : 0);
    change(statuses, e, t, was, on);
    if (t + 1 < statuses.layout().slots() && statuses.has(e, t + 1)) {
      change(statuses, e, t + 1, on, number(statuses, "on", e, t + 1) == 1);
    }
  }

  private static void change(ResultBlock statuses, int e, int t, boolean was, boolean is) {
    set(statuses, "start", e, t, is && !was ? 1 : 0);
    set(statuses, "stop", e, t, was && !is ? 1 : 0);
  }

  private void bus(HandChange.OfPrice each, Map<String, double[]> risen) {
    ResultBlock prices = Objects.requireNonNull(blocks.get(ResultKind.PRICES));
    String key = each.place() == Place.BUS ? "bus" : "zone";
    for (int e = 0; e < prices.elements().length; e++) {
      if (!prices.text(e, key).equals(each.id())) {
        continue;
      }
      String bus = prices.text(e, "bus");
      double[] more = risen.computeIfAbsent(bus, none -> new double[prices.layout().slots()]);
      for (int t = each.from(); t < each.to(); t++) {
        double rise = each.yuanPerMwh() - number(prices, LMP, e, t);
        set(prices, LMP, e, t, each.yuanPerMwh());
        set(prices, "energyYuanPerMwh", e, t, number(prices, "energyYuanPerMwh", e, t) + rise);
        more[t] += rise;
        atBus(bus, t, each.yuanPerMwh());
      }
    }
  }

  private void atBus(String bus, int t, double yuanPerMwh) {
    for (ResultKind kind : List.of(ResultKind.UNITS, ResultKind.LOADS, ResultKind.STORAGE)) {
      ResultBlock block = blocks.get(kind);
      for (int e = 0; block != null && e < block.elements().length; e++) {
        if (block.text(e, "bus").equals(bus) && block.has(e, t)) {
          set(block, LMP, e, t, yuanPerMwh);
        }
      }
    }
  }

  /** Zones of buses rise by the mean of their buses, weighted by the load served there. */
  private void zones(Map<String, double[]> risen) {
    ResultBlock zones = blocks.get(ResultKind.ZONE_PRICES);
    Map<String, List<String>> buses = new TreeMap<>();
    ResultBlock prices = Objects.requireNonNull(blocks.get(ResultKind.PRICES));
    for (int e = 0; e < prices.elements().length; e++) {
      buses
          .computeIfAbsent(prices.text(e, "zone"), none -> new ArrayList<>())
          .add(prices.text(e, "bus"));
    }
    for (int e = 0; zones != null && e < zones.elements().length; e++) {
      List<String> of = buses.get(zones.text(e, "zone"));
      if (of == null) {
        remarks.add("the price of zone %s stays as it was".formatted(zones.text(e, "zone")));
        continue;
      }
      for (int t = 0; t < zones.layout().slots(); t++) {
        double rise = zones.has(e, t) ? rise(of, t, risen) : 0;
        if (rise != 0) {
          set(zones, "priceYuanPerMwh", e, t, number(zones, "priceYuanPerMwh", e, t) + rise);
          set(zones, "energyYuanPerMwh", e, t, number(zones, "energyYuanPerMwh", e, t) + rise);
        }
      }
    }
  }

  private double rise(List<String> buses, int t, Map<String, double[]> risen) {
    double weighted = 0;
    double weight = 0;
    double plain = 0;
    for (String bus : buses) {
      double more = risen.containsKey(bus) ? risen.get(bus)[t] : 0;
      double mw = servedMw(bus, t);
      weighted += mw * more;
      weight += mw;
      plain += more;
    }
    return weight > 0 ? weighted / weight : plain / buses.size();
  }

  private double servedMw(String bus, int t) {
    ResultBlock loads = blocks.get(ResultKind.LOADS);
    double mw = 0;
    for (int e = 0; loads != null && e < loads.elements().length; e++) {
      mw += loads.text(e, "bus").equals(bus) && loads.has(e, t) ? number(loads, "mw", e, t) : 0;
    }
    return mw;
  }

  private void say(String text, String what, int t, double... numbers) {
    Object[] words = new Object[1 + numbers.length];
    words[0] = what;
    for (int i = 0; i < numbers.length; i++) {
      words[i + 1] = numbers[i];
    }
    remarks.add(String.format(Locale.ROOT, text, words) + " in period " + (t + 1));
  }

  private static int element(ResultBlock block, String key, String id) {
    for (int e = 0; e < block.elements().length; e++) {
      if (block.text(e, key).equals(id)) {
        return e;
      }
    }
    return -1;
  }

  private static double scale(ResultBlock block, String column) {
    BlockLayout layout = block.layout();
    return Math.pow(10, layout.columns().get(layout.column(column)).decimals());
  }

  private static double number(ResultBlock block, String column, int e, int t) {
    long number = block.column(column)[e * block.layout().slots() + t];
    if (number == ResultBlock.MISSING) {
      throw new IllegalArgumentException(
          "There is no %s in period %d to be changed; nothing was changed."
              .formatted(column, t + 1));
    }
    return number / scale(block, column);
  }

  private static void set(ResultBlock block, String column, int e, int t, double value) {
    block.column(column)[e * block.layout().slots() + t] = Math.round(value * scale(block, column));
  }
}
