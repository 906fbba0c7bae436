package org.gridclear.io.pandapower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.Shunt;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;

/** The elements of a pandapower network. Ids are the table's name and the row's index. */
final class Elements {
  private final Frames frames;
  private final IssueLog log;
  private final Map<String, Frame.Row> buses = new LinkedHashMap<>();
  private final Map<String, String> joined = new HashMap<>();
  private final Map<String, BusType> types = new HashMap<>();
  private final Map<String, Double> angles = new HashMap<>();
  private final List<Load> loads = new ArrayList<>();
  private final List<Shunt> shunts = new ArrayList<>();

  Elements(Frames frames, IssueLog log) {
    this.frames = frames;
    this.log = log;
    frames.rows("bus").forEach(row -> buses.put(row.index(), row));
    buses.keySet().forEach(bus -> joined.put(bus, bus));
  }

  /** Base of the p.u. values in MVA. */
  double baseMva() {
    return frames.number("sn_mva", 100);
  }

  double frequencyHz() {
    return frames.number("f_hz", 50);
  }

  Frames frames() {
    return frames;
  }

  IssueLog log() {
    return log;
  }

  List<Shunt> shunts() {
    return shunts;
  }

  Network network(String name) {
    Switches switches = new Switches(this);
    switches.join();
    Machines machines = new Machines(this);
    var generators = machines.read();
    consumption();
    List<Branch> branches = new Branches(this, switches).read();
    List<HvdcLine> dc = frames.rows("dcline").stream().map(this::dcLine).toList();
    return new Network(
        name, baseMva(), busList(), branches, generators, loads, shunts, dc, List.of());
  }

  /** The bus of a column, after closed switches have joined some. */
  String bus(Frame.Row row, String column) {
    String bus = row.reference(column);
    if (!joined.containsKey(bus)) {
      log.add(
          Rule.REFERENCE_EXISTS,
          row.element(),
          column,
          bus,
          NearestName.advice(bus, buses.keySet()));
      return bus;
    }
    return root(bus);
  }

  String root(String bus) {
    String at = bus;
    while (!Objects.requireNonNull(joined.get(at)).equals(at)) {
      at = joined.get(at);
    }
    return at;
  }

  void join(String one, String two) {
    joined.put(root(two), root(one));
  }

  boolean known(String bus) {
    return buses.containsKey(bus);
  }

  double kv(String bus) {
    return known(bus) ? Objects.requireNonNull(buses.get(bus)).number("vn_kv") : 1;
  }

  boolean inService(String bus) {
    return known(bus) && Objects.requireNonNull(buses.get(bus)).flag("in_service", true);
  }

  void type(String bus, BusType type) {
    types.merge(bus, type, (a, b) -> a == BusType.REFERENCE ? a : b);
  }

  /** Sets the angle that a reference holds. */
  void angle(String bus, double degree) {
    angles.put(bus, degree);
  }

  private List<Bus> busList() {
    Map<String, Frame.Row> results = new HashMap<>();
    frames.rows("res_bus").forEach(row -> results.put(row.index(), row));
    List<Bus> list = new ArrayList<>();
    for (Map.Entry<String, Frame.Row> entry : buses.entrySet()) {
      String id = entry.getKey();
      Frame.Row row = entry.getValue();
      if (!root(id).equals(id)) {
        row.notice(
            Rule.TAKEN_AS, "switch", root(id), "A closed switch makes it one with another bus.");
        continue;
      }
      Frame.Row result = results.get(id);
      row.has("type");
      list.add(
          new Bus(
              id,
              row.text("name", id),
              inService(id) ? types.getOrDefault(id, BusType.PQ) : BusType.ISOLATED,
              row.number("vn_kv"),
              row.text("zone", ""),
              result == null ? 1 : result.number("vm_pu", 1),
              angles.getOrDefault(id, result == null ? 0 : result.number("va_degree", 0)),
              band(row, "min_vm_pu", 0.9),
              band(row, "max_vm_pu", 1.1)));
    }
    return list;
  }

  private static double band(Frame.Row row, String column, double byDefault) {
    if (!row.has(column)) {
      row.notice(Rule.TAKEN_AS, column, "not given", "It is taken as %s.".formatted(byDefault));
      return byDefault;
    }
    return row.number(column);
  }

