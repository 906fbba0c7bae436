package org.gridclear.convert;

import com.powsybl.iidm.network.DanglingLine;
import com.powsybl.iidm.network.DanglingLineFilter;
import com.powsybl.iidm.network.Network;
import java.util.List;
import org.gridclear.network.BranchKind;
import org.gridclear.network.Generator;
import org.gridclear.network.Load;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Lines to a neighbour that the file does not hold: a bus at the border with what flows there. */
final class BoundaryLines {
  private static final double UNLIMITED_MW = 1e8;

  private final Buses buses;
  private final Convention convention;
  private final BranchEquations equations;
  private final List<Generator> generators;
  private final List<Load> loads;
  private final IssueLog log;

  BoundaryLines(
      Buses buses,
      Convention convention,
      BranchEquations equations,
      List<Generator> generators,
      List<Load> loads,
      IssueLog log) {
    this.buses = buses;
    this.convention = convention;
    this.equations = equations;
    this.generators = generators;
    this.loads = loads;
    this.log = log;
  }

  void all(Network source) {
    source.getDanglingLines(DanglingLineFilter.UNPAIRED).forEach(this::line);
  }

  private void line(DanglingLine line) {
    String id = line.getId();
    String border = id + " border";
    double kv = Buses.kv(line.getTerminal());
    boolean on = line.getTerminal().isConnected();
    buses.add(border, line.getPairingKey() == null ? border : line.getPairingKey(), kv);
    equations.add(
        id,
        new BranchEquations.End(buses.idAnyway(line.getTerminal()), kv),
        new BranchEquations.End(border, kv),
        pi(line),
        Ratings.of(line, kv),
        BranchKind.LINE,
        on);
    DanglingLine.Generation generation = line.getGeneration();
    boolean unit = generation != null && isUnit(generation);
    double p = line.getP0();
    double q = line.getQ0();
    if (generation != null && !unit) {
      p -= generation.getTargetP();
      q -= orZero(generation.getTargetQ());
    }
    if (on && (p != 0 || q != 0)) {
      loads.add(new Load(id + " exchange", border, p, q));
    }
    log.notice(
        Rule.TAKEN_AS,
        "boundary line",
        id,
        "exchange",
        p,
        "The neighbour is a load at the border that draws what the file says.");
    if (generation != null && unit) {
      generation(line, generation, border, on);
    }
  }

  /**
   * What is fed in without limits of its own is part of the exchange, not a plant with reserves.
   */
  private static boolean isUnit(DanglingLine.Generation generation) {
    return generation.isVoltageRegulationOn()
        || Math.max(Math.abs(generation.getMaxP()), Math.abs(generation.getMinP())) < UNLIMITED_MW;
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  /** IIDM has all of its shunt at the network's end. */
  private BranchEquations.Pi pi(DanglingLine line) {
    double far = convention.splitBorderShunt ? 0.5 : 0;
    return new BranchEquations.Pi(
        line.getR(),
        line.getX(),
        line.getG() * (1 - far),
        line.getB() * (1 - far),
        line.getG() * far,
        line.getB() * far,
        1,
        0);
  }

  private void generation(
      DanglingLine line, DanglingLine.Generation generation, String border, boolean on) {
    boolean holds = generation.isVoltageRegulationOn();
    double kv = Buses.kv(line.getTerminal());
    double q = orZero(generation.getTargetQ());
    double mw = generation.getTargetP();
    if (holds) {
      log.notice(
          Rule.TAKEN_AS,
          "boundary line",
          line.getId(),
          "voltage regulation",
          generation.getTargetV(),
          "Nobody holds the voltage of the border; the generation there keeps its reactive power.");
    }
    generators.add(
        new Generator(
            line.getId() + " generation",
            border,
            "",
            mw,
            q,
            q,
            q,
            holds ? generation.getTargetV() / kv : 1,
            generation.getMinP(),
            generation.getMaxP(),
            0,
            0,
            on,
            null));
  }
}
