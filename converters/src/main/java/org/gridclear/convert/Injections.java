package org.gridclear.convert;

import com.powsybl.iidm.network.Battery;
import com.powsybl.iidm.network.Bus;
import com.powsybl.iidm.network.Injection;
import com.powsybl.iidm.network.LoadModelType;
import com.powsybl.iidm.network.Network;
import com.powsybl.iidm.network.ReactiveLimitsHolder;
import com.powsybl.iidm.network.ReactiveLimitsKind;
import com.powsybl.iidm.network.ShuntCompensator;
import com.powsybl.iidm.network.StaticVarCompensator;
import com.powsybl.iidm.network.Terminal;
import com.powsybl.iidm.network.ZipLoadModel;
import com.powsybl.iidm.network.extensions.VoltagePerReactivePowerControl;
import java.util.List;
import org.gridclear.network.Generator;
import org.gridclear.network.Load;
import org.gridclear.network.Shunt;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Machines, loads, shunts and compensators. */
final class Injections {
  /** Formats write "no limit" as a large number. */
  private static final double UNLIMITED = 1e8;

  private final Buses buses;
  private final Convention convention;
  private final List<Generator> generators;
  private final List<Load> loads;
  private final List<Shunt> shunts;
  private final IssueLog log;

  Injections(
      Buses buses,
      Convention convention,
      List<Generator> generators,
      List<Load> loads,
      List<Shunt> shunts,
      IssueLog log) {
    this.buses = buses;
    this.convention = convention;
    this.generators = generators;
    this.loads = loads;
    this.shunts = shunts;
    this.log = log;
  }

  void all(Network source) {
    source.getGenerators().forEach(this::generator);
    source.getBatteries().forEach(this::battery);
    source.getStaticVarCompensators().forEach(this::compensator);
    source.getLoads().forEach(this::load);
    source.getShuntCompensators().forEach(this::shunt);
  }

  private void generator(com.powsybl.iidm.network.Generator g) {
    String bus = buses.idAnyway(g.getTerminal());
    boolean on = g.getTerminal().isConnected();
    double q = Double.isNaN(g.getTargetQ()) ? 0 : g.getTargetQ();
    double vSet = 1;
    double qMin = qMin(g, g.getTargetP(), g.getId());
    double qMax = qMax(g, g.getTargetP());
    if (g.isVoltageRegulatorOn()) {
      vSet = setPoint(g.getId(), g.getTerminal(), g.getRegulatingTerminal(), g.getTargetV());
      if (on) {
        buses.holdsVoltage(bus);
      }
    } else if (buses.isSlack(bus)) {
      vSet = slackSetPoint(g);
    } else {
      fixedReactivePower(g.getId());
      qMin = q;
      qMax = q;
    }
    generators.add(
        new Generator(
            g.getId(),
            bus,
            g.getEnergySource().name().equals("OTHER") ? "" : g.getEnergySource().name(),
            g.getTargetP(),
            q,
            qMin,
            qMax,
            vSet,
            limit(g.getMinP()),
            limit(g.getMaxP()),
            0,
            0,
            on,
            null));
  }

  /** A machine at the reference holds its voltage whether or not its regulator is said to be on. */
  private double slackSetPoint(com.powsybl.iidm.network.Generator g) {
    log.notice(
        Rule.TAKEN_AS,
        "generator",
        g.getId(),
        "voltage regulator",
        "off",
        "At the reference bus it holds its voltage set point all the same.");
    Bus bus = g.getTerminal().getBusBreakerView().getBus();
    double kv = Buses.kv(g.getTerminal());
    if (!Double.isNaN(g.getTargetV())) {
      return g.getTargetV() / kv;
    }
    return bus == null || Double.isNaN(bus.getV()) ? 1 : bus.getV() / kv;
  }

  private void fixedReactivePower(String id) {
    log.notice(
        Rule.TAKEN_AS,
        "generator",
        id,
        "voltage regulator",
        "off",
        "It gives its reactive power set point, at which its limits are put.");
  }

  private double setPoint(String id, Terminal own, Terminal regulated, double targetKv) {
    String bus = buses.idAnyway(own);
    if (regulated == null || buses.idAnyway(regulated).equals(bus)) {
      return targetKv / Buses.kv(own);
    }
    Bus at = own.getBusBreakerView().getBus();
    double solved = at == null ? Double.NaN : at.getV();
    log.notice(
        Rule.TAKEN_AS,
        "generator",
        id,
        "regulated bus",
        buses.idAnyway(regulated),
        "It holds the voltage of its own bus: that of the file's solution where there is one, else"
            + " the set point in p.u.");
    return Double.isNaN(solved) ? targetKv / Buses.kv(regulated) : solved / Buses.kv(own);
  }

  private double qMin(ReactiveLimitsHolder holder, double mw, String id) {
    if (holder.getReactiveLimits().getKind() == ReactiveLimitsKind.CURVE) {
      log.notice(
          Rule.TAKEN_AS,
          "generator",
          id,
          "capability curve",
          "given",
          "Its limits at the file's output count at every output.");
    }
    return limit(holder.getReactiveLimits().getMinQ(mw));
  }

  private static double qMax(ReactiveLimitsHolder holder, double mw) {
    return limit(holder.getReactiveLimits().getMaxQ(mw));
  }

  private static double limit(double value) {
    return Math.abs(value) < UNLIMITED ? value : Math.copySign(Double.POSITIVE_INFINITY, value);
  }

