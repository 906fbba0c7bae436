package org.gridclear.security.screening;

import java.util.List;
import org.gridclear.network.OperatingPoint;
import org.gridclear.numerics.Lanes;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.ScreeningOptions.Method;
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
  private final DcPowerFlow dc;
  private final SolvedUnits units;
  private final AcBase ac;
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
    boolean isAc = options.method() == Method.AC;
    this.dc = isAc ? null : new DcPowerFlow(model, options.baseSharing());
    this.ac = isAc ? new AcBase(model, options) : null;
    this.units = isAc ? ac.units : units(dc, options);
    this.outages = new PreparedOutages(model, units, outages);
    this.baseFlowPu = new double[monitored.rows()];
    double[] power = new double[4];
    for (int m = 0; m < baseFlowPu.length; m++) {
      int l = monitored.branch[m];
      baseFlowPu[m] = isAc ? ac.apparentPu(l, power) : Math.abs(dc.flowPu(l));
    }
    this.baseGatePu = LimitCheck.gateFlows(monitored, this::activePu);
    this.baseVoltage = new double[isAc ? model.size() : 0];
    for (int k = 0; k < baseVoltage.length; k++) {
      baseVoltage[k] = ac.magnitude(k);
    }
  }

  private static SolvedUnits units(DcPowerFlow dc, ScreeningOptions options) {
    return new SolvedUnits(dc.model(), options.baseSharing(), dc.shared(), dc.net());
  }

  private double activePu(int l) {
    if (dc != null) {
      return dc.flowPu(l);
    }
    double[] power = new double[4];
    ac.branchPower(l, power);
    return power[0];
  }

  /** A fresh working space on this model, for one thread. */
  Screening screening() {
    LimitCheck check =
        new LimitCheck(monitored, options, baseFlowPu, baseGatePu, baseVoltage, Lanes.COUNT);
    return dc != null
        ? new DcScreening(dc, units, outages, monitored, check, options)
        : new AcScreening(ac, outages, monitored, check, options);
  }

  /**
   * What branches carry in AC, solved by a power flow of its own.
   *
   * @param outage number of the outage, -1 for the intact grid
   * @param branches their numbers, of branches that are in service then
   * @return in the order of the branches; empty if there is no solution
   */
  public List<BranchPower> powerAfter(int outage, List<Integer> branches) {
    AcSolution solution = outage < 0 ? ac.solution : solve(outages.effect(outage));
    if (!solution.converged()) {
      return List.of();
    }
    double mva = monitored.baseMva();
    return branches.stream().map(l -> BranchPower.of(model, solution, l, mva)).toList();
  }

  private AcSolution solve(OutageEffect effect) {
    ImbalanceSharing imbalances = new ImbalanceSharing(model, options.outageSharing(), units);
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
    return ac == null ? 0 : ac.solution.missingPu() * monitored.baseMva();
  }

  /** What the base case itself shows. */
  public BaseResult base() {
    return BaseResult.of(
        monitored, options, baseFlowPu, baseGatePu, baseVoltage, ac == null ? null : ac.solution);
  }
}
