package org.gridclear.casetable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.StartCategory;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.AncillaryCapability;
import org.gridclear.network.Generator;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import org.jspecify.annotations.Nullable;

/** Units of every kind, and the generators of the network that are no unit of the market. */
final class UnitTable {
  private static final Column[] COLUMNS = {
    Column.text("unit", "Id of the unit."),
    Column.text(
        "kind",
        "THERMAL with commitment, PROFILED that follows a forecast, STORAGE, FLEXIBLE_LOAD with a"
            + " price, or GENERATOR of the network that is no unit of the market."),
    Column.text("bus", "Id of its bus."),
    Column.text("busName", "Name of its bus."),
    Column.text("zone", "Zone of its bus; empty for none."),
    Column.number("baseKv", "Nominal voltage of its bus; empty where the file does not say."),
    Column.text("fuel", "Fuel or technology; empty where the file does not say."),
    Column.flag("inService", "Whether it is switched in; of a unit of the market in some period."),
    Column.number("pMinMw", "Least output of any period when running; empty for no limit."),
    Column.number("pMaxMw", "Greatest output of any period; empty for no limit."),
    Column.number("rampUpMwPerH", "Greatest rise of output; empty for no limit."),
    Column.number("rampDownMwPerH", "Greatest fall of output; empty for no limit."),
    Column.number("minUpHours", "Least time on; empty where there is no commitment."),
    Column.number("minDownHours", "Least time off; empty where there is no commitment."),
    Column.whole("startsPerDayMax", "Most starts in a day; empty for no limit."),
    Column.number("startMinYuan", "Cost of the cheapest start; empty where nothing starts."),
    Column.number("startMaxYuan", "Cost of the dearest start; empty where nothing starts."),
    Column.number("offerMinYuanPerMwh", "Lowest price of its offer; empty where it has none."),
    Column.number("offerMaxYuanPerMwh", "Highest price of its offer; empty where it has none."),
    Column.flag("initiallyOn", "Whether it ran before; empty where that is not known."),
    Column.number("initialMw", "Output before the first period; empty where it is not known."),
    Column.number("qMinMvar", "Least reactive power; empty for no limit or where not said."),
    Column.number("qMaxMvar", "Greatest reactive power; empty for no limit or where not said."),
    Column.number("regulatingMwPerMin", "How fast it follows AGC; empty where its ramp decides."),
    Column.text("services", "Ancillary services it gives beside its offers, such as AVC."),
    Column.number("leadHours", "How long before a start it is ordered; empty for none.")
  };

  private final Table.Rows rows =
      new Table.Rows("units", "units, storage, priced loads and generators", COLUMNS);
  private final Map<String, Generator> machines = new HashMap<>();
  private final Set<String> listed = new HashSet<>();
  private final Map<String, AncillaryCapability> able = new HashMap<>();
  private final Map<String, Double> leadHours = new HashMap<>();
  private final BusFacts buses;

  private UnitTable(ShownCase shown) {
    buses = new BusFacts(shown.network());
    shown.network().generators().forEach(machine -> machines.put(machine.id(), machine));
  }

  static Table of(ShownCase shown) {
    UnitTable table = new UnitTable(shown);
    shown.day().ifPresent(table::market);
    for (Generator machine : shown.network().generators()) {
      if (!table.listed.contains(machine.id())) {
        table.generator(machine);
      }
    }
    return table.rows.table();
  }

  private void market(MarketDay day) {
    day.rules().capabilities().forEach(each -> able.put(each.unit(), each));
    day.rules().leadTimes().forEach(each -> leadHours.put(each.unit(), each.hours()));
    day.thermalUnits().forEach(this::thermal);
    day.profiledUnits().forEach(this::profiled);
    day.storageUnits().forEach(this::storage);
    day.flexibleLoads().forEach(this::flexible);
  }

