package org.gridclear.io.rtsgmlc;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.io.CsvTable;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Generator;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.Shunt;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Reads bus.csv, branch.csv, dc_branch.csv and gen.csv as a network with its operating point. */
final class NetworkTables {
  /** The tables have no voltage limits; RTS-GMLC's own conversion to MATPOWER takes these. */
  private static final double V_MIN_PU = 0.95;

  private static final double V_MAX_PU = 1.05;
  private static final double BASE_MVA = 100;

  private final Tables tables;
  private final IssueLog log;

  NetworkTables(Tables tables, IssueLog log) {
    this.tables = tables;
    this.log = log;
  }

  Network read(String name) {
    List<Bus> buses = new ArrayList<>();
    List<Load> loads = new ArrayList<>();
    List<Shunt> shunts = new ArrayList<>();
    for (CsvTable.Row row : rows("bus")) {
      buses.add(bus(row));
      String id = row.id("Bus ID");
      double mw = row.number("MW Load", 0);
      double mvar = row.number("MVAR Load", 0);
      if (mw != 0 || mvar != 0) {
        loads.add(new Load("D" + id, id, mw, mvar));
      }
      double g = row.number("MW Shunt G", 0);
      double b = row.number("MVAR Shunt B", 0);
      if (g != 0 || b != 0) {
        shunts.add(new Shunt(id, g, b));
      }
      noticeLimits(id);
    }
    log.notice(
        Rule.TAKEN_AS,
        "network",
        "",
        "power base",
        "not given",
        "It is taken as 100 MVA, as RTS-GMLC's conversion to MATPOWER does.");
    return new Network(
        name,
        BASE_MVA,
        buses,
        rows("branch").stream().map(NetworkTables::branch).toList(),
        rows("gen").stream().map(this::generator).toList(),
        loads,
        shunts,
        rows("dc_branch").stream().map(this::hvdc).toList(),
        List.of());
  }

  private void noticeLimits(String id) {
    log.notice(
        Rule.TAKEN_AS,
        "bus",
        id,
        "voltage limits",
        "not given",
        "They are taken as %s to %s p.u., as RTS-GMLC's conversion to MATPOWER does."
            .formatted(V_MIN_PU, V_MAX_PU));
  }

  private List<CsvTable.Row> rows(String table) {
    return tables.table(table).map(CsvTable::rows).orElse(List.of());
  }

  private Bus bus(CsvTable.Row row) {
    String id = row.id("Bus ID");
    return new Bus(
        id,
        row.text("Bus Name", id),
        type(row),
        row.number("BaseKV"),
        row.id("Area"),
        row.number("V Mag", 1),
        row.number("V Angle", 0),
        V_MIN_PU,
        V_MAX_PU);
  }

  private BusType type(CsvTable.Row row) {
    String type = row.text("Bus Type");
    return switch (type) {
      case "PQ" -> BusType.PQ;
      case "PV" -> BusType.PV;
      case "Ref" -> BusType.REFERENCE;
      default -> {
        log.add(Rule.FIELD_TYPE, row.place(), "Bus Type", type, "Use PQ, PV or Ref.");
        yield BusType.PQ;
      }
    };
  }

  private static Branch branch(CsvTable.Row row) {
    double ratio = row.number("Tr Ratio", 0);
    return new Branch(
        row.text("UID"),
        row.id("From Bus"),
        row.id("To Bus"),
        ratio == 0 ? BranchKind.LINE : BranchKind.TRANSFORMER,
        row.number("R"),
        row.number("X"),
        row.number("B", 0),
        ratio == 0 ? 1 : ratio,
        0,
        new Branch.Ratings(
            row.number("Cont Rating", 0), row.number("LTE Rating", 0), row.number("STE Rating", 0)),
        true);
  }

  private Generator generator(CsvTable.Row row) {
    String id = row.text("GEN UID");
    double mw = row.number("MW Inj", 0);
    double mvar = row.number("MVAR Inj", 0);
    double qMin = row.number("QMin MVAR", 0);
    double qMax = row.number("QMax MVAR", 0);
    boolean running = mw != 0 || mvar != 0 || qMin != 0 || qMax != 0;
    if (!running) {
      log.notice(
          Rule.TAKEN_AS,
          "generator",
          id,
          "MW Inj",
          mw,
          "With neither output nor reactive power it is out of service in the power flow.");
    }
    return new Generator(
        id,
        row.id("Bus ID"),
        row.text("Fuel", ""),
        mw,
        mvar,
        qMin,
        qMax,
        row.number("V Setpoint p.u.", 1),
        row.number("PMin MW", 0),
        row.number("PMax MW"),
        10 * row.number("Ramp Rate MW/Min", 0),
        0,
        running,
        null);
  }

  private HvdcLine hvdc(CsvTable.Row row) {
    String id = row.text("UID");
    double mw = row.number("MW Load");
    log.notice(
        Rule.TAKEN_AS,
        "hvdc line",
        id,
        "MW Load",
        mw,
        "It is the most that the clearing sends either way; in the power flow the line rests, as"
            + " in RTS-GMLC's conversion to MATPOWER.");
    return new HvdcLine(id, row.id("From Bus"), row.id("To Bus"), 0, -mw, mw, 0, 0, true);
  }
}
