package org.gridclear.study;

import java.util.List;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.market.OfferCurve;
import org.jspecify.annotations.Nullable;

/** One change that a case makes to its base. Later changes see the result of earlier ones. */
public sealed interface Perturbation {
  /** Makes the change. */
  void applyTo(CaseDraft draft);

  /**
   * Fixed load scaled and shifted.
   *
   * @param addMw MW added in all, shared by the loads in proportion to their size, that is |load|
   */
  record Load(Target target, double scale, double addMw, Window window) implements Perturbation {
    @Override
    public void applyTo(CaseDraft draft) {
      draft.changeLoads(target, scale, addMw, window);
    }
  }

  /** Forecasts of units without commitment scaled; a forecast does not fall below its minimum. */
  record Renewables(Target target, double scale, Window window) implements Perturbation {
    @Override
    public void applyTo(CaseDraft draft) {
      draft.changeForecasts(target, scale, window);
    }
  }

  /**
   * Offers scaled, shifted or replaced.
   *
   * @param addYuanPerMwh added to the price of every MWh
   * @param replacement takes the place of the curve; null to keep it
   */
  record Offers(Target target, double scale, double addYuanPerMwh, @Nullable OfferCurve replacement)
      implements Perturbation {
    @Override
    public void applyTo(CaseDraft draft) {
      draft.changeOffers(target, scale, addYuanPerMwh, replacement);
    }
  }

  /**
   * The offer of a unit put in the place of its own.
   *
   * @param unit its id
   * @param offers curves of a unit with commitment, one or one a period; empty to keep them
   * @param startYuan costs of its start categories, in order; empty to keep them
   * @param priceYuanPerMwh prices of a unit without commitment, one or one a period; empty to keep
   */
  record UnitOffer(
      String unit, List<OfferCurve> offers, List<Double> startYuan, List<Double> priceYuanPerMwh)
      implements Perturbation {
    @Override
    public void applyTo(CaseDraft draft) {
      draft.replaceOffer(this);
    }
  }

  /** Start-up costs scaled. */
  record StartCosts(Target target, double scale) implements Perturbation {
    @Override
    public void applyTo(CaseDraft draft) {
      draft.changeStartCosts(target, scale);
    }
  }

  /** Units out: no output and no status but off. */
  record UnitOutage(Target target, Window window) implements Perturbation {
    @Override
    public void applyTo(CaseDraft draft) {
      draft.takeUnitsOut(target, window);
    }
  }

  /** Units that must run. */
  record MustRun(Target target, Window window) implements Perturbation {
    @Override
    public void applyTo(CaseDraft draft) {
      draft.commit(target, window);
    }
  }

  /** Output limits of units, as a share of what they are. */
  record UnitLimit(Target target, double maxScale, Window window) implements Perturbation {
    @Override
    public void applyTo(CaseDraft draft) {
      draft.changeUnitLimits(target, maxScale, window);
    }
  }

  /** Branches out of service. */
  record BranchOut(Target target, Window window) implements Perturbation {
    @Override
    public void applyTo(CaseDraft draft) {
      draft.takeBranchesOut(target, window);
    }
  }

  /**
   * Branch limits scaled or set.
   *
   * @param mw the new limit; NaN to scale
   */
  record BranchRating(Target target, double scale, double mw, Window window)
      implements Perturbation {
    @Override
    public void applyTo(CaseDraft draft) {
      draft.changeBranchLimits(target, scale, mw, window);
    }
  }

  /** The limits of a flowgate scaled in both directions, those by period too. */
  record FlowgateLimit(String flowgate, double scale) implements Perturbation {
    @Override
    public void applyTo(CaseDraft draft) {
      draft.changeFlowgate(flowgate, scale);
    }
  }

  /**
   * A reserve requirement scaled, with its shares of load and forecast, and shifted.
   *
   * @param product name of the product; "" for all
   */
  record Reserve(String product, double scale, double addMw, Window window)
      implements Perturbation {
    @Override
    public void applyTo(CaseDraft draft) {
      draft.changeReserves(product, scale, addMw, window);
    }
  }

  /** Families of constraints taken out of effect, or put back. */
  record Switch(List<ConstraintFamily> families, boolean on) implements Perturbation {
    @Override
    public void applyTo(CaseDraft draft) {
      draft.switchFamilies(families, on);
    }
  }

  /** One constraint in or out of effect (B-01). */
  record SwitchOne(String id, boolean on) implements Perturbation {
    @Override
    public void applyTo(CaseDraft draft) {
      draft.switchConstraint(id, on);
    }
  }

  /** Whether the outage of every branch is to be survived (B-20). */
  record Contingencies(boolean everyBranch) implements Perturbation {
    @Override
    public void applyTo(CaseDraft draft) {
      draft.secureAgainstEveryBranch(everyBranch);
    }
  }

  /**
   * Fixed load added at a bus, whether there is one or not.
   *
   * @param mw less than 0 for a feed-in
   */
  record AddLoad(String bus, double mw, Window window) implements Perturbation {
    @Override
    public void applyTo(CaseDraft draft) {
      draft.addLoad(bus, mw, window);
    }
  }

  /** A branch that was out by plan in service again. */
  record BranchBack(String branch, Window window) implements Perturbation {
    @Override
    public void applyTo(CaseDraft draft) {
      draft.takeBranchBack(branch, window);
    }
  }

  /** One outage that need not be survived any more. */
  record WithoutContingency(String outage) implements Perturbation {
    @Override
    public void applyTo(CaseDraft draft) {
      draft.dropContingency(outage);
    }
  }

  /** One penalty price set. */
  record PenaltyPrice(String name, double yuanPerMwh) implements Perturbation {
    @Override
    public void applyTo(CaseDraft draft) {
      draft.setPenalty(name, yuanPerMwh);
    }
  }
}