  private void thermal(ThermalUnit u) {
    List<Double> prices =
        u.offers().stream().flatMap(curve -> prices(curve).stream()).sorted().toList();
    List<Double> starts =
        u.startCategories().stream().map(StartCategory::costYuan).sorted().toList();
    boolean known = u.initial() != null;
    add(
        u.id(),
        "THERMAL",
        u.bus(),
        u.fuel(),
        u.commitment().stream().anyMatch(status -> !status.isOff()),
        u.pMinMw().min(),
        u.pMaxMw().max(),
        new Object[] {
          u.rampUpMwPerH(),
          u.rampDownMwPerH(),
          u.minUpHours(),
          u.minDownHours(),
          u.maxStartsPerDay() < 0 ? null : u.maxStartsPerDay(),
          first(starts),
          last(starts),
          first(prices),
          last(prices),
          known ? (Boolean) u.stateBefore().on() : null,
          known ? (Double) u.stateBefore().powerMw() : null
        });
  }

  /** Prices of the segments; the mean price of a curve of one point. */
  private static List<Double> prices(OfferCurve curve) {
    if (curve.segmentCount() == 0) {
      return curve.firstMw() == 0 ? List.of() : List.of(curve.firstYuanPerH() / curve.firstMw());
    }
    return java.util.stream.IntStream.range(0, curve.segmentCount())
        .mapToObj(curve::priceYuanPerMwh)
        .toList();
  }

  private void profiled(ProfiledUnit u) {
    double least = u.priceYuanPerMwh().min();
    double most = u.priceYuanPerMwh().max();
    add(
        u.id(),
        "PROFILED",
        u.bus(),
        u.fuel(),
        true,
        u.minMw().min(),
        u.maxMw().max(),
        new Object[] {null, null, null, null, null, null, null, least, most, null, null});
  }

  private void storage(StorageUnit u) {
    double least = u.dischargeYuanPerMwh().min();
    double most = u.dischargeYuanPerMwh().max();
    add(
        u.id(),
        "STORAGE",
        u.bus(),
        "storage",
        true,
        -u.maxChargeMw().max(),
        u.maxDischargeMw().max(),
        new Object[] {null, null, null, null, null, null, null, least, most, null, null});
  }

  private void flexible(FlexibleLoad u) {
    double least = u.valueYuanPerMwh().min();
    double most = u.valueYuanPerMwh().max();
    add(
        u.id(),
        "FLEXIBLE_LOAD",
        u.bus(),
        "",
        true,
        -u.maxMw().max(),
        0.0,
        new Object[] {null, null, null, null, null, null, null, least, most, null, null});
  }

  private void generator(Generator g) {
    add(
        g.id(),
        "GENERATOR",
        g.bus(),
        g.fuel(),
        g.inService(),
        g.pMinMw(),
        g.pMaxMw(),
        new Object[] {null, null, null, null, null, null, null, null, null, null, g.pMw()});
  }

  private void add(
      String id,
      String kind,
      String bus,
      String fuel,
      boolean inService,
      double pMinMw,
      double pMaxMw,
      Object[] market) {
    listed.add(id);
    Object[] row = new Object[COLUMNS.length];
    row[0] = id;
    row[1] = kind;
    row[2] = bus;
    row[3] = buses.name(bus);
    row[4] = buses.zone(bus);
    row[5] = buses.baseKv(bus);
    row[6] = fuel;
    row[7] = inService;
    row[8] = pMinMw;
    row[9] = pMaxMw;
    System.arraycopy(market, 0, row, 10, market.length);
    Generator machine = machines.get(id);
    if (machine != null && machine.bus().equals(bus)) {
      row[21] = machine.qMinMvar();
      row[22] = machine.qMaxMvar();
    }
    AncillaryCapability ability = able.get(id);
    if (ability != null) {
      row[23] = ability.regulatingMwPerMin();
      row[24] = ability.services().stream().map(Enum::name).collect(Collectors.joining(", "));
    }
    row[25] = leadHours.get(id);
    rows.add(row);
  }

  private static @Nullable Double first(List<Double> sorted) {
    return sorted.isEmpty() ? null : sorted.get(0);
  }

  private static @Nullable Double last(List<Double> sorted) {
    return sorted.isEmpty() ? null : sorted.get(sorted.size() - 1);
  }
}
