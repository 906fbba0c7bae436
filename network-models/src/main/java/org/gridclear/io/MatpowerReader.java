package org.gridclear.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Generator;
import org.gridclear.network.GeneratorCost;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.Shunt;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * Reads MATPOWER case files, format version 2: bus, gen, branch, gencost, dcline, names and fuels.
 * Ids are bus numbers, {@code G<row>}, {@code L<row>} and {@code DC<row>}, rows counted from 1.
 */
final class MatpowerReader {
  private final IssueLog log;
  private final Map<String, MatlabValue> fields = new HashMap<>();
  private String name = "case";

  private MatpowerReader(IssueLog log) {
    this.log = log;
  }

  /** Reads a source text; what cannot be read is reported, and an empty network returned. */
  static Network read(String source, String fileName, IssueLog log) {
    MatpowerReader reader = new MatpowerReader(log);
    reader.name = fileName.replaceFirst("\\.m$", "");
    try {
      MatlabProgram.run(source)
          .forEach((key, value) -> reader.fields.put(key.substring(key.indexOf('.') + 1), value));
      return reader.network();
    } catch (MatlabTokens.SyntaxError e) {
      log.add(Rule.SYNTAX, "document", "", e.getMessage(), "Is the file cut off or edited?");
    } catch (IllegalArgumentException e) {
      log.add(
          Rule.FIELD_TYPE, "document", "", e.getMessage(), "Compare it with MATPOWER's format.");
    }
    return new Network(
        fileName, 100, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private Network network() {
    double[][] bus = table("bus", 13);
    double[][] gen = table("gen", 10);
    double[][] branch = table("branch", 11);
    if (!fields.containsKey("baseMVA")) {
      log.add(Rule.FIELD_PRESENT, "document", "baseMVA", "absent", "Add mpc.baseMVA.");
    }
    double baseMva = fields.containsKey("baseMVA") ? fields.get("baseMVA").asScalar() : 100;
    List<Bus> buses = new ArrayList<>();
    List<Load> loads = new ArrayList<>();
    List<Shunt> shunts = new ArrayList<>();
    List<String> names = texts("bus_name");
    for (int r = 0; r < bus.length; r++) {
      double[] row = bus[r];
      finite("bus row " + (r + 1), row, 13);
      String id = number(row[0]);
      buses.add(
          new Bus(
              id,
              r < names.size() ? names.get(r).strip() : id,
              type(row[1], id),
              row[9],
              number(row[6]),
              row[7],
              row[8],
              row[12],
              row[11]));
      if (row[2] != 0 || row[3] != 0) {
        loads.add(new Load("D" + id, id, row[2], row[3]));
      }
      if (row[4] != 0 || row[5] != 0) {
        shunts.add(new Shunt(id, row[4], row[5]));
      }
    }
    Map<String, Double> baseKv = new HashMap<>();
    buses.forEach(b -> baseKv.put(b.id(), b.baseKv()));
    List<Branch> branches = new ArrayList<>();
    for (int r = 0; r < branch.length; r++) {
      branches.add(branch(r, branch[r], baseKv));
    }
    return new Network(
        name, baseMva, buses, branches, generators(gen), loads, shunts, hvdcLines(), List.of());
  }

  private BusType type(double code, String bus) {
    if (code == 1) {
      return BusType.PQ;
    } else if (code == 2) {
      return BusType.PV;
    } else if (code == 3) {
      return BusType.REFERENCE;
    } else if (code != 4) {
      log.add(Rule.FIELD_TYPE, "bus " + bus, "type", code, "Use 1 PQ, 2 PV, 3 reference, 4 none.");
    }
    return BusType.ISOLATED;
  }

  private Branch branch(int r, double[] row, Map<String, Double> baseKv) {
    finite("branch row " + (r + 1), row, 11);
    String from = number(row[0]);
    String to = number(row[1]);
    boolean transformer =
        row[8] != 0 || !baseKv.getOrDefault(from, 0.0).equals(baseKv.getOrDefault(to, 0.0));
    return new Branch(
        "L" + (r + 1),
        from,
        to,
        transformer ? BranchKind.TRANSFORMER : BranchKind.LINE,
        row[2],
        row[3],
        row[4],
        row[8] == 0 ? 1 : row[8],
        row[9],
        new Branch.Ratings(row[5], row[6], row[7]),
        row[10] > 0);
  }

  private List<Generator> generators(double[][] gen) {
    double[][] cost = fields.containsKey("gencost") ? table("gencost", 5) : new double[0][];
    List<String> fuels = texts("genfuel");
    List<Generator> generators = new ArrayList<>();
    for (int r = 0; r < gen.length; r++) {
      double[] row = gen[r];
      finite("gen row " + (r + 1), row, 10);
      generators.add(
          new Generator(
              "G" + (r + 1),
              number(row[0]),
              r < fuels.size() ? fuels.get(r) : "",
              row[1],
              row[2],
              row[4],
              row[3],
              row[5],
              row[9],
              row[8],
              row.length > 17 ? row[17] : 0,
              row.length > 20 ? row[20] : 0,
              row[7] > 0,
              r < cost.length ? cost(r, cost[r]) : null));
    }
    return generators;
  }

  private GeneratorCost cost(int r, double[] row) {
    int n = (int) row[3];
    List<Double> polynomial = new ArrayList<>();
    List<Double> mw = new ArrayList<>();
    List<Double> yuan = new ArrayList<>();
    boolean piecewise = row[0] == 1;
    if (4 + (piecewise ? 2 * n : n) > row.length || n < 1) {
      log.add(
          Rule.SERIES_LENGTH,
          "gencost row " + (r + 1),
          "NCOST",
          row[3],
          "The row has %d numbers behind it.".formatted(row.length - 4));
      return null;
    }
    for (int k = 0; k < n; k++) {
      if (piecewise) {
        mw.add(row[4 + 2 * k]);
        yuan.add(row[5 + 2 * k]);
      } else {
        polynomial.add(row[4 + n - 1 - k]);
      }
    }
    return new GeneratorCost(row[1], row[2], polynomial, mw, yuan);
  }

  private List<HvdcLine> hvdcLines() {
    List<HvdcLine> lines = new ArrayList<>();
    if (!fields.containsKey("dcline")) {
      return lines;
    }
    double[][] rows = table("dcline", 11);
    for (int r = 0; r < rows.length; r++) {
      double[] row = rows[r];
      finite("dcline row " + (r + 1), row, 11);
      lines.add(
          new HvdcLine(
              "DC" + (r + 1),
              number(row[0]),
              number(row[1]),
              row[3],
              row[9],
              row[10],
              row.length > 15 ? row[15] : 0,
              row.length > 16 ? row[16] : 0,
              row[2] > 0));
    }
    return lines;
  }

  private double[][] table(String field, int columnsMin) {
    MatlabValue value = fields.get(field);
    if (value == null) {
      log.add(Rule.FIELD_PRESENT, "document", field, "absent", "Add mpc." + field + ".");
      return new double[0][];
    }
    double[][] rows = value.asRows();
    if (rows.length > 0 && rows[0].length < columnsMin) {
      log.add(
          Rule.SERIES_LENGTH,
          "document",
          field,
          rows[0].length + " columns",
          "MATPOWER's format has at least %d.".formatted(columnsMin));
      return new double[0][];
    }
    return rows;
  }

  private List<String> texts(String field) {
    MatlabValue value = fields.get(field);
    return value == null || !value.isText() ? List.of() : value.asTexts();
  }

  private void finite(String element, double[] row, int columns) {
    for (int c = 0; c < columns; c++) {
      if (Double.isNaN(row[c])) {
        log.add(Rule.NUMBER_FINITE, element, "column " + (c + 1), row[c], "Give a number.");
      }
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
