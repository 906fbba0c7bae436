package org.gridclear.io.rtsgmlc;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.io.CsvTable;
import org.gridclear.market.StorageUnit;
import org.gridclear.quantity.Series;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * Reads storage.csv. Water that a pumped plant lifts comes from its tail, so the head's level also
 * keeps the tail within its volume.
 */
final class StorageTable {
  private final Map<String, CsvTable.Row> heads = new HashMap<>();
  private final Map<String, CsvTable.Row> tails = new HashMap<>();
  private final int periods;
  private final IssueLog log;

  StorageTable(Tables tables, Clock clock, IssueLog log) {
    this.periods = clock.horizon().periodCount();
    this.log = log;
    for (CsvTable.Row row : tables.table("storage").map(CsvTable::rows).orElse(List.of())) {
      String position = row.text("position", "head");
      Map<String, CsvTable.Row> of =
          switch (position) {
            case "head" -> heads;
            case "tail" -> tails;
            default -> {
              log.add(Rule.FIELD_TYPE, row.place(), "position", position, "Use head or tail.");
              yield heads;
            }
          };
      if (of.put(row.text("GEN UID"), row) != null) {
        log.add(
            Rule.ID_UNIQUE, row.place(), "GEN UID", row.text("GEN UID"), "Give one a position.");
      }
    }
  }

  Optional<StorageUnit> unit(CsvTable.Row generator) {
    String id = generator.text("GEN UID");
    CsvTable.Row head = heads.get(id);
    if (head == null) {
      log.add(
          Rule.REFERENCE_EXISTS,
          "generator " + id,
          "storage.csv",
          "absent",
          "A unit of type STORAGE needs a row there.");
      return Optional.empty();
    }
    return Optional.of(unit(id, generator, head));
  }

  private StorageUnit unit(String id, CsvTable.Row generator, CsvTable.Row head) {
    double initial = mwh(head, "Initial Volume GWh");
    double max = mwh(head, "Max Volume GWh");
    double min = 0;
    CsvTable.Row tail = tails.get(id);
    if (tail != null) {
      double water = initial + mwh(tail, "Initial Volume GWh");
      max = Math.min(max, water);
      min = Math.max(0, water - mwh(tail, "Max Volume GWh"));
    }
    log.notice(
        Rule.TAKEN_AS,
        "storage",
        id,
        "level after the day",
        "not given",
        "It may end at any level within its volume.");
    double percent = generator.number("Storage Roundtrip Efficiency");
    if (percent > 0 && percent <= 1) {
      log.notice(
          Rule.TAKEN_AS,
          "storage",
          id,
          "Storage Roundtrip Efficiency",
          percent,
          "It counts in percent, as in RTS-GMLC (85 of 100), not as a share.");
    }
    double efficiency = percent / 100;
    double price = generator.number("VOM", 0);
    return new StorageUnit(
        id,
        generator.id("Bus ID"),
        all(min),
        all(max),
        all(0),
        all(generator.number("Pump Load MW")),
        all(generator.number("PMin MW", 0)),
        all(generator.number("PMax MW")),
        all(0),
        all(price),
        all(efficiency),
        all(1),
        all(0),
        Collections.nCopies(periods, false),
        initial,
        min,
        max);
  }

  private Series all(double value) {
    return Series.constant(value, periods);
  }

  private static double mwh(CsvTable.Row row, String column) {
    return 1000 * row.number(column);
  }

  /** Notices reservoirs of units that are no storage of the market. */
  void noticeOthers(List<CsvTable.Row> generators, List<String> used) {
    List<String> ids = generators.stream().map(row -> row.text("GEN UID")).toList();
    for (CsvTable.Row row : heads.values().stream().sorted(StorageTable::byPlace).toList()) {
      String id = row.text("GEN UID");
      if (!ids.contains(id)) {
        log.add(
            Rule.REFERENCE_EXISTS,
            row.place(),
            "GEN UID",
            id,
            org.gridclear.validate.NearestName.advice(id, ids));
      } else if (!used.contains(id)) {
        log.notice(
            Rule.FIELD_USED,
            "storage",
            row.text("Storage"),
            "Max Volume GWh",
            row.number("Max Volume GWh"),
            "Its unit follows its series, which hold the energy already.");
      }
    }
  }

  private static int byPlace(CsvTable.Row a, CsvTable.Row b) {
    return a.text("Storage").compareTo(b.text("Storage"));
  }
}
