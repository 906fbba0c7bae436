package org.gridclear.io.rtsgmlc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gridclear.io.CsvTable;
import org.gridclear.market.Commitment;
import org.gridclear.market.InitialState;
import org.gridclear.market.LimitRule;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.network.Network;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Reads gen.csv, storage.csv and initial_status.csv as units of the market. */
final class UnitTables {
  private static final Set<String> PROFILED = Set.of("WIND", "PV", "RTPV", "HYDRO", "ROR");
  private static final Set<String> COMMITTED = Set.of("CT", "CC", "STEAM", "NUCLEAR");

  private enum Role {
    COMMITTED,
    PROFILED,
    STORAGE,
    CONCENTRATING_SOLAR,
    CONDENSER
  }

  private final Tables tables;
  private final DaySeries series;
  private final Clock clock;
  private final IssueLog log;
  private final int periods;
  private final Map<String, String> areaOf = new HashMap<>();
  private final List<CsvTable.Row> rows;

  UnitTables(Tables tables, Network network, DaySeries series, Clock clock, IssueLog log) {
    this.tables = tables;
    this.series = series;
    this.clock = clock;
    this.log = log;
    this.periods = clock.horizon().periodCount();
    this.rows = tables.table("gen").map(CsvTable::rows).orElse(List.of());
    network.buses().forEach(bus -> areaOf.put(bus.id(), bus.zone()));
    List<String> ids = rows.stream().map(row -> row.text("GEN UID")).toList();
    for (String object : series.objects("Generator")) {
      if (!ids.contains(object)) {
        log.add(
            Rule.REFERENCE_EXISTS,
            "series of generator",
            "Object",
            object,
            org.gridclear.validate.NearestName.advice(object, ids));
      }
    }
  }

  private static Role role(CsvTable.Row row) {
    String type = row.text("Unit Type").toUpperCase(Locale.ROOT);
    if (PROFILED.contains(type)) {
      return Role.PROFILED;
    }
    return switch (type) {
      case "STORAGE" -> Role.STORAGE;
      case "CSP" -> Role.CONCENTRATING_SOLAR;
      case "SYNC_COND" -> Role.CONDENSER;
      default -> Role.COMMITTED;
    };
  }

  private List<CsvTable.Row> of(Role role) {
    return rows.stream().filter(row -> role(row) == role).toList();
  }

  /** Per category of gen.csv, whether its units can hold reserve. */
  Map<String, Boolean> eligible() {
    Map<String, Boolean> held = new HashMap<>();
    for (CsvTable.Row row : rows) {
      held.merge(row.text("Category"), role(row) == Role.COMMITTED, (a, b) -> a && b);
    }
    return held;
  }

  List<ThermalUnit> thermal(ReserveTable reserves) {
    Map<String, InitialState> initial = new InitialStatus(tables, log).states(of(Role.COMMITTED));
    List<ThermalUnit> units = new ArrayList<>();
    for (CsvTable.Row row : of(Role.COMMITTED)) {
      units.add(thermal(row, reserves, initial));
    }
    for (CsvTable.Row row : of(Role.CONCENTRATING_SOLAR)) {
      log.add(
          Rule.NOT_CLEARED,
          "generator " + row.text("GEN UID"),
          "Unit Type",
          row.text("Unit Type"),
          "Heat storage behind mirrors has no model here; the unit gives no power in the market.");
    }
    return units;
  }

  private ThermalUnit thermal(
      CsvTable.Row row, ReserveTable reserves, Map<String, InitialState> initial) {
    String id = row.text("GEN UID");
    noticeType(id, row);
    OfferCurve offer = new HeatRates(row, log).offer();
    double rampMwPerH = 60 * row.number("Ramp Rate MW/Min");
    double pMin = row.number("PMin MW");
    log.notice(
        Rule.TAKEN_AS,
        "generator",
        id,
        "start and stop ramps",
        "not given",
        "A unit starts at and stops from its least output, as in Prescient and Egret.");
    return new ThermalUnit(
        id,
        row.id("Bus ID"),
        row.text("Fuel", ""),
        List.of(offer),
        series.of("Generator", id, "PMin MW").orElse(Series.constant(offer.firstMw(), periods)),
        series.of("Generator", id, "PMax MW").orElse(Series.constant(offer.lastMw(), periods)),
        rampMwPerH,
        rampMwPerH,
        pMin,
        pMin,
        row.number("Min Up Time Hr", 0),
        row.number("Min Down Time Hr", 0),
        -1,
        new HeatRates(row, log).starts(),
        Collections.nCopies(periods, Commitment.FREE),
        initial.get(id),
        reserves.of(areaOf.getOrDefault(row.id("Bus ID"), ""), row.text("Category")),
        row.number("Non Fuel Shutdown Cost $", 0),
        LimitRule.RAMP_AND_LIMIT,
        0,
        0);
  }

  private void noticeType(String id, CsvTable.Row row) {
    if (!COMMITTED.contains(row.text("Unit Type").toUpperCase(Locale.ROOT))) {
      log.notice(
          Rule.TAKEN_AS,
          "generator",
          id,
          "Unit Type",
          row.text("Unit Type"),
          "The type is none of RTS-GMLC's; it is taken as a unit with commitment.");
    }
  }

  List<ProfiledUnit> profiled() {
    List<ProfiledUnit> units = new ArrayList<>();
    for (CsvTable.Row row : of(Role.PROFILED)) {
      String id = row.text("GEN UID");
      double heatRate = row.number("HR_avg_0", 0) / 1000;
      double price = heatRate * row.number("Fuel Price $/MMBTU", 0) + row.number("VOM", 0);
      Series max =
          series
              .of("Generator", id, "PMax MW")
              .orElseGet(
                  () -> {
                    log.notice(
                        Rule.TAKEN_AS,
                        "generator",
                        id,
                        "PMax MW",
                        row.number("PMax MW"),
                        "No series: it is available all day.");
                    return Series.constant(row.number("PMax MW"), periods);
                  });
      log.notice(
          Rule.TAKEN_AS,
          "generator",
          id,
          "Unit Type",
          row.text("Unit Type"),
          "It follows its series without commitment, ramps and times.");
      units.add(
          new ProfiledUnit(
              id,
              row.id("Bus ID"),
              row.text("Fuel", ""),
              series
                  .of("Generator", id, "PMin MW")
                  .orElse(Series.constant(row.number("PMin MW", 0), periods)),
              max,
              Series.constant(price, periods)));
    }
    return units;
  }

  List<StorageUnit> storage() {
    StorageTable table = new StorageTable(tables, clock, log);
    List<StorageUnit> units =
        of(Role.STORAGE).stream().flatMap(row -> table.unit(row).stream()).toList();
    table.noticeOthers(rows, units.stream().map(StorageUnit::id).toList());
    return units;
  }
}
