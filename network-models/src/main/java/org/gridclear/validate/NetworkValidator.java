package org.gridclear.validate;

import java.util.HashSet;
import java.util.Set;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;
import org.gridclear.network.BusType;
import org.gridclear.network.Flowgate;
import org.gridclear.network.Generator;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Load;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.Shunt;
import org.gridclear.network.topology.Islands;

/** Checks a network: each element by itself and what they say of each other. */
public final class NetworkValidator {
  private static final double GAIN_MW = 1e-9;

  private final Network network;
  private final IssueLog log;
  private final Set<String> buses = new HashSet<>();
  private final Set<String> branches = new HashSet<>();

  private NetworkValidator(Network network, IssueLog log) {
    this.network = network;
    this.log = log;
  }

  /** Puts every issue of {@code network} into {@code log}. */
  public static void check(Network network, IssueLog log) {
    new NetworkValidator(network, log).run();
  }

  private void run() {
    if (!(network.baseMva() > 0) || Double.isInfinite(network.baseMva())) {
      log.add(
          Rule.BASE_POSITIVE, "network", "baseMva", network.baseMva(), "Give a base such as 100.");
    }
    if (network.buses().isEmpty()) {
      log.add(Rule.NETWORK_NOT_EMPTY, "network", "buses", 0, "Give at least one bus.");
      return;
    }
    for (Bus bus : network.buses()) {
      unique(buses, "bus", bus.id());
      if (bus.vMinPu() > bus.vMaxPu()) {
        ordered("bus " + bus.id(), "vMinPu", bus.vMinPu(), "vMaxPu", bus.vMaxPu());
      }
    }
    network.branches().forEach(this::branch);
    generators();
    for (Load load : network.loads()) {
      busExists("load " + load.id(), "bus", load.bus());
      possible("load " + load.id(), "pMw", load.pMw());
      possible("load " + load.id(), "qMvar", load.qMvar());
    }
    for (Shunt shunt : network.shunts()) {
      busExists("shunt at " + shunt.bus(), "bus", shunt.bus());
      finite("shunt at " + shunt.bus(), "gMw", shunt.gMw());
    }
    Set<String> lines = new HashSet<>();
    network.hvdcLines().forEach(line -> unique(lines, "hvdc line", line.id()));
    network.hvdcLines().forEach(this::hvdcLine);
    flowgates();
    if (!log.hasErrors()) {
      topology();
    }
  }

  private void generators() {
    Set<String> ids = new HashSet<>();
    for (Generator generator : network.generators()) {
      String element = "generator " + generator.id();
      unique(ids, "generator", generator.id());
      busExists(element, "bus", generator.bus());
      possible(element, "pMw", generator.pMw());
      finite(element, "vSetPu", generator.vSetPu());
      if (generator.inService()) {
        setPoint(element, generator.vSetPu());
        ordered(element, "pMinMw", generator.pMinMw(), "pMaxMw", generator.pMaxMw());
        ordered(element, "qMinMvar", generator.qMinMvar(), "qMaxMvar", generator.qMaxMvar());
      }
      ramp(element, "ramp10Mw", generator.ramp10Mw());
      ramp(element, "ramp30Mw", generator.machine().ramp30Mw());
      ramp(element, "rampAgcMwPerMin", generator.machine().rampAgcMwPerMin());
      if (generator.capability() != null
          && !(generator.capability().p1Mw() < generator.capability().p2Mw())) {
        log.add(
            Rule.LIMITS_ORDERED,
            element,
            "capability p1Mw",
            generator.capability().p1Mw(),
            "Its p2Mw is %s; leave the curve out for none."
                .formatted(generator.capability().p2Mw()));
      }
    }
  }

  private void ramp(String element, String field, double ramp) {
    if (!(ramp >= 0)) {
      log.add(
          Rule.QUANTITY_NOT_NEGATIVE,
          element,
          field,
          ramp,
          "Give its ramp without a sign, 0 where it is not known.");
    }
  }

  private void hvdcLine(HvdcLine line) {
    String element = "hvdc line " + line.id();
    boolean ends = busExists(element, "from", line.from()) & busExists(element, "to", line.to());
    if (ends && line.inService() && line.from().equals(line.to())) {
      log.add(Rule.BRANCH_NO_LOOP, element, "to", line.to(), "Both ends are the same bus.");
    }
    possible(element, "pFromMw", line.pFromMw());
    if (finite(element, "lossFixedMw", line.lossFixedMw()) && line.lossFixedMw() < 0) {
      taken("hvdc line", line.id(), "lossFixedMw", line.lossFixedMw(), "It adds power there.");
    }
    if (!(line.lossShare() >= 0 && line.lossShare() < 1)) {
      log.add(
          Rule.EFFICIENCY_RANGE,
          element,
          "lossShare",
          line.lossShare(),
          "Give what is lost per MW sent, from 0 to below 1, such as 0.03.");
    }
    if (line.inService()) {
      gain(line);
      ordered(element, "pMinMw", line.pMinMw(), "pMaxMw", line.pMaxMw());
      converter(element + " fromEnd", line.fromEnd());
      converter(element + " toEnd", line.toEnd());
    }
  }

  /** MATPOWER counts the share of a flow with its sign: backwards it is no loss. */
  private void gain(HvdcLine line) {
    if (line.lossFixedMw() >= 0 && line.pToMw() > line.pFromMw() + GAIN_MW) {
      taken(
          "hvdc line",
          line.id(),
          "pFromMw",
          line.pFromMw(),
          "Its loss has the sign of its flow: as scheduled it gives more power than it takes.");
    }
  }

