package org.gridclear.security.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.gridclear.clearing.input.ElementFilter;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Bus;
import org.gridclear.network.Flowgate;
import org.gridclear.network.Generator;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.network.Shunt;
import org.gridclear.numerics.OutageFactors;
import org.gridclear.numerics.ShiftFactors;
import org.gridclear.numerics.VoltageSensitivities;
import org.gridclear.security.input.SensitivityQuestion;
import org.gridclear.security.input.SensitivityQuestion.By;
import org.gridclear.security.powerflow.AcPowerFlow;
import org.gridclear.security.powerflow.AcSensitivities;
import org.gridclear.security.powerflow.AcSolution;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.result.Monitored;

/**
 * Sensitivities of chosen devices to chosen groups at an operating point (H-10 to H-13), after an
 * outage where branches are opened first.
 */
public final class SensitivityKernel {
  /** The most rows at an operating point. */
  public static final int ROWS_MAX = 1_000_000;

  /** The most rows of an answer, of all its operating points. */
  public static final int ROWS_IN_ALL_MAX = 10_000_000;

  private final SensitivityQuestion question;
  private final Network network;
  private final NetworkIndex index;
  private final NetworkStructure structure;
  private final OperatingPoint point;
  private final List<Integer> devices = new ArrayList<>();
  private final List<Monitored.Device> all;
  private final List<Sensitivity> rows = new ArrayList<>();
  private final List<String> splitting = new ArrayList<>();
  private final Map<By, Map<String, Integer>> groups = new EnumMap<>(By.class);

  private SensitivityKernel(
      NetworkStructure structure, OperatingPoint point, SensitivityQuestion question) {
    this.question = question;
    this.structure = structure;
    this.index = structure.index();
    this.network = index.network();
    this.all = Monitored.devices(network);
    boolean[] branchOn = point.branchOn().clone();
    question.opened().forEach(id -> branchOn[index.branch(id)] = false);
    this.point = point.with(branchOn, point.generatorOn(), point.loadMw(), point.loadMvar());
    for (int d = 0; d < all.size(); d++) {
      if (takes(question.devices(), all.get(d).id(), all.get(d).kind().name(), ends(d))) {
        devices.add(d);
      }
    }
    question.by().forEach(by -> groups.put(by, group(by)));
  }

  /**
   * Sensitivities at an operating point.
   *
   * @param rows the sensitivities
   * @param splitting outages that were asked for and have no factors, since they split the grid
   */
  public record Answer(List<Sensitivity> rows, List<String> splitting) {
    public Answer {
      rows = List.copyOf(rows);
      splitting = List.copyOf(splitting);
    }
  }

  /**
   * The sensitivities.
   *
   * @throws IllegalArgumentException if an id is unknown, nothing is meant, or the answer would be
   *     too long
   * @throws ArithmeticException if voltages are asked for and the AC power flow has no solution
   */
  public static Answer answer(
      NetworkStructure structure, OperatingPoint point, SensitivityQuestion question) {
    check(structure.index().network(), question, 1);
    SensitivityKernel kernel = new SensitivityKernel(structure, point, question);
    kernel.flows();
    if (question.by().stream().anyMatch(By::ofVoltage)) {
      kernel.voltages();
    }
    return new Answer(kernel.rows, kernel.splitting);
  }

