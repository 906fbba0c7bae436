package org.gridclear.monitoring.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.Selection;
import org.gridclear.monitoring.measure.MarketFacts;
import org.gridclear.monitoring.measure.MarketFacts.BusFacts;
import org.gridclear.monitoring.measure.MarketFacts.FlowFacts;
import org.gridclear.monitoring.measure.MarketFacts.LoadFacts;
import org.gridclear.monitoring.measure.MarketFacts.Place;
import org.gridclear.monitoring.measure.MarketFacts.ReserveFacts;
import org.gridclear.monitoring.measure.MarketFacts.Seen;
import org.gridclear.monitoring.measure.MarketFacts.StorageFacts;
import org.gridclear.monitoring.measure.MarketFacts.UnitFacts;
import org.gridclear.monitoring.structure.OfferedCurve;
import org.jspecify.annotations.Nullable;

/** Reads the facts of a day out of the blocks of a version. */
public final class FactsReader {
  private static final String LMP = "lmpYuanPerMwh";
  private static final Map<ResultKind, Selection> WANTED =
      Map.of(
          ResultKind.UNITS, Selection.of("mw", "availableMw", LMP),
          ResultKind.COMMITMENT, Selection.of("on", "start"),
          ResultKind.OFFERS, Selection.of("mw", "yuanPerH"),
          ResultKind.LOADS, Selection.of("mw", "askedMw", LMP),
          ResultKind.STORAGE, Selection.of("chargeMw", "dischargeMw", LMP),
          ResultKind.PRICES, Selection.of(LMP, "congestionYuanPerMwh"),
          ResultKind.FLOWS, Selection.of("flowMw", "limitMw", "shadowPriceYuanPerMwh"),
          ResultKind.RESERVES, Selection.of("mw", "requiredMw", "missingMw", "priceYuanPerMwh"));

  private final DayVersion version;
  private final Map<ResultKind, ResultBlock> blocks;
  private final UnaryOperator<String> supplierOfOwner;

  private FactsReader(
      DayVersion version,
      Map<ResultKind, ResultBlock> blocks,
      UnaryOperator<String> supplierOfOwner) {
    this.version = version;
    this.blocks = blocks;
    this.supplierOfOwner = supplierOfOwner;
  }

  /**
   * Reads versions together.
   *
   * @param supplierOfOwner who controls an owner
   * @return facts of those that have prices, units and loads; the others are left out
   */
  public static Map<DayVersion, MarketFacts> read(
      DayStore days, List<DayVersion> versions, UnaryOperator<String> supplierOfOwner) {
    Map<DayVersion, Map<ResultKind, ResultBlock>> blocks = new HashMap<>();
    WANTED.forEach(
        (kind, selection) ->
            days.blocks(versions, kind, selection)
                .forEach(
                    (version, block) ->
                        blocks
                            .computeIfAbsent(version, none -> new EnumMap<>(ResultKind.class))
                            .put(kind, block)));
    Map<DayVersion, MarketFacts> facts = new HashMap<>();
    blocks.forEach(
        (version, of) -> {
          if (of.keySet()
              .containsAll(List.of(ResultKind.PRICES, ResultKind.UNITS, ResultKind.LOADS))) {
            facts.put(version, new FactsReader(version, of, supplierOfOwner).facts());
          }
        });
    return facts;
  }

  private MarketFacts facts() {
    ResultBlock units = Objects.requireNonNull(blocks.get(ResultKind.UNITS));
    MarketFacts.Span span =
        new MarketFacts.Span(periods(units), units.layout().minutesPerPeriod() / 60.0);
    return new MarketFacts(
        version.key().date(),
        MarketFacts.SYSTEM,
        span,
        units(units, span.periods()),
        loads(),
        storages(),
        new MarketFacts.Grid(buses(), flows()),
        reserves(),
        Seen.NOTHING);
  }

  private static int periods(ResultBlock block) {
    return block.layout().slots() - (block.layout().whole() ? 1 : 0);
  }

  /** Numbers of an element by period; NaN where there is none. */
  private static double[] numbers(ResultBlock block, String column, int here) {
    int slots = block.layout().slots();
    double[] numbers = new double[periods(block)];
    long[] cells = block.column(column);
    int decimals = block.layout().columns().get(block.layout().column(column)).decimals();
    double scale = Math.round(Math.pow(10, decimals));
    for (int t = 0; t < numbers.length; t++) {
      long cell = block.has(here, t) ? cells[here * slots + t] : ResultBlock.MISSING;
      numbers[t] = cell == ResultBlock.MISSING ? Double.NaN : cell / scale;
    }
    return numbers;
  }

  private static Place place(ResultBlock block, int here) {
    return new Place(block.text(here, "bus"), block.text(here, "zone"), numbers(block, LMP, here));
  }

  private List<UnitFacts> units(ResultBlock block, int periods) {
    Map<String, Integer> committed = places(ResultKind.COMMITMENT);
    Map<String, List<Optional<OfferedCurve>>> offers = offers();
    List<Optional<OfferedCurve>> none = new ArrayList<>();
    for (int t = 0; t < periods; t++) {
      none.add(Optional.empty());
    }
    List<UnitFacts> units = new ArrayList<>();
    for (int here = 0; here < block.elements().length; here++) {
      String id = block.text(here, "unit");
      boolean thermal = block.text(here, "kind").equals("THERMAL");
      Integer row = committed.get(id);
      units.add(
          new UnitFacts(
              id,
              place(block, here),
              block.text(here, "fuel"),
              supplierOfOwner.apply(block.text(here, "owner")),
              thermal,
              numbers(block, "mw", here),
              numbers(block, "availableMw", here),
              committed(row, "on", periods),
              committed(row, "start", periods),
              offers.getOrDefault(id, none)));
    }
    return units;
  }

