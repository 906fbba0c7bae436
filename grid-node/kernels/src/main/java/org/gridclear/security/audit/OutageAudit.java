package org.gridclear.security.audit;

import java.util.Arrays;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.network.Network;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.ScreeningOptions.Method;

/**
 * Solves the network after an outage from scratch: equipment really taken out, parts found by a
 * search of the whole network, lost power shared unit by unit, and a power flow with sines and
 * cosines and EJML's LU. It shares no code with the screening. Reactive limits are checked, not
 * found: the voltages at plants are those to be checked, and the audit says how far the reactive
 * power that they need is from what the limits allow. For islands of one reference.
 */
public final class OutageAudit {
  private static final double TOLERANCE_PU = 1e-10;

  private static final int ROUNDS_MAX = 60;

  /** Rounds of one step of Newton's method each. */
  private static final int STEPWISE_ROUNDS = 12;

  private static final int STEPS_MAX = 30;

  /** Losses beyond this share of what buses inject are no estimate. */
  private static final double PLAUSIBLE_SHARE = 0.1;

  private final Network network;
  private final ScreeningOptions options;
  private final GridLeft base;
  private final double[] unitMw;
  private final double[] magnitude;
  private final double[] angle;
  private final double[] netMw;
  private double baseMismatchPu;
  private double baseMissingMw;

  /**
   * An audit of an operating point; solves the base case.
   *
   * @param options sharing, method and whether reactive limits hold
   * @param baseVoltagePu voltage magnitudes of the base case by bus, needed with reactive limits
   */
  public OutageAudit(
      Network network, OperatingPoint point, ScreeningOptions options, double[] baseVoltagePu) {
    this.network = network;
    this.options = options;
    this.base = GridLeft.before(network, point);
    int n = network.buses().size();
    magnitude = new double[n];
    angle = new double[n];
    for (int b = 0; b < n; b++) {
      magnitude[b] = network.buses().get(b).vSetPu() > 0 ? network.buses().get(b).vSetPu() : 1;
      angle[b] = Math.toRadians(network.buses().get(b).angleDeg());
    }
    unitMw = point.generatorMw().clone();
    if (options.method() == Method.AC) {
      solveAc(baseVoltagePu);
    } else {
      balanceDc();
    }
    netMw = base.netMw(unitMw, options.method() == Method.DC);
  }

  /**
   * What an outage leaves.
   *
   * @param flow flow of every branch: MW in DC, MVA of the more loaded end in AC
   * @param activeMw active power into the sending end of every branch
   * @param lost per bus, whether it has lost its voltage
   * @param lostLoadMw load cut off
   * @param lostGenerationMw generation cut off or tripped
   * @param missingMw what nobody can make up for, negative if it is a surplus
   * @param mismatchPu greatest mismatch left
   * @param limitExcessPu how far reactive power is beyond limits, or voltages on the wrong side
   */
  public record Finding(
      double[] flow,
      double[] activeMw,
      boolean[] lost,
      double lostLoadMw,
      double lostGenerationMw,
      double missingMw,
      double mismatchPu,
      double limitExcessPu) {
    /** Number of buses cut off. */
    public int lostBuses() {
      int count = 0;
      for (boolean gone : lost) {
        count += gone ? 1 : 0;
      }
      return count;
    }
  }

  /** Whether an outage takes anything out that is in service; else it is none. */
  public boolean takesAnything(Outage outage) {
    return Arrays.stream(outage.branches()).anyMatch(base::on)
        || Arrays.stream(outage.generators()).anyMatch(base::runs)
        || Arrays.stream(outage.buses()).anyMatch(base::alive)
        || Arrays.stream(outage.hvdcLines()).anyMatch(base::transmits);
  }

  /** What the network carries before any outage. */
  public Finding before(double[] voltagePu) {
    int[] none = {};
    return after(new Outage("", none, none, none, none), voltagePu);
  }

  /** Greatest mismatch of the base case; where it is not met, nothing after an outage holds. */
  public double baseMismatchPu() {
    return baseMismatchPu;
  }

  /** What nobody can make up for in the base case, negative if it is a surplus. */
  public double baseMissingMw() {
    return baseMissingMw;
  }

  /** The schedule of the base case with each island's mismatch shared, in DC. */
  private void balanceDc() {
    double[] net = base.netMw(unitMw, true);
    for (int island = 0; island < base.islands(); island++) {
      double missing = -base.sum(net, island);
      if (base.reference(island) >= 0 && missing != 0) {
        baseMissingMw +=
            UnitShares.share(base, island, missing, options.baseSharing(), unitMw.clone(), unitMw);
      }
    }
  }