  /**
   * Whether a question can be answered on a network.
   *
   * @param points how many operating points it is asked at
   * @throws IllegalArgumentException with what is wrong with it
   */
  public static void check(Network network, SensitivityQuestion question, int points) {
    OperatingPoint any = OperatingPoint.of(network);
    checkNames(network, question);
    for (String id : question.opened()) {
      known("opened branch", id, network.branches().stream().anyMatch(b -> b.id().equals(id)));
    }
    SensitivityKernel kernel = new SensitivityKernel(NetworkStructure.of(network), any, question);
    for (String id : question.devices().ids()) {
      known("device", id, kernel.all.stream().anyMatch(device -> device.id().equals(id)));
    }
    long count = 0;
    for (By by : question.by()) {
      Map<String, Integer> group = Objects.requireNonNull(kernel.groups.get(by));
      long moved =
          kernel.devices.stream()
              .filter(d -> by.ofVoltage() == (kernel.all.get(d).kind() == Monitored.Kind.BUS))
              .count();
      if (moved == 0) {
        throw new IllegalArgumentException(
            "No %s is chosen, and %s moves nothing else."
                .formatted(by.ofVoltage() ? "bus" : "branch or flowgate", by));
      }
      if (group.isEmpty()) {
        throw new IllegalArgumentException("Nothing is chosen of %s.".formatted(by));
      }
      count += moved * group.size();
    }
    for (String id : question.elements().ids()) {
      boolean found = kernel.groups.values().stream().anyMatch(group -> group.containsKey(id));
      known("element", id, found);
    }
    checkSize(count, points);
  }

  private static void checkNames(Network network, SensitivityQuestion question) {
    for (String kind : question.devices().kinds()) {
      known(
          "kind of device (line, transformer, flowgate, bus)",
          kind,
          Arrays.stream(Monitored.Kind.values()).anyMatch(of -> of.name().equalsIgnoreCase(kind)));
    }
    for (ElementFilter filter : List.of(question.devices(), question.elements())) {
      for (String zone : filter.zones()) {
        known("zone", zone, network.buses().stream().anyMatch(bus -> bus.zone().equals(zone)));
      }
    }
  }

  private static void checkSize(long rows, int points) {
    if (rows > ROWS_MAX) {
      throw new IllegalArgumentException(
          "The answer may have %d rows, %d at most: choose fewer devices or elements."
              .formatted(rows, ROWS_MAX));
    }
    if (rows * points > ROWS_IN_ALL_MAX) {
      throw new IllegalArgumentException(
          ("The answer may have %d rows at each of %d operating points, %d in all at most: choose"
                  + " fewer devices, elements or operating points.")
              .formatted(rows, points, ROWS_IN_ALL_MAX));
    }
  }

  private static void known(String what, String id, boolean found) {
    if (!found) {
      throw new IllegalArgumentException("There is no %s '%s' here.".formatted(what, id));
    }
  }

  /** Buses at the ends of a device; none of a flowgate. */
  private int[] ends(int device) {
    int branches = network.branches().size();
    int gates = network.flowgates().size();
    if (device < branches) {
      return new int[] {index.from(device), index.to(device)};
    }
    return device < branches + gates ? new int[0] : new int[] {device - branches - gates};
  }

  private boolean takes(ElementFilter filter, String id, String kind, int... buses) {
    List<String> zones = new ArrayList<>();
    double kv = buses.length == 0 ? filter.kvMin() : 0;
    for (int bus : buses) {
      zones.add(network.buses().get(bus).zone());
      kv = Math.max(kv, network.buses().get(bus).baseKv());
    }
    boolean anyZone = buses.length == 0;
    return filter.takes(id, kind, anyZone ? filter.zones() : zones, kv);
  }

  /** What moves the devices: ids with the number of their bus or branch. */
  private Map<String, Integer> group(By by) {
    return switch (by) {
      case GENERATOR -> atBuses(network.generators(), Generator::id, Generator::bus);
      case LOAD -> atBuses(network.loads(), Load::bus, Load::bus);
      case BUS -> atBuses(network.buses(), Bus::id, Bus::id);
      case REACTIVE -> {
        Map<String, Integer> buses = atBuses(network.generators(), Generator::bus, Generator::bus);
        buses.putAll(atBuses(network.shunts(), Shunt::bus, Shunt::bus));
        yield buses;
      }
      case TAP -> branches(branch -> branch.kind() == BranchKind.TRANSFORMER);
      case OUTAGE -> branches(branch -> true);
    };
  }

