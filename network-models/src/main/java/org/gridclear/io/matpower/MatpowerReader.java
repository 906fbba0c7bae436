package org.gridclear.io.matpower;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.IsolatedBuses;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.Shunt;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * Reads MATPOWER case files, format version 2 (MATPOWER manual, appendix B). Ids are bus numbers,
 * {@code G<row>}, {@code L<row>} and {@code DC<row>}, rows counted from 1. Every column is used,
 * refused, or noticed.
 */
public final class MatpowerReader {
  private static final String RESULT = "It is a result of an earlier run and is computed anew.";
  private static final String MULTIPLIER =
      "It is a result of an optimal power flow and is not used.";

  /** Ratings from here on are none, as in MATPOWER's optimal power flow. */
  private static final double RATING_NONE_MVA = 1e10;

  private final IssueLog log;
  private final Map<String, MatlabValue> fields = new TreeMap<>();
  private final String name;

  private MatpowerReader(String name, IssueLog log) {
    this.name = name;
    this.log = log;
  }

  /** Reads a source text; what cannot be read is reported, and an empty network returned. */
  public static Network read(String source, String fileName, IssueLog log) {
    MatpowerReader reader = new MatpowerReader(fileName.replaceFirst("\\.m$", ""), log);
    try {
      reader.take(MatlabProgram.resultOf(source));
      return reader.network();
    } catch (MatlabTokens.SyntaxError e) {
      log.add(
          Rule.SYNTAX,
          "document",
          "",
          String.valueOf(e.getMessage()),
          String.valueOf(e.getMessage()).contains("not supported")
              ? "Open it in MATLAB or Octave and save it with MATPOWER's savecase."
              : "Is the file cut off or edited?");
    } catch (IllegalArgumentException e) {
      log.add(
          Rule.FIELD_TYPE,
          "document",
          "",
          String.valueOf(e.getMessage()),
          "Compare it with MATPOWER's format.");
    }
    return new Network(
        fileName, 100, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** The fields of the struct that the function returns; of a script's {@code mpc}. */
  private void take(MatlabProgram.Result result) {
    if (result.outputs().size() > 1) {
      throw new IllegalArgumentException(
          "not supported: version 1 of the format, a function of several outputs");
    }
    String struct = (result.outputs().isEmpty() ? "mpc" : result.outputs().get(0)) + ".";
    result
        .variables()
        .forEach(
            (key, value) -> {
              if (key.startsWith(struct)) {
                fields.put(key.substring(struct.length()), value);
              }
            });
    MatlabValue version = fields.get("version");
    if (version == null) {
      log.notice(Rule.TAKEN_AS, "document", "", "mpc.version", "absent", "It is taken as '2'.");
    } else if (!version.asTexts().equals(List.of("2"))
        && !version.asTexts().equals(List.of("2.0"))) {
      log.add(
          Rule.FIELD_TYPE,
          "document",
          "mpc.version",
          String.join(" ", version.asTexts()),
          "not supported: versions other than 2. MATPOWER's loadcase and savecase convert it.");
    }
  }

  private Network network() {
    MatpowerFields.check(fields, log);
    MatpowerTable bus =
        table(
            "bus",
            13,
            "BUS_I BUS_TYPE PD QD GS BS BUS_AREA VM VA BASE_KV ZONE VMAX VMIN LAM_P LAM_Q MU_VMAX"
                + " MU_VMIN");
    if (!fields.containsKey("baseMVA")) {
      log.add(Rule.FIELD_PRESENT, "document", "baseMVA", "absent", "Add mpc.baseMVA.");
    }
    double baseMva = fields.containsKey("baseMVA") ? fields.get("baseMVA").asScalar() : 100;
    List<Bus> buses = buses(bus);
    MatpowerGenerators generators =
        new MatpowerGenerators(
            table("gen", 10, MatpowerGenerators.COLUMNS),
            costs(),
            texts("genfuel", rowCount("gen")),
            baseMva,
            log);
    Network network =
        new Network(
            name,
            baseMva,
            buses,
            branches(buses),
            generators.read(),
            loads(bus),
            shunts(bus),
            hvdcLines(),
            MatpowerInterfaces.read(fields, rowCount("branch"), log));
    return IsolatedBuses.takenOut(
        network,
        (kind, id, what) ->
            log.notice(
                Rule.TAKEN_AS, kind, id, "bus", what, "The bus is isolated (type 4): it is out."));
  }

  private List<Bus> buses(MatpowerTable bus) {
    List<String> names = texts("bus_name", bus.size());
    List<Bus> buses = new ArrayList<>();
    for (int r = 0; r < bus.size(); r++) {
      String id = bus.bus(r, "BUS_I");
      buses.add(
          new Bus(
              id,
              names.isEmpty() || names.get(r).isBlank() ? id : names.get(r).strip(),
              type(bus, r),
              bus.number(r, "BASE_KV"),
              bus.whole(r, "BUS_AREA", 0, "Areas are whole numbers."),
              bus.number(r, "VM"),
              bus.number(r, "VA"),
              bus.limit(r, "VMIN"),
              bus.limit(r, "VMAX"),
              bus.whole(r, "ZONE", 0, "Zones are whole numbers.")));
    }
    for (String column : List.of("LAM_P", "LAM_Q", "MU_VMAX", "MU_VMIN")) {
      bus.unused(column, value -> value != 0, MULTIPLIER);
    }
    bus.noticeRest();
    long zones = buses.stream().map(Bus::lossZone).distinct().count();
    if (zones > 1) {
      log.notice(
          Rule.TAKEN_AS,
          "document",
          "",
          "ZONE",
          zones + " zones",
          "They are kept as loss zones; a zone of studies, prices and reserves is an area.");
    }
    return buses;
  }

  private BusType type(MatpowerTable bus, int r) {
    double code = bus.number(r, "BUS_TYPE");
    if (code == 1) {
      return BusType.PQ;
    } else if (code == 2) {
      return BusType.PV;
    } else if (code == 3) {
      return BusType.REFERENCE;
    } else if (code != 4) {
      log.add(
          Rule.FIELD_TYPE,
          bus.element(r),
          "BUS_TYPE",
          code,
          "Use 1 PQ, 2 PV, 3 reference, 4 isolated.");
    }
    return BusType.ISOLATED;
  }

  private static List<Load> loads(MatpowerTable bus) {
    List<Load> loads = new ArrayList<>();
    for (int r = 0; r < bus.size(); r++) {
      double mw = bus.number(r, "PD");
      double mvar = bus.number(r, "QD");
      if (mw != 0 || mvar != 0) {
        String id = bus.bus(r, "BUS_I");
        loads.add(new Load("D" + id, id, mw, mvar));
      }
    }
    return loads;
  }

  private static List<Shunt> shunts(MatpowerTable bus) {
    List<Shunt> shunts = new ArrayList<>();
    for (int r = 0; r < bus.size(); r++) {
      double mw = bus.number(r, "GS");
      double mvar = bus.number(r, "BS");
      if (mw != 0 || mvar != 0) {
        shunts.add(new Shunt(bus.bus(r, "BUS_I"), mw, mvar));
      }
    }
    return shunts;
  }

  private List<Branch> branches(List<Bus> buses) {
    MatpowerTable branch =
        table(
            "branch",
            11,
            "F_BUS T_BUS BR_R BR_X BR_B RATE_A RATE_B RATE_C TAP SHIFT BR_STATUS ANGMIN ANGMAX PF"
                + " QF PT QT MU_SF MU_ST MU_ANGMIN MU_ANGMAX");
    Map<String, Double> baseKv = new HashMap<>();
    buses.forEach(bus -> baseKv.put(bus.id(), bus.baseKv()));
    List<Branch> branches = new ArrayList<>();
    for (int r = 0; r < branch.size(); r++) {
      branches.add(branch(branch, r, baseKv));
    }
    String angles = "Angle differences are not limited; ratings limit the flow.";
    branch.unused("ANGMIN", value -> value != 0 && !(value <= -360), angles);
    branch.unused("ANGMAX", value -> value != 0 && !(value >= 360), angles);
    for (String column : List.of("PF", "QF", "PT", "QT")) {
      branch.unused(column, value -> value != 0, RESULT);
    }
    for (String column : List.of("MU_SF", "MU_ST", "MU_ANGMIN", "MU_ANGMAX")) {
      branch.unused(column, value -> value != 0, MULTIPLIER);
    }
    branch.noticeRest();
    return branches;
  }

  private static Branch branch(MatpowerTable table, int r, Map<String, Double> baseKv) {
    String from = table.bus(r, "F_BUS");
    String to = table.bus(r, "T_BUS");
    double tap = table.number(r, "TAP");
    boolean transformer =
        tap != 0 || !baseKv.getOrDefault(from, 0.0).equals(baseKv.getOrDefault(to, 0.0));
    return new Branch(
        "L" + (r + 1),
        from,
        to,
        transformer ? BranchKind.TRANSFORMER : BranchKind.LINE,
        table.number(r, "BR_R"),
        table.number(r, "BR_X"),
        table.number(r, "BR_B"),
        tap == 0 ? 1 : tap,
        table.number(r, "SHIFT"),
        new Branch.Ratings(
            rating(table, r, "RATE_A"), rating(table, r, "RATE_B"), rating(table, r, "RATE_C")),
        table.status(r, "BR_STATUS"));
  }

  private static double rating(MatpowerTable table, int r, String column) {
    double mva = table.limit(r, column);
    return mva >= RATING_NONE_MVA ? 0 : mva;
  }

  private MatpowerTable costs() {
    String columns = "MODEL STARTUP SHUTDOWN NCOST COST";
    return fields.containsKey("gencost") && fields.get("gencost").count() > 0
        ? table("gencost", 5, columns)
        : new MatpowerTable("gencost", columns, new double[0][], log);
  }

  private List<HvdcLine> hvdcLines() {
    List<HvdcLine> lines = new ArrayList<>();
    if (!fields.containsKey("dcline")) {
      return lines;
    }
    MatpowerTable rows = table("dcline", 17, String.join(" ", MatpowerColumns.DC_LINE.keySet()));
    for (int r = 0; r < rows.size(); r++) {
      HvdcLine line =
          new HvdcLine(
              "DC" + (r + 1),
              rows.bus(r, "F_BUS"),
              rows.bus(r, "T_BUS"),
              rows.number(r, "PF"),
              rows.limit(r, "PMIN"),
              rows.limit(r, "PMAX"),
              rows.number(r, "LOSS0"),
              rows.number(r, "LOSS1"),
              rows.runs(r, "BR_STATUS"),
              converter(rows, r, "VF", "QF", "QMINF", "QMAXF"),
              converter(rows, r, "VT", "QT", "QMINT", "QMAXT"));
      lines.add(line);
      double given = rows.number(r, "PT");
      if (Math.abs(given - line.pToMw()) > 1e-6 * Math.max(1, Math.abs(given))) {
        log.notice(
            Rule.TAKEN_AS,
            "dcline row",
            String.valueOf(r + 1),
            "PT",
            given,
            "It is taken as PF - (LOSS0 + LOSS1 * PF).");
      }
    }
    for (String column : MatpowerColumns.DC_LINE.keySet()) {
      if (column.startsWith("MU_")) {
        rows.unused(column, value -> value != 0, MULTIPLIER);
      }
    }
    rows.noticeRest();
    return lines;
  }

  private static HvdcLine.Converter converter(
      MatpowerTable rows, int r, String set, String q, String least, String most) {
    return new HvdcLine.Converter(
        true, rows.number(r, set), rows.number(r, q), rows.limit(r, least), rows.limit(r, most));
  }

  private int rowCount(String field) {
    return fields.containsKey(field) ? fields.get(field).rowCount() : 0;
  }

  private MatpowerTable table(String field, int columnsMin, String columns) {
    MatlabValue value = fields.get(field);
    double[][] rows = new double[0][];
    if (value == null) {
      log.add(Rule.FIELD_PRESENT, "document", field, "absent", "Add mpc." + field + ".");
    } else if (value.rowCount() > 0 && value.columnCount() < columnsMin) {
      log.add(
          Rule.SERIES_LENGTH,
          "document",
          field,
          value.columnCount() + " columns",
          "MATPOWER's format has at least %d.".formatted(columnsMin));
    } else {
      rows = value.asRows();
    }
    return new MatpowerTable(field, columns, rows, log);
  }

  /** A text per row of a table; empty where the file has none. */
  private List<String> texts(String field, int rows) {
    MatlabValue value = fields.get(field);
    if (value == null || value.count() == 0) {
      return List.of();
    }
    List<String> texts = value.asTexts();
    if (texts.size() != rows) {
      log.add(
          Rule.SERIES_LENGTH,
          "document",
          "mpc." + field,
          texts.size() + " texts",
          "Give one per row (%d).".formatted(rows));
      return Collections.nCopies(rows, "");
    }
    return texts;
  }
}