  private void setPoint(String element, double vSetPu) {
    if (!(vSetPu > 0)) {
      log.add(Rule.FIELD_TYPE, element, "vSetPu", vSetPu, "Give a voltage in p.u., such as 1.0.");
    }
  }

  private void converter(String element, HvdcLine.Converter end) {
    if (end.holdsVoltage()) {
      setPoint(element, end.vSetPu());
    }
    finite(element, "vSetPu", end.vSetPu());
    finite(element, "qMvar", end.qMvar());
    ordered(element, "qMinMvar", end.qMinMvar(), "qMaxMvar", end.qMaxMvar());
  }

  private void ordered(String element, String lesser, double least, String greater, double most) {
    if (!(least <= most)) {
      log.add(
          Rule.LIMITS_ORDERED, element, lesser, least, "Its %s is %s.".formatted(greater, most));
    }
  }

  private void branch(Branch branch) {
    String element = "branch " + branch.id();
    unique(branches, "branch", branch.id());
    boolean ends =
        busExists(element, "from", branch.from()) & busExists(element, "to", branch.to());
    if (ends && branch.from().equals(branch.to())) {
      log.add(Rule.BRANCH_NO_LOOP, element, "to", branch.to(), "Both ends are the same bus.");
    }
    reactance(element, branch);
    finite(element, "rPu", branch.rPu());
    if (branch.inService() && branch.rPu() < 0) {
      taken("branch", branch.id(), "rPu", branch.rPu(), "It gives power instead of losing it.");
    }
    finite(element, "shiftDeg", branch.shiftDeg());
    if (!(branch.tapRatio() > 0)) {
      log.add(
          Rule.TAP_POSITIVE,
          element,
          "tapRatio",
          branch.tapRatio(),
          "Use 1 for a line, or 0 in" + " a MATPOWER file.");
    }
    rating(element, "normalMva", branch.ratings().normalMva());
    rating(element, "shortTermMva", branch.ratings().shortTermMva());
    rating(element, "emergencyMva", branch.ratings().emergencyMva());
  }

  private void reactance(String element, Branch branch) {
    if (finite(element, "xPu", branch.xPu())
        && branch.inService()
        && Math.abs(branch.xPu()) < Branch.REACTANCE_MIN_PU) {
      log.add(
          Rule.REACTANCE_NONZERO,
          element,
          "xPu",
          branch.xPu(),
          "%s it is taken as a coupler of %s p.u."
              .formatted(
                  Math.abs(branch.rPu()) < Branch.REACTANCE_MIN_PU ? "Then" : "In DC",
                  Branch.REACTANCE_MIN_PU));
    }
    if (branch.inService() && branch.xPu() < 0) {
      taken(
          "branch",
          branch.id(),
          "xPu",
          branch.xPu(),
          "Its flow goes against the angle, as in a series capacitor or the star of a"
              + " transformer.");
    }
  }

  private void taken(String kind, String id, String field, double value, String effect) {
    log.notice(Rule.TAKEN_AS, kind, id, field, value, effect);
  }

  private void possible(String element, String field, double value) {
    if (finite(element, field, value) && Math.abs(value) > Rule.POWER_MOST_MW) {
      log.add(Rule.POWER_POSSIBLE, element, field, value, Rule.POWER_ADVICE);
    }
  }

  private void rating(String element, String field, double value) {
    if (!(value >= 0)) {
      log.add(Rule.RATING_NOT_NEGATIVE, element, field, value, "Use 0 for an unlimited branch.");
    }
  }

  private void flowgates() {
    Set<String> ids = new HashSet<>();
    for (Flowgate flowgate : network.flowgates()) {
      String element = "flowgate " + flowgate.id();
      unique(ids, "flowgate", flowgate.id());
      rating(element, "limitMw", flowgate.limitMw());
      rating(element, "reverseLimitMw", flowgate.reverseLimitMw());
      for (Flowgate.Term term : flowgate.terms()) {
        log.reference(element, "branch", term.branch(), branches);
      }
    }
  }

  private void topology() {
    if (network.buses().size() > 1
        && network.buses().stream().noneMatch(bus -> bus.type() == BusType.REFERENCE)) {
      log.add(
          Rule.REFERENCE_BUS,
          "network",
          "buses",
          "no reference bus",
          network.generators().stream().anyMatch(Generator::inService)
              ? "The first PV bus where a unit runs is taken."
              : "Bus %s is taken.".formatted(network.buses().get(0).id()));
    }
    boolean[] inService = new boolean[network.branches().size()];
    for (int l = 0; l < inService.length; l++) {
      inService[l] = network.branches().get(l).inService();
    }
    Islands islands = Islands.of(new NetworkIndex(network), inService);
    long isolated = network.buses().stream().filter(bus -> bus.type() == BusType.ISOLATED).count();
    long count = islands.count() - isolated;
    if (count > 1) {
      log.add(
          Rule.ONE_ISLAND,
          "network",
          "islands",
          count,
          "Each island is balanced by itself; is a branch missing or out of service?");
    }
    PowerFlowNotices.note(network, islands, log);
  }

  private void unique(Set<String> seen, String kind, String id) {
    if (!seen.add(id)) {
      log.add(Rule.ID_UNIQUE, kind + " " + id, "id", id, "Give each " + kind + " its own id.");
    }
  }

  private boolean busExists(String element, String field, String bus) {
    log.reference(element, field, bus, buses);
    return buses.contains(bus);
  }

  private boolean finite(String element, String field, double value) {
    if (Double.isFinite(value)) {
      return true;
    }
    log.add(Rule.NUMBER_FINITE, element, field, value, "Give a finite number.");
    return false;
  }
}
