package org.gridclear.convert;

import com.powsybl.iidm.network.LineCharacteristics;
import com.powsybl.iidm.network.Network;
import com.powsybl.iidm.network.PhaseTapChanger;
import com.powsybl.iidm.network.PhaseTapChangerStep;
import com.powsybl.iidm.network.RatioTapChanger;
import com.powsybl.iidm.network.RatioTapChangerStep;
import com.powsybl.iidm.network.TapChanger;
import com.powsybl.iidm.network.TapChangerStep;
import com.powsybl.iidm.network.Terminal;
import com.powsybl.iidm.network.ThreeWindingsTransformer;
import com.powsybl.iidm.network.TwoWindingsTransformer;
import java.util.List;
import java.util.Optional;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Shunt;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * Lines and transformers. A series admittance y between nominal voltages U1 and U2 is {@code y ·
 * U1·U2 / S} in p.u.; what is left of the ends' own admittances goes to shunts at the buses.
 */
final class BranchEquations {
  /** Power base of the p.u. values made here; IIDM has physical units. */
  static final double BASE_MVA = 100;

  private static final String SHUNT_EFFECT =
      "Charging that is not the same at both ends, conductance and magnetising are shunts of the"
          + " buses, also while the branch is out.";

  /**
   * Physical values of a branch.
   *
   * @param ratio voltage behind the ideal transformer at the first end per voltage before it
   * @param alphaDeg angle by which that voltage leads
   */
  record Pi(
      double rOhm,
      double xOhm,
      double g1,
      double b1,
      double g2,
      double b2,
      double ratio,
      double alphaDeg) {}

  private final Buses buses;
  private final Convention convention;
  private final List<Branch> branches;
  private final List<Shunt> shunts;
  private final IssueLog log;

  BranchEquations(
      Buses buses, Convention convention, List<Branch> branches, List<Shunt> shunts, IssueLog log) {
    this.buses = buses;
    this.convention = convention;
    this.branches = branches;
    this.shunts = shunts;
    this.log = log;
  }

  void lines(Network source) {
    source.getLines().forEach(line -> line(line, pi(line)));
    source
        .getTieLines()
        .forEach(line -> line(line, convention.splitBorderShunt ? TwoHalves.pi(line) : pi(line)));
  }

  private static Pi pi(LineCharacteristics line) {
    return new Pi(
        line.getR(), line.getX(), line.getG1(), line.getB1(), line.getG2(), line.getB2(), 1, 0);
  }

  private void line(com.powsybl.iidm.network.Branch<?> line, Pi pi) {
    add(
        line.getId(),
        line.getTerminal1(),
        line.getTerminal2(),
        pi,
        Ratings.of(line, log),
        BranchKind.LINE);
  }

  void transformers(Network source) {
    for (TwoWindingsTransformer t : source.getTwoWindingsTransformers()) {
      Taps taps = taps(t.getId(), t.getOptionalRatioTapChanger(), t.getOptionalPhaseTapChanger());
      add(
          t.getId(),
          t.getTerminal1(),
          t.getTerminal2(),
          pi(taps, t.getR(), t.getX(), t.getG(), t.getB(), t.getRatedU2() / t.getRatedU1()),
          Ratings.of(t, log),
          BranchKind.TRANSFORMER);
    }
    source.getThreeWindingsTransformers().forEach(this::threeWindings);
  }

  /** Three branches to a star point at the transformer's rated voltage. */
  private void threeWindings(ThreeWindingsTransformer t) {
    String star = t.getId() + " star";
    buses.add(star, t.getOptionalName().orElse(t.getId()), t.getRatedU0());
    for (ThreeWindingsTransformer.Leg leg : t.getLegs()) {
      String id = t.getId() + " " + leg.getSide().getNum();
      Taps taps = taps(id, leg.getOptionalRatioTapChanger(), leg.getOptionalPhaseTapChanger());
      Pi pi =
          pi(
              taps,
              leg.getR(),
              leg.getX(),
              leg.getG(),
              leg.getB(),
              t.getRatedU0() / leg.getRatedU());
      add(
          id,
          new End(buses.idAnyway(leg.getTerminal()), Buses.kv(leg.getTerminal())),
          new End(star, t.getRatedU0()),
          pi,
          Ratings.of(leg, Buses.kv(leg.getTerminal())),
          BranchKind.TRANSFORMER,
          leg.getTerminal().isConnected());
    }
  }

  private Pi pi(Taps taps, double r, double x, double g, double b, double ratio) {
    double gAt1 = g * (1 + taps.gPercent() / 100);
    double bAt1 = b * (1 + taps.bPercent() / 100);
    double far = convention.splitShunt ? 0.5 : 0;
    return new Pi(
        r * (1 + taps.rPercent() / 100),
        x * (1 + taps.xPercent() / 100),
        gAt1 * (1 - far),
        bAt1 * (1 - far),
        gAt1 * far,
        bAt1 * far,
        ratio * taps.rho(),
        taps.alphaDeg());
  }

  private record Taps(
      double rho,
      double alphaDeg,
      double rPercent,
      double xPercent,
      double gPercent,
      double bPercent) {}