  /**
   * Newton's method step by step at first, with what the network takes shared anew after each: a
   * reference that has to take all losses on the way may have no solution where the shares have
   * one.
   */
  private void solveAc(double[] baseVoltagePu) {
    double[] scheduled = unitMw.clone();
    double[] total = plausibleMw(beyondScheduleMw(start(baseVoltagePu), scheduled), scheduled);
    for (int round = 0; round < ROUNDS_MAX; round++) {
      boolean stepwise = round < STEPWISE_ROUNDS;
      shareBase(total, scheduled);
      AcCase solved = start(baseVoltagePu);
      baseMismatchPu =
          solved.solve(base.netMw(unitMw, false), TOLERANCE_PU, stepwise ? 1 : STEPS_MAX);
      System.arraycopy(solved.magnitude(), 0, magnitude, 0, magnitude.length);
      System.arraycopy(solved.angle(), 0, angle, 0, angle.length);
      double[] now = beyondScheduleMw(solved, scheduled);
      double worst = 0;
      for (int island = 0; island < now.length; island++) {
        worst = Math.max(worst, Math.abs(now[island] - total[island]));
      }
      total = stepwise ? plausibleMw(now, scheduled) : now;
      if (worst < 1e-7 && (!stepwise || baseMismatchPu <= TOLERANCE_PU)) {
        break;
      }
    }
    shareBase(total, scheduled);
  }

  private AcCase start(double[] baseVoltagePu) {
    return new AcCase(network, base, magnitude, angle, held(base, baseVoltagePu));
  }

  private void shareBase(double[] total, double[] scheduled) {
    System.arraycopy(scheduled, 0, unitMw, 0, unitMw.length);
    baseMissingMw = 0;
    for (int island = 0; island < total.length; island++) {
      if (base.reference(island) >= 0) {
        baseMissingMw +=
            UnitShares.share(base, island, total[island], options.baseSharing(), scheduled, unitMw);
      }
    }
  }

  /** Per island, what the network takes beyond the schedule at the voltages as they are. */
  private double[] beyondScheduleMw(AcCase at, double[] scheduled) {
    double[] taken = at.takenMw();
    double[] net = base.netMw(scheduled, false);
    double[] total = new double[base.islands()];
    for (int b = 0; b < net.length; b++) {
      if (base.alive(b)) {
        total[base.island(b)] += taken[b] - net[b];
      }
    }
    return total;
  }

  /** The same as an estimate on the way: none where it is too much to be true. */
  private double[] plausibleMw(double[] total, double[] scheduled) {
    double[] net = base.netMw(scheduled, false);
    double[] size = new double[total.length];
    for (int b = 0; b < net.length; b++) {
      size[Math.max(0, base.island(b))] += base.alive(b) ? Math.abs(net[b]) : 0;
    }
    double[] estimate = new double[total.length];
    for (int island = 0; island < total.length; island++) {
      boolean plausible = Math.abs(total[island]) <= PLAUSIBLE_SHARE * size[island];
      estimate[island] = plausible ? total[island] : 0;
    }
    return estimate;
  }

  /** Set points; with reactive limits the voltages that are to be checked against them. */
  private double[] held(GridLeft grid, double[] voltagePu) {
    double[] held = new double[network.buses().size()];
    for (int b = 0; b < held.length; b++) {
      boolean given = options.reactiveLimits() && !grid.isReference(b);
      held[b] = !grid.regulates(b) ? 0 : given ? voltagePu[b] : grid.setPointPu(b);
    }
    return held;
  }

  /**
   * Solves an outage.
   *
   * @param voltagePu voltage magnitudes after it by bus, needed with reactive limits
   */
  public Finding after(Outage outage, double[] voltagePu) {
    GridLeft left = base.after(outage);
    double[] after = unitMw.clone();
    double missing = left.darkLoadMw(outage, base);
    double[] net = left.netMw(unitMw, options.method() == Method.DC);
    for (int island = 0; island < base.islands(); island++) {
      int reference = left.referenceWithin(base, island);
      double lost = base.sum(netMw, island) - base.sum(net, island);
      if (reference >= 0 && Math.abs(lost) > 1e-9) {
        missing +=
            UnitShares.share(
                left, left.island(reference), lost, options.outageSharing(), unitMw, after);
      }
    }
    double[] active = left.netMw(after, options.method() == Method.DC);
    double generation = lostGenerationMw(left);
    double load = 0;
    boolean[] lost = new boolean[magnitude.length];
    for (int b = 0; b < lost.length; b++) {
      lost[b] = base.alive(b) && !left.alive(b);
      load += lost[b] ? base.loadMw(b) : 0;
    }
    double[] flow = new double[network.branches().size()];
    double[] sending = new double[flow.length];
    double mismatch = 0;
    double limitExcess = 0;
    if (options.method() == Method.DC) {
      flow = left.dcFlows(active);
      sending = flow;
    } else {
      AcCase solved = new AcCase(network, left, magnitude, angle, held(left, voltagePu));
      mismatch = solved.solve(active, TOLERANCE_PU, STEPS_MAX);
      Arrays.setAll(flow, solved::apparentMva);
      Arrays.setAll(sending, solved::sendingMw);
      limitExcess = options.reactiveLimits() ? solved.limitExcessPu() : 0;
    }
    return new Finding(flow, sending, lost, load, generation, missing, mismatch, limitExcess);
  }

  private double lostGenerationMw(GridLeft left) {
    double generation = 0;
    for (int g = 0; g < unitMw.length; g++) {
      generation += base.runs(g) && !left.runs(g) ? unitMw[g] : 0;
    }
    return generation;
  }
}