  private void consumption() {
    for (Frame.Row row : on("load")) {
      load(row);
    }
    for (Frame.Row row : on("storage")) {
      row.notice(Rule.TAKEN_AS, "p_mw", row.number("p_mw"), "It draws that power at any level.");
      double scaling = row.number("scaling", 1);
      loads.add(
          new Load(
              row.element(),
              bus(row, "bus"),
              scaling * row.number("p_mw"),
              scaling * row.number("q_mvar", 0)));
    }
    for (Frame.Row row : on("motor")) {
      motor(row);
    }
    for (Frame.Row row : on("ward")) {
      String bus = bus(row, "bus");
      loads.add(new Load(row.element(), bus, row.number("ps_mw"), row.number("qs_mvar")));
      shunts.add(new Shunt(bus, row.number("pz_mw"), -row.number("qz_mvar")));
    }
    for (Frame.Row row : on("shunt")) {
      shunt(row);
    }
  }

  private void motor(Frame.Row row) {
    double mw =
        row.number("pn_mech_mw")
            / (row.number("efficiency_percent") / 100)
            * (row.number("loading_percent") / 100)
            * row.number("scaling", 1);
    double phi = Math.acos(row.number("cos_phi"));
    loads.add(new Load(row.element(), bus(row, "bus"), mw, mw * Math.tan(phi)));
  }

  private void shunt(Frame.Row row) {
    String bus = bus(row, "bus");
    double times = row.number("step", 1) * square(kv(bus) / row.number("vn_kv", kv(bus)));
    shunts.add(new Shunt(bus, times * row.number("p_mw"), -times * row.number("q_mvar")));
    if (row.flag("step_dependency_table", false)) {
      log.add(
          Rule.FIELD_KNOWN,
          row.element(),
          "step_dependency_table",
          true,
          "Shunts by a table of steps have no model here.");
    }
  }

  private void load(Frame.Row row) {
    String bus = bus(row, "bus");
    double scaling = row.number("scaling", 1);
    double mw = scaling * row.number("p_mw");
    double mvar = scaling * row.number("q_mvar", 0);
    double both = row.number("const_z_percent", 0);
    double zP = row.number("const_z_p_percent", both) / 100;
    double zQ = row.number("const_z_q_percent", both) / 100;
    for (String current :
        new String[] {"const_i_percent", "const_i_p_percent", "const_i_q_percent"}) {
      if (row.number(current, 0) != 0) {
        row.notice(
            Rule.TAKEN_AS, current, row.number(current, 0), "It is taken as constant power.");
      }
    }
    if (mw * (1 - zP) != 0 || mvar * (1 - zQ) != 0) {
      loads.add(new Load(row.element(), bus, mw * (1 - zP), mvar * (1 - zQ)));
    }
    if (mw * zP != 0 || mvar * zQ != 0) {
      shunts.add(new Shunt(bus, mw * zP, -mvar * zQ));
    }
  }

  /** Rows in service at a bus in service; the others are noticed. */
  List<Frame.Row> on(String table) {
    List<Frame.Row> rows = new ArrayList<>();
    for (Frame.Row row : frames.rows(table)) {
      if (row.flag("in_service", true)) {
        rows.add(row);
      } else {
        row.notice(Rule.FIELD_USED, "in_service", false, "It is out of service and left out.");
      }
    }
    return rows;
  }

  private HvdcLine dcLine(Frame.Row row) {
    double mw = row.number("p_mw");
    double max = row.limit("max_p_mw", Double.POSITIVE_INFINITY);
    return new HvdcLine(
        row.element(),
        bus(row, "from_bus"),
        bus(row, "to_bus"),
        mw,
        -max,
        max,
        row.number("loss_mw", 0),
        row.number("loss_percent", 0) / 100,
        row.flag("in_service", true),
        end(row, "from"),
        end(row, "to"));
  }

  private static HvdcLine.Converter end(Frame.Row row, String side) {
    return new HvdcLine.Converter(
        true,
        row.number("vm_" + side + "_pu"),
        0,
        row.limit("min_q_" + side + "_mvar", Double.NEGATIVE_INFINITY),
        row.limit("max_q_" + side + "_mvar", Double.POSITIVE_INFINITY));
  }

  static double square(double x) {
    return x * x;
  }
}
