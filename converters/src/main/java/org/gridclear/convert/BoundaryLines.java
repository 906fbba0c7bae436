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
  private final Buses buses;
  private final BranchEquations equations;
  private final List<Generator> generators;
  private final List<Load> loads;
  private final IssueLog log;

  BoundaryLines(
      Buses buses,
      BranchEquations equations,
      List<Generator> generators,
      List<Load> loads,
      IssueLog log) {
    this.buses = buses;
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
        // IIDM has all of its shunt at the network's end.
        new BranchEquations.Pi(line.getR(), line.getX(), line.getG(), line.getB(), 0, 0, 1, 0),
        Ratings.of(line, kv),
        BranchKind.LINE,
        on);
    if (on && (line.getP0() != 0 || line.getQ0() != 0)) {
      loads.add(new Load(id + " exchange", border, line.getP0(), line.getQ0()));
    }
    log.notice(
        Rule.TAKEN_AS,
        "boundary line",
        id,
        "exchange",
        line.getP0(),
        "The neighbour is a load at the border that draws what the file says.");
    DanglingLine.Generation generation = line.getGeneration();
    if (generation != null) {
      generation(line, generation, border, on);
    }
  }

  private void generation(
      DanglingLine line, DanglingLine.Generation generation, String border, boolean on) {
    boolean holds = generation.isVoltageRegulationOn();
    double kv = Buses.kv(line.getTerminal());
    double q = Double.isNaN(generation.getTargetQ()) ? 0 : generation.getTargetQ();
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
