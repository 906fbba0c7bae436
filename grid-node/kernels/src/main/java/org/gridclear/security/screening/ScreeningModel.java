package org.gridclear.security.screening;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gridclear.network.OperatingPoint;
import org.gridclear.numerics.Lanes;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.powerflow.AcSolution;
import org.gridclear.security.powerflow.DcPowerFlow;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.powerflow.PowerFlowModel;
import org.gridclear.security.result.BaseResult;
import org.gridclear.security.result.BranchPower;
import org.gridclear.security.result.Monitored;
import org.gridclear.security.result.OutageEffect;
import org.jspecify.annotations.Nullable;

/**
 * The base case of a screening, solved and factored, with its limits and its outages. Built once
 * for an operating point; read by as many threads as like.
 */
public final class ScreeningModel {
  private final PowerFlowModel model;
  private final ScreeningOptions options;
  private final PreparedOutages outages;
  private final Monitored monitored;
  private final SolvedCase base;
  private final double[] baseFlowPu;
  private final double[] baseGatePu;
  private final double[] baseVoltage;

  /**
   * Solves the base case.
   *
   * @param watched per device, whether its limit is checked; null for all
   * @throws ArithmeticException if the base case has no solution
   */
  public ScreeningModel(
      NetworkStructure structure,
      OperatingPoint point,
      List<Outage> outages,
      ScreeningOptions options,
      boolean @Nullable [] watched) {
    this.model = new PowerFlowModel(structure, point);
    this.options = options;
    this.monitored = new Monitored(model, options, watched);
    this.base =
        switch (options.method()) {
          case DC -> SolvedDc.of(new DcPowerFlow(model, options.baseSharing()), options);
          case AC -> new SolvedAc(new AcBase(model, options));
        };
    this.outages = new PreparedOutages(model, base.units(), outages);
    this.baseFlowPu = base.flowsPu(monitored);
    this.baseGatePu = LimitCheck.gateFlows(monitored, base::activePu);
    this.baseVoltage = base.voltages();
  }

  /** The base case as its power flow solved it, in DC or in AC. */
  private sealed interface SolvedCase {
    SolvedUnits units();

    /** What the monitored rows carry: |P| in DC, the greater |S| of both ends in AC. */
    double[] flowsPu(Monitored monitored);

    /** Active power into a branch where it begins. */
    double activePu(int l);

    /** Voltage magnitudes by position; none in DC. */
    double[] voltages();

    /** What the units lack where the imbalance of the base case is shared by room; none in DC. */
    double missingPu();

    Screening screening(
        PreparedOutages outages, Monitored monitored, LimitCheck check, ScreeningOptions options);
  }

  private record SolvedDc(DcPowerFlow flow, SolvedUnits units) implements SolvedCase {
    static SolvedDc of(DcPowerFlow flow, ScreeningOptions options) {
      return new SolvedDc(
          flow, new SolvedUnits(flow.model(), options.baseSharing(), flow.shared(), flow.net()));
    }

    @Override
    public double[] flowsPu(Monitored monitored) {
      return Arrays.stream(monitored.branch).mapToDouble(l -> Math.abs(flow.flowPu(l))).toArray();
    }

    @Override
    public double activePu(int l) {
      return flow.flowPu(l);
    }

    @Override
    public double[] voltages() {
      return new double[0];
    }

    @Override
    public double missingPu() {
      return 0;
    }

    @Override
    public Screening screening(
        PreparedOutages outages, Monitored monitored, LimitCheck check, ScreeningOptions options) {
      return new DcScreening(flow, units, outages, monitored, check, options);
    }
  }

  private record SolvedAc(AcBase flow) implements SolvedCase {
    @Override
    public SolvedUnits units() {
      return flow.units;
    }

    @Override
    public double[] flowsPu(Monitored monitored) {
      double[] power = new double[4];
      return Arrays.stream(monitored.branch).mapToDouble(l -> flow.apparentPu(l, power)).toArray();
    }

    @Override
    public double activePu(int l) {
      double[] power = new double[4];
      flow.branchPower(l, power);
      return power[0];
    }

    @Override
    public double[] voltages() {
      return IntStream.range(0, flow.model.size()).mapToDouble(flow::magnitude).toArray();
    }

    @Override
    public double missingPu() {
      return flow.solution.missingPu();
    }

    @Override
    public Screening screening(
        PreparedOutages outages, Monitored monitored, LimitCheck check, ScreeningOptions options) {
      return new AcScreening(flow, outages, monitored, check, options);
    }
  }

  /** A fresh working space on this model, for one thread. */
  Screening screening() {
    LimitCheck check =
        new LimitCheck(monitored, options, baseFlowPu, baseGatePu, baseVoltage, Lanes.COUNT);
    return base.screening(outages, monitored, check, options);
  }

  /**
   * What branches carry in AC, solved by a power flow of its own.
   *
   * @param outage number of the outage, -1 for the intact grid
   * @param branches their numbers, of branches that are in service then
   * @return in the order of the branches; empty if there is no solution
   * @throws IllegalStateException if this is a model in DC
   */
  public List<BranchPower> powerAfter(int outage, List<Integer> branches) {
    if (!(base instanceof SolvedAc ac)) {
      throw new IllegalStateException("Only a screening in AC solves power flows in AC.");
    }
    AcSolution solution =
        outage < 0 ? ac.flow().solution : solve(ac.flow(), outages.effect(outage));
    if (!solution.converged()) {
      return List.of();
    }
    double mva = monitored.baseMva();
    return branches.stream().map(l -> BranchPower.of(model, solution, l, mva)).toList();
  }

  private AcSolution solve(AcBase ac, OutageEffect effect) {
    ImbalanceSharing imbalances = new ImbalanceSharing(model, options.outageSharing(), ac.units);
    return RefactoredOutage.of(ac, effect).solve(imbalances.of(effect), imbalances, options);
  }

  /** Number of monitored branches. */
  public int monitoredCount() {
    return monitored.rows();
  }

  /** What a monitored branch carries in the base case: MW in DC, MVA of the greater end in AC. */
  double baseFlowMva(int l) {
    return baseFlowPu[monitored.row(l)] * monitored.baseMva();
  }

  /**
   * What the units lack in AC for the base case, where its imbalance is shared by room, in MW;
   * negative if it is a surplus.
   */
  public double baseMissingMw() {
    return base.missingPu() * monitored.baseMva();
  }

  /** What the base case itself shows. */
  public BaseResult base() {
    BaseResult result = BaseResult.of(monitored, options, baseFlowPu, baseGatePu, baseVoltage);
    return base instanceof SolvedAc ac ? result.solvedBy(ac.flow().solution) : result;
  }
}
