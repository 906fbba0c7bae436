package org.gridclear.convert;

import com.powsybl.iidm.network.Network;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.network.Branch;
import org.gridclear.network.Generator;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Load;
import org.gridclear.network.Shunt;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * Turns a network of PowSyBl's grid model (IIDM) into ours, in p.u. of 100 MVA and of each bus's
 * nominal voltage. What our branches cannot hold, such as unequal charging of the two ends, becomes
 * a shunt of the bus.
 */
final class IidmNetwork {
  private final Network source;
  private final IssueLog log;
  private final Buses buses;
  private final Convention convention;
  private final List<Branch> branches = new ArrayList<>();
  private final List<Generator> generators = new ArrayList<>();
  private final List<Load> loads = new ArrayList<>();
  private final List<Shunt> shunts = new ArrayList<>();
  private final List<HvdcLine> hvdcLines = new ArrayList<>();

  IidmNetwork(Network source, Convention convention, IssueLog log) {
    this.source = source;
    this.log = log;
    this.convention = convention;
    this.buses = new Buses(source, convention, log);
  }

  org.gridclear.network.Network convert(String name) {
    BranchEquations equations = new BranchEquations(buses, convention, branches, shunts, log);
    equations.lines(source);
    equations.transformers(source);
    new Injections(buses, convention, generators, loads, shunts, log).all(source);
    new BoundaryLines(buses, convention, equations, generators, loads, log).all(source);
    new DcLines(buses, hvdcLines, log).all(source);
    source
        .getSwitchStream()
        .filter(s -> !s.isOpen())
        .forEach(
            s ->
                log.notice(
                    Rule.TAKEN_AS,
                    "switch",
                    s.getId(),
                    "closed",
                    "true",
                    "The buses at its ends are one."));
    return new org.gridclear.network.Network(
        name,
        BranchEquations.BASE_MVA,
        buses.list(),
        branches,
        generators,
        loads,
        shunts,
        hvdcLines,
        List.of());
  }
}