  private Taps taps(String id, Optional<RatioTapChanger> ratio, Optional<PhaseTapChanger> phase) {
    double rho = 1;
    double alpha = 0;
    double[] percent = new double[4];
    if (ratio.isPresent()) {
      RatioTapChangerStep step = step(id, "ratio tap changer", ratio.get());
      rho *= step.getRho();
      percent = new double[] {step.getR(), step.getX(), step.getG(), step.getB()};
      held(id, "ratio tap changer", ratio.get().isRegulating());
    }
    if (phase.isPresent()) {
      PhaseTapChangerStep step = step(id, "phase tap changer", phase.get());
      rho *= step.getRho();
      alpha = step.getAlpha();
      percent[0] += step.getR();
      percent[1] += step.getX();
      percent[2] += step.getG();
      percent[3] += step.getB();
      held(id, "phase tap changer", phase.get().isRegulating());
    }
    return new Taps(rho, alpha, percent[0], percent[1], percent[2], percent[3]);
  }

  /** The step of the solution, to which voltages of the file belong, where it has one. */
  private <S extends TapChangerStep<S>> S step(
      String id, String what, TapChanger<?, S, ?, ?> taps) {
    Integer solved = taps.getSolvedTapPosition();
    if (solved == null || solved == taps.getTapPosition()) {
      return taps.getCurrentStep();
    }
    log.notice(
        Rule.TAKEN_AS,
        "transformer",
        id,
        what,
        "at %d, in the solution at %d".formatted(taps.getTapPosition(), solved),
        "It is held where the solution of the file has it.");
    return taps.getSolvedCurrentStep();
  }

  private void held(String id, String what, boolean regulating) {
    if (regulating) {
      log.notice(
          Rule.TAKEN_AS,
          "transformer",
          id,
          what,
          "regulating",
          "It is held at its tap; power flow does not move it.");
    }
  }

  private void add(
      String id, Terminal one, Terminal two, Pi pi, Branch.Ratings ratings, BranchKind kind) {
    boolean on = one.isConnected() && two.isConnected();
    if (one.isConnected() != two.isConnected()) {
      log.notice(
          Rule.TAKEN_AS,
          "branch",
          id,
          "connected",
          "at one end",
          "It is out of service: charging of a branch that is open at one end is left out.");
    }
    add(
        id,
        new End(buses.idAnyway(one), Buses.kv(one)),
        new End(buses.idAnyway(two), Buses.kv(two)),
        pi,
        ratings,
        kind,
        on);
  }

  /** An end of a branch: its bus and that bus's nominal voltage. */
  record End(String bus, double kv) {}

  void add(
      String id, End one, End two, Pi pi, Branch.Ratings ratings, BranchKind kind, boolean on) {
    if (one.bus().equals(two.bus())) {
      log.notice(
          Rule.FIELD_USED,
          "branch",
          id,
          "ends",
          one.bus(),
          "Both ends are one bus; it is left out.");
      return;
    }
    double base = BASE_MVA;
    // Behind the ideal transformer the first end has the voltage of the second end's base.
    double behindKv = kind == BranchKind.LINE ? one.kv() : two.kv();
    double ratio = kind == BranchKind.LINE ? 1 : pi.ratio() * one.kv() / two.kv();
    double zBase = behindKv * two.kv() / base;
    double rPu = pi.rOhm() / zBase;
    double xPu = pi.xOhm() / zBase;
    double z2 = rPu * rPu + xPu * xPu;
    double gSeries = z2 == 0 ? 0 : rPu / z2;
    double bSeries = z2 == 0 ? 0 : -xPu / z2;
    double stretch1 = behindKv / two.kv() - 1;
    double stretch2 = two.kv() / behindKv - 1;
    double g1 = pi.g1() * behindKv * behindKv / base + gSeries * stretch1;
    double b1 = pi.b1() * behindKv * behindKv / base + bSeries * stretch1;
    double g2 = pi.g2() * two.kv() * two.kv() / base + gSeries * stretch2;
    double b2 = pi.b2() * two.kv() * two.kv() / base + bSeries * stretch2;
    double bPu = kind == BranchKind.LINE || convention.splitShunt ? b1 + b2 : 0;
    branches.add(
        new Branch(
            id, one.bus(), two.bus(), kind, rPu, xPu, bPu, 1 / ratio, -pi.alphaDeg(), ratings, on));
    if (on) {
      // Seen from before the ideal transformer an admittance is larger by the ratio squared.
      shunt(id, one.bus(), g1 * ratio * ratio, (b1 - bPu / 2) * ratio * ratio);
      shunt(id, two.bus(), g2, b2 - bPu / 2);
    }
  }

  private void shunt(String id, String bus, double gPu, double bPu) {
    double mva = BASE_MVA;
    if (Math.abs(gPu) > 1e-12 || Math.abs(bPu) > 1e-12) {
      shunts.add(new Shunt(bus, gPu * mva, bPu * mva));
      log.notice(
          Rule.TAKEN_AS,
          "branch",
          id,
          "shunt admittance",
          gPu + " + j " + bPu + " p.u.",
          SHUNT_EFFECT);
    }
  }
}