  private <T> Map<String, Integer> atBuses(
      List<T> elements, Function<T, String> id, Function<T, String> bus) {
    Map<String, Integer> group = new LinkedHashMap<>();
    for (T each : elements) {
      int at = index.bus(bus.apply(each));
      if (takes(question.elements(), id.apply(each), "", at)) {
        group.put(id.apply(each), at);
      }
    }
    return group;
  }

  private Map<String, Integer> branches(java.util.function.Predicate<Branch> wanted) {
    Map<String, Integer> group = new LinkedHashMap<>();
    for (int l = 0; l < network.branches().size(); l++) {
      Branch branch = network.branches().get(l);
      if (wanted.test(branch)
          && point.branchOn()[l]
          && takes(question.elements(), branch.id(), "", index.from(l), index.to(l))) {
        group.put(branch.id(), l);
      }
    }
    return group;
  }

  private void add(int device, By by, String element, double factor) {
    if (Math.abs(factor) >= question.leastShare()) {
      Monitored.Device of = all.get(device);
      rows.add(new Sensitivity(of.id(), of.kind(), by, element, factor));
    }
  }

  private void flows() {
    ShiftFactors factors = new ShiftFactors(index, point.branchOn());
    for (int device : devices) {
      if (all.get(device).kind() == Monitored.Kind.BUS) {
        continue;
      }
      double[] row = row(factors, device);
      for (By by : By.values()) {
        if (question.by().contains(by) && !by.ofVoltage() && by != By.OUTAGE) {
          double sign = by == By.LOAD ? -1 : 1;
          Objects.requireNonNull(groups.get(by))
              .forEach((id, bus) -> add(device, by, id, sign * row[bus]));
        }
      }
    }
    if (question.by().contains(By.OUTAGE)) {
      OutageFactors outages = new OutageFactors(index, factors);
      Objects.requireNonNull(groups.get(By.OUTAGE))
          .forEach((id, branch) -> outage(outages.of(branch), id, branch));
    }
  }

  private double[] row(ShiftFactors factors, int device) {
    int branches = network.branches().size();
    return device < branches
        ? factors.row(device)
        : factors.row(network.flowgates().get(device - branches));
  }

  /** The LODF of a branch; it has none where it splits the grid, which is listed. */
  private void outage(Optional<double[]> column, String id, int branch) {
    if (column.isEmpty()) {
      splitting.add(id);
      return;
    }
    for (int device : devices) {
      Monitored.Kind kind = all.get(device).kind();
      if (kind == Monitored.Kind.BUS || device == branch) {
        continue;
      }
      double factor = 0;
      if (kind == Monitored.Kind.FLOWGATE) {
        Flowgate gate = network.flowgates().get(device - network.branches().size());
        for (Flowgate.Term term : gate.terms()) {
          factor += term.weight() * column.get()[index.branch(term.branch())];
        }
      } else {
        factor = column.get()[device];
      }
      add(device, By.OUTAGE, id, factor);
    }
  }

  private void voltages() {
    PowerFlowModel model = new PowerFlowModel(structure, point);
    AcSolution solution = AcPowerFlow.solve(model, question.options());
    if (!solution.converged()) {
      throw new ArithmeticException(
          "The AC power flow of %s has no solution: mismatch %.3g p.u. %s"
              .formatted(point.name(), solution.mismatchPu(), solution.text()));
    }
    VoltageSensitivities voltages =
        new VoltageSensitivities(AcSensitivities.point(model, solution));
    int first = network.branches().size() + network.flowgates().size();
    for (By by : List.of(By.REACTIVE, By.TAP)) {
      if (!question.by().contains(by)) {
        continue;
      }
      for (Map.Entry<String, Integer> element : Objects.requireNonNull(groups.get(by)).entrySet()) {
        int at = element.getValue();
        double[] rise = by == By.TAP ? voltages.toRatio(at) : voltages.toReactive(at);
        devices.stream()
            .filter(device -> device >= first)
            .forEach(device -> add(device, by, element.getKey(), rise[device - first]));
      }
    }
  }
}