  private double[] committed(@Nullable Integer row, String column, int periods) {
    if (row == null) {
      double[] missing = new double[periods];
      Arrays.fill(missing, Double.NaN);
      return missing;
    }
    return numbers(Objects.requireNonNull(blocks.get(ResultKind.COMMITMENT)), column, row);
  }

  private Map<String, Integer> places(ResultKind kind) {
    Map<String, Integer> places = new HashMap<>();
    ResultBlock block = blocks.get(kind);
    for (int here = 0; block != null && here < block.elements().length; here++) {
      places.put(block.text(here, "unit"), here);
    }
    return places;
  }

  /** Offers of units; those of storages and users are no supply of a unit. */
  private Map<String, List<Optional<OfferedCurve>>> offers() {
    ResultBlock block = blocks.get(ResultKind.OFFERS);
    Map<String, List<Integer>> points = new HashMap<>();
    for (int here = 0; block != null && here < block.elements().length; here++) {
      if (List.of("THERMAL", "PROFILED").contains(block.text(here, "kind"))) {
        points.computeIfAbsent(block.text(here, "unit"), id -> new ArrayList<>()).add(here);
      }
    }
    Map<String, List<Optional<OfferedCurve>>> offers = new HashMap<>();
    points.forEach((id, at) -> offers.put(id, curves(Objects.requireNonNull(block), at)));
    return offers;
  }

  private static List<Optional<OfferedCurve>> curves(ResultBlock block, List<Integer> at) {
    at.sort((a, b) -> Integer.compare(point(block, a), point(block, b)));
    List<double[]> mw = at.stream().map(here -> numbers(block, "mw", here)).toList();
    List<double[]> cost = at.stream().map(here -> numbers(block, "yuanPerH", here)).toList();
    List<Optional<OfferedCurve>> curves = new ArrayList<>();
    for (int t = 0; t < periods(block); t++) {
      int period = t;
      int[] there =
          java.util.stream.IntStream.range(0, at.size())
              .filter(p -> !Double.isNaN(mw.get(p)[period]) && !Double.isNaN(cost.get(p)[period]))
              .toArray();
      curves.add(
          there.length == 0
              ? Optional.empty()
              : Optional.of(
                  new OfferedCurve(
                      Arrays.stream(there).mapToDouble(p -> mw.get(p)[period]).toArray(),
                      Arrays.stream(there).mapToDouble(p -> cost.get(p)[period]).toArray())));
    }
    return curves;
  }

  private static int point(ResultBlock block, int here) {
    return Integer.parseInt(block.text(here, "point"));
  }

  private List<LoadFacts> loads() {
    ResultBlock block = Objects.requireNonNull(blocks.get(ResultKind.LOADS));
    List<LoadFacts> loads = new ArrayList<>();
    for (int here = 0; here < block.elements().length; here++) {
      loads.add(
          new LoadFacts(
              place(block, here), numbers(block, "mw", here), numbers(block, "askedMw", here)));
    }
    return loads;
  }

  private List<StorageFacts> storages() {
    ResultBlock block = blocks.get(ResultKind.STORAGE);
    List<StorageFacts> storages = new ArrayList<>();
    for (int here = 0; block != null && here < block.elements().length; here++) {
      double[] netMw = numbers(block, "dischargeMw", here);
      double[] chargeMw = numbers(block, "chargeMw", here);
      for (int t = 0; t < netMw.length; t++) {
        netMw[t] -= chargeMw[t];
      }
      storages.add(new StorageFacts(place(block, here), netMw));
    }
    return storages;
  }

  private List<BusFacts> buses() {
    ResultBlock block = Objects.requireNonNull(blocks.get(ResultKind.PRICES));
    List<BusFacts> buses = new ArrayList<>();
    for (int here = 0; here < block.elements().length; here++) {
      buses.add(
          new BusFacts(
              block.text(here, "bus"),
              block.text(here, "zone"),
              numbers(block, LMP, here),
              numbers(block, "congestionYuanPerMwh", here)));
    }
    return buses;
  }

  private List<FlowFacts> flows() {
    ResultBlock block = blocks.get(ResultKind.FLOWS);
    List<FlowFacts> flows = new ArrayList<>();
    for (int here = 0; block != null && here < block.elements().length; here++) {
      String outage = block.text(here, "outage");
      String element = block.text(here, "element");
      flows.add(
          new FlowFacts(
              outage.isEmpty() ? element : element + " after " + outage,
              outage.isEmpty(),
              numbers(block, "flowMw", here),
              numbers(block, "limitMw", here),
              numbers(block, "shadowPriceYuanPerMwh", here)));
    }
    return flows;
  }

  private List<ReserveFacts> reserves() {
    ResultBlock block = blocks.get(ResultKind.RESERVES);
    List<ReserveFacts> reserves = new ArrayList<>();
    for (int here = 0; block != null && here < block.elements().length; here++) {
      if (!block.text(here, "requirement").isEmpty()) {
        reserves.add(
            new ReserveFacts(
                block.text(here, "product"),
                numbers(block, "mw", here),
                numbers(block, "requiredMw", here),
                numbers(block, "missingMw", here),
                numbers(block, "priceYuanPerMwh", here)));
      }
    }
    return reserves;
  }
}