  private void battery(Battery b) {
    log.notice(
        Rule.TAKEN_AS,
        "battery",
        b.getId(),
        "target",
        b.getTargetP(),
        "It is a generator of fixed active and reactive power.");
    generators.add(
        new Generator(
            b.getId(),
            buses.idAnyway(b.getTerminal()),
            "battery",
            b.getTargetP(),
            b.getTargetQ(),
            b.getTargetQ(),
            b.getTargetQ(),
            1,
            limit(b.getMinP()),
            limit(b.getMaxP()),
            0,
            0,
            b.getTerminal().isConnected(),
            null));
  }

  private void compensator(StaticVarCompensator svc) {
    String bus = buses.idAnyway(svc.getTerminal());
    double kv = Buses.kv(svc.getTerminal());
    boolean on = svc.getTerminal().isConnected() && svc.isRegulating();
    if (on && svc.getRegulationMode() == StaticVarCompensator.RegulationMode.VOLTAGE) {
      double vSet =
          setPoint(
              svc.getId(),
              svc.getTerminal(),
              svc.getRegulatingTerminal(),
              svc.getVoltageSetpoint());
      buses.holdsVoltage(bus);
      double at = vSet * kv;
      log.notice(
          Rule.TAKEN_AS,
          "static var compensator",
          svc.getId(),
          "susceptances",
          svc.getBmin() + " to " + svc.getBmax(),
          "Its reactive limits are those at its voltage set point.");
      noticeSlope(svc);
      generators.add(
          reactive(svc.getId(), bus, vSet, svc.getBmin() * at * at, svc.getBmax() * at * at, on));
    } else if (on) {
      // IIDM counts the set point as drawn.
      loads.add(new Load(svc.getId(), bus, 0, svc.getReactivePowerSetpoint()));
    } else {
      outOfService("static var compensator", svc);
    }
  }

  private void noticeSlope(StaticVarCompensator svc) {
    VoltagePerReactivePowerControl control = svc.getExtension(VoltagePerReactivePowerControl.class);
    if (control != null && control.getSlope() != 0) {
      log.notice(
          Rule.TAKEN_AS,
          "static var compensator",
          svc.getId(),
          "slope",
          control.getSlope() + " kV/MVAr",
          "It holds its set point whatever it gives.");
    }
  }

  private static Generator reactive(
      String id, String bus, double vSet, double qMin, double qMax, boolean on) {
    return new Generator(id, bus, "", 0, 0, qMin, qMax, vSet, 0, 0, 0, 0, on, null);
  }

  private void outOfService(String kind, Injection<?> injection) {
    log.notice(
        Rule.FIELD_USED,
        kind,
        injection.getId(),
        "connected",
        "false",
        "It is out of service and left out.");
  }

  private void noticeFictitious(com.powsybl.iidm.network.Load load) {
    if (load.isFictitious()) {
      log.notice(
          Rule.TAKEN_AS,
          "load",
          load.getId(),
          "fictitious",
          load.getP0(),
          "MW that the file's own solution left unbalanced at the bus: no consumer.");
    }
  }

  private void load(com.powsybl.iidm.network.Load load) {
    if (!load.getTerminal().isConnected()) {
      outOfService("load", load);
      return;
    }
    String bus = buses.idAnyway(load.getTerminal());
    double p = load.getP0();
    double q = load.getQ0();
    noticeFictitious(load);
    if (load.getModel().isPresent() && load.getModel().get().getType() == LoadModelType.ZIP) {
      ZipLoadModel zip = (ZipLoadModel) load.getModel().get();
      // The constant-impedance part is a shunt at nominal voltage.
      if (zip.getC2p() != 0 || zip.getC2q() != 0) {
        double drawn = q * zip.getC2q();
        double given = convention.capacitiveLoads ? drawn : -drawn;
        shunts.add(new Shunt(bus, p * zip.getC2p(), given));
      }
      if (zip.getC1p() != 0 || zip.getC1q() != 0) {
        log.notice(
            Rule.TAKEN_AS,
            "load",
            load.getId(),
            "constant current",
            p * zip.getC1p(),
            "The part of constant current is taken as constant power.");
      }
      p *= 1 - zip.getC2p();
      q *= 1 - zip.getC2q();
    } else if (load.getModel().isPresent()) {
      log.notice(
          Rule.TAKEN_AS,
          "load",
          load.getId(),
          "exponential model",
          "given",
          "It is taken as constant power.");
    }
    if (p != 0 || q != 0) {
      loads.add(new Load(load.getId(), bus, p, q));
    }
  }

  /** Sections of the solution, to which voltages of the file belong, where it has them. */
  private int sections(ShuntCompensator shunt) {
    Integer solved = shunt.getSolvedSectionCount();
    int given = shunt.getSectionCount();
    if (solved == null || solved == given) {
      return given;
    }
    log.notice(
        Rule.TAKEN_AS,
        "shunt",
        shunt.getId(),
        "sections",
        "%d, in the solution %d".formatted(given, solved),
        "It has those of the solution of the file.");
    return solved;
  }

  private void shunt(ShuntCompensator shunt) {
    if (!shunt.getTerminal().isConnected()) {
      outOfService("shunt", shunt);
      return;
    }
    double kv = Buses.kv(shunt.getTerminal());
    if (shunt.isVoltageRegulatorOn()) {
      log.notice(
          Rule.TAKEN_AS,
          "shunt",
          shunt.getId(),
          "voltage regulator",
          "on",
          "It is held at its sections; power flow does not switch it.");
    }
    int sections = sections(shunt);
    shunts.add(
        new Shunt(
            buses.idAnyway(shunt.getTerminal()),
            shunt.getG(sections) * kv * kv,
            shunt.getB(sections) * kv * kv));
  }
}
