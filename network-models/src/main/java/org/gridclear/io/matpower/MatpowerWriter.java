package org.gridclear.io.matpower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Flowgate;
import org.gridclear.network.Generator;
import org.gridclear.network.GeneratorCost;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.Shunt;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Writes a network as a MATPOWER case, format version 2. Read back it has the same power flow. What
 * the format cannot say is noticed.
 */
public final class MatpowerWriter {
  private final Network network;
  private final IssueLog log;
  private final StringBuilder text = new StringBuilder();
  private final Map<String, Integer> numberOfBus = new HashMap<>();

  private MatpowerWriter(Network network, IssueLog log) {
    this.network = network;
    this.log = log;
  }

  /**
   * The text of a case file.
   *
   * @param network a valid network
   * @param log takes a notice for everything that is written in another way or left out
   */
  public static String write(Network network, IssueLog log) {
    return new MatpowerWriter(network, log).write();
  }

  private String write() {
    String name = network.name().replaceAll("[^A-Za-z0-9_]", "_");
    name = Character.isLetter(name.isEmpty() ? '1' : name.charAt(0)) ? name : "case_" + name;
    line("function mpc = " + name);
    line("mpc.version = '2';");
    line("mpc.baseMVA = " + number(network.baseMva()) + ";");
    numberBuses();
    buses();
    generators();
    branches();
    costs();
    hvdcLines();
    interfaces();
    names();
    return text.toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void table(String field, String columns, List<double[]> rows) {
    line("\n%\t" + columns.replace(' ', '\t'));
    line("mpc." + field + " = [");
    for (double[] row : rows) {
      for (double value : row) {
        text.append('\t').append(number(value));
      }
      line(";");
    }
    line("];");
  }

  static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "Inf" : "-Inf";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  private void unsaid(String kind, String id, String field, Object value, String effect) {
    log.notice(Rule.FIELD_USED, kind, id, field, value, effect);
  }

  /** Bus ids where all of them are positive whole numbers; else places in the list. */
  private void numberBuses() {
    boolean numbers = network.buses().stream().allMatch(b -> b.id().matches("[1-9][0-9]{0,8}"));
    for (Bus bus : network.buses()) {
      numberOfBus.put(bus.id(), numbers ? Integer.parseInt(bus.id()) : numberOfBus.size() + 1);
      if (!numbers) {
        unsaid(
            "bus", bus.id(), "id", bus.id(), "It gets a number; its id is its name in the file.");
      }
    }
  }

  /** Numbers for names: the names themselves where all are whole numbers, else from 1 on. */
  private Map<String, Integer> numbered(String field, Function<Bus, String> nameOf) {
    List<String> names = network.buses().stream().map(nameOf).distinct().toList();
    boolean numbers = names.stream().allMatch(name -> name.matches("0|[1-9][0-9]{0,8}"));
    Map<String, Integer> numberOf = new LinkedHashMap<>();
    for (String name : names) {
      numberOf.put(name, numbers ? Integer.parseInt(name) : numberOf.size() + 1);
      if (!numbers && !name.isEmpty()) {
        unsaid("bus", "", field, name, "Its name becomes a number.");
      }
    }
    return numberOf;
  }

  private void buses() {
    Map<String, Integer> area = numbered("zone", Bus::zone);
    Map<String, Integer> zone = numbered("lossZone", Bus::lossZone);
    Map<String, double[]> power = new HashMap<>();
    network.buses().forEach(bus -> power.put(bus.id(), new double[4]));
    for (Load load : network.loads()) {
      Objects.requireNonNull(power.get(load.bus()))[0] += load.pMw();
      power.get(load.bus())[1] += load.qMvar();
    }
    for (Shunt shunt : network.shunts()) {
      Objects.requireNonNull(power.get(shunt.bus()))[2] += shunt.gMw();
      power.get(shunt.bus())[3] += shunt.bMvar();
    }
    network.hvdcLines().stream().filter(this::asLoads).forEach(line -> asLoads(line, power));
    List<double[]> rows = new ArrayList<>();
    for (Bus bus : network.buses()) {
      double[] at = Objects.requireNonNull(power.get(bus.id()));
      rows.add(
          new double[] {
            numberOfBus.get(bus.id()),
            type(bus.type()),
            at[0],
            at[1],
            at[2],
            at[3],
            area.get(bus.zone()),
            bus.vSetPu(),
            bus.angleDeg(),
            bus.baseKv(),
            zone.get(bus.lossZone()),
            bus.vMaxPu(),
            bus.vMinPu()
          });
    }
    table("bus", "bus_i type Pd Qd Gs Bs area Vm Va baseKV zone Vmax Vmin", rows);
  }

  private static int type(BusType type) {
    return switch (type) {
      case PQ -> 1;
      case PV -> 2;
      case REFERENCE -> 3;
      case ISOLATED -> 4;
    };
  }

  private void generators() {
    List<double[]> rows = new ArrayList<>();
    for (Generator g : network.generators()) {
      Generator.Capability c =
          g.capability() == null ? new Generator.Capability(0, 0, 0, 0, 0, 0) : g.capability();
      rows.add(
          new double[] {
            numberOfBus.get(g.bus()),
            g.pMw(),
            g.qMvar(),
            g.qMaxMvar(),
            g.qMinMvar(),
            g.vSetPu(),
            g.machine().baseMva() > 0 ? g.machine().baseMva() : network.baseMva(),
            g.inService() ? 1 : 0,
            g.pMaxMw(),
            g.pMinMw(),
            c.p1Mw(),
            c.p2Mw(),
            c.q1MinMvar(),
            c.q1MaxMvar(),
            c.q2MinMvar(),
            c.q2MaxMvar(),
            g.machine().rampAgcMwPerMin(),
            g.ramp10Mw(),
            g.machine().ramp30Mw(),
            g.machine().rampQMvarPerMin(),
            g.participation()
          });
      if (!g.id().equals("G" + rows.size())) {
        unsaid("generator", g.id(), "id", g.id(), "It is named by its row: " + "G<row>.");
      }
    }
    table(
        "gen",
        "bus Pg Qg Qmax Qmin Vg mBase status Pmax Pmin Pc1 Pc2 Qc1min Qc1max Qc2min Qc2max"
            + " ramp_agc ramp_10 ramp_30 ramp_q apf",
        rows);
  }

  private void branches() {
    List<double[]> rows = new ArrayList<>();
    for (Branch b : network.branches()) {
      boolean line = b.kind() == BranchKind.LINE && b.tapRatio() == 1;
      rows.add(
          new double[] {
            numberOfBus.get(b.from()),
            numberOfBus.get(b.to()),
            b.rPu(),
            b.xPu(),
            b.bPu(),
            b.ratings().normalMva(),
            b.ratings().shortTermMva(),
            b.ratings().emergencyMva(),
            line ? 0 : b.tapRatio(),
            b.shiftDeg(),
            b.inService() ? 1 : 0,
            -360,
            360
          });
      if (!b.id().equals("L" + rows.size())) {
        unsaid("branch", b.id(), "id", b.id(), "It is named by its row: L<row>.");
      }
    }
    table("branch", "fbus tbus r x b rateA rateB rateC ratio angle status angmin angmax", rows);
  }

  private void costs() {
    boolean active = network.generators().stream().anyMatch(g -> g.cost() != null);
    boolean reactive = network.generators().stream().anyMatch(g -> g.reactiveCost() != null);
    if (!active && !reactive) {
      return;
    }
    List<double[]> rows = new ArrayList<>();
    for (Generator g : network.generators()) {
      rows.add(cost(g.id(), "cost", g.cost()));
    }
    for (Generator g : reactive ? network.generators() : List.<Generator>of()) {
      rows.add(cost(g.id(), "reactiveCost", g.reactiveCost()));
    }
    int width = rows.stream().mapToInt(row -> row.length).max().orElse(0);
    table(
        "gencost",
        "model startup shutdown n parameters",
        rows.stream().map(row -> java.util.Arrays.copyOf(row, width)).toList());
  }

  /** A row of gencost; a curve of one point is the constant that it is. */
  private double[] cost(String id, String field, @Nullable GeneratorCost cost) {
    if (cost == null) {
      unsaid("generator", id, field, "absent", "The format wants one: it is written as 0.");
      return new double[] {2, 0, 0, 1, 0};
    }
    if (cost.pointsMw().size() == 1 || (cost.pointsMw().isEmpty() && cost.polynomial().isEmpty())) {
      return new double[] {2, cost.startYuan(), cost.stopYuan(), 1, cost.at(0)};
    }
    boolean piecewise = !cost.pointsMw().isEmpty();
    int n = piecewise ? cost.pointsMw().size() : cost.polynomial().size();
    double[] row = new double[4 + (piecewise ? 2 * n : n)];
    row[0] = piecewise ? 1 : 2;
    row[1] = cost.startYuan();
    row[2] = cost.stopYuan();
    row[3] = n;
    for (int k = 0; k < n; k++) {
      if (piecewise) {
        row[4 + 2 * k] = cost.pointsMw().get(k);
        row[5 + 2 * k] = cost.pointsYuanPerH().get(k);
      } else {
        row[4 + k] = cost.polynomial().get(n - 1 - k);
      }
    }
    return row;
  }

  /** A line of the format holds the voltage at both ends; one that does not is two loads. */
  private boolean asLoads(HvdcLine line) {
    return !line.fromEnd().holdsVoltage() || !line.toEnd().holdsVoltage();
  }

  private void asLoads(HvdcLine line, Map<String, double[]> power) {
    unsaid(
        "hvdc line",
        line.id(),
        "fromEnd",
        "holds no voltage",
        "The format has no such line: its power is written as a load at either end.");
    if (line.fromEnd().holdsVoltage() || line.toEnd().holdsVoltage()) {
      throw new IllegalArgumentException(
          "not supported: the HVDC line (%s) holds a voltage at one end only."
              .formatted(line.id()));
    }
    if (line.inService()) {
      Objects.requireNonNull(power.get(line.from()))[0] += line.pFromMw();
      power.get(line.from())[1] -= line.fromEnd().qMvar();
      Objects.requireNonNull(power.get(line.to()))[0] -= line.pToMw();
      power.get(line.to())[1] -= line.toEnd().qMvar();
    }
  }

  private void hvdcLines() {
    List<double[]> rows = new ArrayList<>();
    for (HvdcLine h : network.hvdcLines()) {
      if (!asLoads(h)) {
        rows.add(
            new double[] {
              numberOfBus.get(h.from()),
              numberOfBus.get(h.to()),
              h.inService() ? 1 : 0,
              h.pFromMw(),
              h.pToMw(),
              h.fromEnd().qMvar(),
              h.toEnd().qMvar(),
              h.fromEnd().vSetPu(),
              h.toEnd().vSetPu(),
              h.pMinMw(),
              h.pMaxMw(),
              h.fromEnd().qMinMvar(),
              h.fromEnd().qMaxMvar(),
              h.toEnd().qMinMvar(),
              h.toEnd().qMaxMvar(),
              h.lossFixedMw(),
              h.lossShare()
            });
      }
    }
    if (!rows.isEmpty()) {
      table(
          "dcline",
          "fbus tbus status Pf Pt Qf Qt Vf Vt Pmin Pmax QminF QmaxF QminT QmaxT loss0 loss1",
          rows);
    }
  }

  private void interfaces() {
    Map<String, Integer> rowOf = new HashMap<>();
    network.branches().forEach(branch -> rowOf.put(branch.id(), rowOf.size() + 1));
    List<double[]> map = new ArrayList<>();
    List<double[]> limits = new ArrayList<>();
    for (Flowgate gate : network.flowgates()) {
      if (gate.terms().stream().anyMatch(term -> Math.abs(term.weight()) != 1)) {
        unsaid("flowgate", gate.id(), "weight", "not 1 or -1", "It is left out.");
        continue;
      }
      double number = limits.size() + 1;
      for (Flowgate.Term term : gate.terms()) {
        map.add(
            new double[] {
              number, term.weight() * Objects.requireNonNull(rowOf.get(term.branch()))
            });
      }
      limits.add(new double[] {number, -gate.reverseLimitMw(), gate.limitMw()});
    }
    if (!limits.isEmpty()) {
      table("if.map", "interface branch", map);
      table("if.lims", "interface lower upper", limits);
    }
  }

  private void names() {
    boolean numbers = network.buses().stream().allMatch(b -> b.id().matches("[1-9][0-9]{0,8}"));
    if (!numbers || network.buses().stream().anyMatch(bus -> !bus.name().equals(bus.id()))) {
      texts("bus_name", network.buses().stream().map(b -> numbers ? b.name() : b.id()).toList());
    }
    if (network.generators().stream().anyMatch(g -> !g.fuel().isEmpty())) {
      texts("genfuel", network.generators().stream().map(Generator::fuel).toList());
    }
  }

  private void texts(String field, List<String> texts) {
    line("\nmpc." + field + " = {");
    for (String item : texts) {
      line("\t'" + item.replace("'", "''").replaceAll("\\R", " ") + "';");
    }
    line("};");
  }
}
