package org.gridclear.io.rtsgmlc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gridclear.io.CsvTable;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** The tables of SourceData: those that must be there, and those that may. */
record Tables(Path folder, Map<String, CsvTable> byName, IssueLog log) {
  static Tables open(Path folder, IssueLog log) {
    Map<String, CsvTable> tables = new LinkedHashMap<>();
    for (String name : new String[] {"bus", "branch", "gen", "simulation_objects"}) {
      if (!Files.isRegularFile(folder.resolve(name + ".csv"))) {
        log.add(
            Rule.FILE_READABLE,
            "file",
            "",
            name + ".csv",
            "RTS-GMLC has it in SourceData, beside bus.csv.");
      }
    }
    for (String name :
        new String[] {
          "bus",
          "branch",
          "dc_branch",
          "gen",
          "storage",
          "reserves",
          "simulation_objects",
          "timeseries_pointers",
          "initial_status"
        }) {
      Path file = folder.resolve(name + ".csv");
      if (Files.isRegularFile(file)) {
        tables.put(name, CsvTable.read(file, log));
      }
    }
    return new Tables(folder, tables, log);
  }

  Optional<CsvTable> table(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  CsvTable simulation() {
    return Objects.requireNonNull(byName.get("simulation_objects"));
  }

  /** Notices the columns that no reader asked for. */
  void noticeRest() {
    rest("bus", "bus", "Bus ID", "Neither power flow nor clearing uses it.");
    rest("branch", "branch", "UID", "Reliability data and lengths are not used.");
    rest(
        "dc_branch", "hvdc line", "UID", "The line is a controlled transfer without its stations.");
    rest("gen", "generator", "GEN UID", "Neither power flow nor clearing uses it.");
    rest("storage", "storage", "Storage", "It is not used.");
    rest("reserves", "reserve", "Reserve Product", "It is not used.");
    rest(
        "timeseries_pointers",
        "series",
        "Object",
        "Series are in MW as they stand in their files.");
  }

  private void rest(String table, String kind, String id, String effect) {
    table(table).ifPresent(t -> t.noticeRest(kind, id, effect));
  }
}
