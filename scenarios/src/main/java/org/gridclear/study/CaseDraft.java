package org.gridclear.study;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.BusLoad;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.Penalties;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.StartCategory;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.FlowgateLimit;
import org.gridclear.market.rule.OperatingRules;
import org.gridclear.network.Branch;
import org.gridclear.network.Flowgate;
import org.gridclear.network.Network;
import org.gridclear.quantity.Series;
import org.jspecify.annotations.Nullable;

/** A market day that is being changed; lives only while an overlay is applied. */
final class CaseDraft {
  private static final double OFFER_END_MW = 1e-6;

  private final MarketDay base;
  private final Target.Places places;
  private final List<ThermalUnit> thermalUnits;
  private final List<ProfiledUnit> profiledUnits;
  private final List<BusLoad> busLoads;
  private final List<ReserveRequirement> reserves;
  private final List<BranchOutage> outages;
  private final Map<String, BranchLimit> limits = new HashMap<>();
  private final List<String> limitOrder = new ArrayList<>();
  private List<Flowgate> flowgates;
  private Penalties penalties;
  private OperatingRules rules;
  private final Set<ConstraintFamily> switchedOff = EnumSet.noneOf(ConstraintFamily.class);

  CaseDraft(MarketDay base) {
    this.base = base;
    this.places = new Target.Places(base);
    this.thermalUnits = new ArrayList<>(base.thermalUnits());
    this.profiledUnits = new ArrayList<>(base.profiledUnits());
    this.busLoads = new ArrayList<>(base.busLoads());
    this.reserves = new ArrayList<>(base.reserves());
    this.outages = new ArrayList<>(base.branchOutages());
    base.branchLimits().forEach(this::putLimit);
    this.flowgates = base.network().flowgates();
    this.penalties = base.penalties();
    this.rules = base.rules();
  }

  ClearingCase toCase(String name) {
    Network network = base.network().withFlowgates(flowgates);
    MarketDay day =
        new MarketDay(
            base.name(),
            base.synthetic(),
            base.horizon(),
            network,
            thermalUnits,
            profiledUnits,
            base.storageUnits(),
            busLoads,
            base.flexibleLoads(),
            base.interchanges(),
            reserves,
            limitOrder.stream().map(limits::get).toList(),
            outages,
            penalties,
            rules,
            base.currency());
    return new ClearingCase(name, day, switchedOff);
  }

  /** What is added is shared by the size of the loads; equally where all of them are 0. */
  void changeLoads(Target target, double scale, double addMw, Window window) {
    double[] total = new double[base.periodCount()];
    int count = 0;
    for (BusLoad load : busLoads) {
      if (meant(target, load)) {
        count++;
        for (int t = 0; t < total.length; t++) {
          total[t] += Math.abs(load.mw().at(t) * scale);
        }
      }
    }
    double equalShare = 1.0 / Math.max(1, count);
    busLoads.replaceAll(
        load ->
            meant(target, load) ? changed(load, total, equalShare, scale, addMw, window) : load);
  }

  void addLoad(String bus, double addMw, Window window) {
    boolean has = busLoads.stream().anyMatch(load -> load.bus().equals(bus));
    if (!has) {
      busLoads.add(new BusLoad(bus, Series.constant(0, base.periodCount())));
    }
    int first = busLoads.stream().map(BusLoad::bus).toList().indexOf(bus);
    Series mw = busLoads.get(first).mw().map(window.from(), window.to(), each -> each + addMw);
    busLoads.set(first, new BusLoad(bus, mw));
  }

  private boolean meant(Target target, BusLoad load) {
    return target.matches(load.bus(), load.bus(), "", 0, places);
  }

  private static BusLoad changed(
      BusLoad load, double[] total, double equalShare, double scale, double addMw, Window window) {
    double[] mw = load.mw().toArray();
    for (int t = window.from(); t < window.to(); t++) {
      double scaled = mw[t] * scale;
      double share = total[t] == 0 ? equalShare : Math.abs(scaled) / total[t];
      mw[t] = scaled + addMw * share;
    }
    return new BusLoad(load.bus(), Series.of(mw));
  }

  void changeForecasts(Target target, double scale, Window window) {
    profiledUnits.replaceAll(
        unit -> {
          if (!matches(target, unit)) {
            return unit;
          }
          double[] mw = unit.maxMw().toArray();
          for (int t = window.from(); t < window.to(); t++) {
            mw[t] = Math.max(unit.minMw().at(t), mw[t] * scale);
          }
          return new ProfiledUnit(
              unit.id(),
              unit.bus(),
              unit.fuel(),
              unit.minMw(),
              Series.of(mw),
              unit.priceYuanPerMwh());
        });
  }

  private boolean matches(Target target, ProfiledUnit unit) {
    return target.matches(unit.id(), unit.bus(), unit.fuel(), unit.maxMw().max(), places);
  }

  private void changeThermal(Target target, UnaryOperator<ThermalUnit> change) {
    thermalUnits.replaceAll(
        unit ->
            target.matches(unit.id(), unit.bus(), unit.fuel(), unit.pMaxMw().max(), places)
                ? change.apply(unit)
                : unit);
  }

  void changeOffers(
      Target target, double scale, double addYuanPerMwh, @Nullable OfferCurve replacement) {
    changeThermal(
        target,
        unit ->
            unit.withOffers(
                unit.offers().stream()
                    .map(offer -> replacement == null ? offer : replacement)
                    .map(offer -> shifted(offer.scaled(scale), addYuanPerMwh))
                    .toList()));
    profiledUnits.replaceAll(
        unit ->
            matches(target, unit)
                ? new ProfiledUnit(
                    unit.id(),
                    unit.bus(),
                    unit.fuel(),
                    unit.minMw(),
                    unit.maxMw(),
                    unit.priceYuanPerMwh().map(price -> price * scale + addYuanPerMwh))
                : unit);
  }

  void replaceOffer(Perturbation.UnitOffer offer) {
    thermalUnits.replaceAll(
        unit -> offer.unit().equals(unit.id()) ? UnitOffers.of(unit, offer) : unit);
    profiledUnits.replaceAll(
        unit -> offer.unit().equals(unit.id()) ? UnitOffers.of(unit, offer) : unit);
  }

  private static OfferCurve shifted(OfferCurve offer, double addYuanPerMwh) {
    List<Double> cost = new ArrayList<>();
    for (int k = 0; k < offer.mw().size(); k++) {
      cost.add(offer.yuanPerH().get(k) + addYuanPerMwh * offer.mw().get(k));
    }
    return new OfferCurve(offer.mw(), cost);
  }

  void changeStartCosts(Target target, double scale) {
    changeThermal(
        target,
        unit ->
            unit.withStartCategories(
                unit.startCategories().stream()
                    .map(c -> new StartCategory(c.offHours(), c.costYuan() * scale))
                    .toList()));
  }

  void takeUnitsOut(Target target, Window window) {
    changeThermal(target, unit -> unit.withCommitment(commitment(unit, window, Commitment.OFF)));
    profiledUnits.replaceAll(
        unit ->
            matches(target, unit)
                ? new ProfiledUnit(
                    unit.id(),
                    unit.bus(),
                    unit.fuel(),
                    unit.minMw().map(window.from(), window.to(), mw -> 0),
                    unit.maxMw().map(window.from(), window.to(), mw -> 0),
                    unit.priceYuanPerMwh())
                : unit);
  }

  void commit(Target target, Window window) {
    changeThermal(target, unit -> unit.withCommitment(commitment(unit, window, Commitment.ON)));
  }

  private static List<Commitment> commitment(ThermalUnit unit, Window window, Commitment value) {
    List<Commitment> changed = new ArrayList<>(unit.commitment());
    for (int t = window.from(); t < window.to(); t++) {
      changed.set(t, value);
    }
    return changed;
  }

  void changeUnitLimits(Target target, double maxScale, Window window) {
    changeThermal(
        target,
        unit -> {
          double[] max = unit.pMaxMw().toArray();
          for (int t = window.from(); t < window.to(); t++) {
            max[t] = Math.max(unit.pMinMw().at(t), max[t] * maxScale);
          }
          ThermalUnit offering = unit.withOffers(offersUpTo(unit, max));
          return offering.withLimits(unit.pMinMw(), Series.of(max));
        });
  }

  /** An offer that ends at the limit goes on to a higher one at the price of its last segment. */
  private static List<OfferCurve> offersUpTo(ThermalUnit unit, double[] maxMw) {
    List<OfferCurve> offers = new ArrayList<>();
    for (int t = 0; t < maxMw.length; t++) {
      OfferCurve offer = unit.offer(t);
      boolean endsThere = Math.abs(offer.lastMw() - unit.pMaxMw().at(t)) <= OFFER_END_MW;
      boolean higher = maxMw[t] > offer.lastMw() && offer.segmentCount() > 0;
      offers.add(endsThere && higher ? offer.endingAt(maxMw[t]) : offer);
    }
    boolean constant = unit.offers().size() == 1 && Set.copyOf(offers).size() == 1;
    return constant ? offers.subList(0, 1) : offers;
  }

  void takeBranchesOut(Target target, Window window) {
    for (Branch branch : base.network().branches()) {
      if (branch.inService() && target.matches(branch, places)) {
        outages.add(new BranchOutage(branch.id(), window.from(), window.to()));
      }
    }
  }

  void takeBranchBack(String branch, Window window) {
    List<BranchOutage> left = Restored.without(outages, branch, window);
    outages.clear();
    outages.addAll(left);
  }

  void changeBranchLimits(Target target, double scale, double mw, Window window) {
    for (Branch branch : base.network().branches()) {
      if (target.matches(branch, places)) {
        BranchLimit before = limits.get(branch.id());
        double rating = branch.ratings().normalMva();
        Series limit =
            before != null
                ? before.mw()
                : Series.constant(
                    rating == 0 ? Double.POSITIVE_INFINITY : rating, base.periodCount());
        Series changed =
            limit.map(window.from(), window.to(), value -> Double.isNaN(mw) ? value * scale : mw);
        putLimit(before == null ? new BranchLimit(branch.id(), changed) : before.withMw(changed));
      }
    }
  }

  private void putLimit(BranchLimit limit) {
    if (limits.put(limit.branch(), limit) == null) {
      limitOrder.add(limit.branch());
    }
  }

  void changeFlowgate(String id, double scale) {
    flowgates =
        flowgates.stream()
            .map(
                gate ->
                    id.isEmpty() || gate.id().equals(id)
                        ? new Flowgate(
                            gate.id(),
                            gate.terms(),
                            FlowgateLimit.scaled(gate.limitMw(), scale),
                            FlowgateLimit.scaled(gate.reverseLimitMw(), scale))
                        : gate)
            .toList();
    rules =
        rules.withFlowgateLimits(
            rules.flowgateLimits().stream()
                .map(
                    limit ->
                        id.isEmpty() || limit.flowgate().equals(id) ? limit.scaled(scale) : limit)
                .toList());
  }

  void changeReserves(String product, double scale, double addMw, Window window) {
    reserves.replaceAll(
        reserve ->
            product.isEmpty() || reserve.id().equals(product)
                ? reserve
                    .withMw(reserve.mw().map(window.from(), window.to(), mw -> mw * scale + addMw))
                    .withShares(reserve.loadShare() * scale, reserve.renewableShare() * scale)
                : reserve);
  }

  void switchFamilies(List<ConstraintFamily> families, boolean on) {
    if (on) {
      families.forEach(switchedOff::remove);
    } else {
      switchedOff.addAll(families);
    }
  }

  void switchConstraint(String id, boolean on) {
    rules = rules.withSwitched(id, on);
  }

  void secureAgainstEveryBranch(boolean everyBranch) {
    rules = rules.withContingencies(rules.contingencies().ofEveryBranch(everyBranch));
  }

  void dropContingency(String outage) {
    rules =
        rules.withContingencies(Restored.without(rules.contingencies(), base.network(), outage));
  }

  void setPenalty(String name, double value) {
    Penalties p = penalties;
    penalties =
        new Penalties(
            name.equals("balance") ? value : p.balanceYuanPerMwh(),
            name.equals("reserve") ? value : p.reserveYuanPerMwh(),
            name.equals("contingency") ? value : p.contingencyYuanPerMwh(),
            name.equals("thermal") ? value : p.thermalYuanPerMwh(),
            name.equals("flowgate") ? value : p.flowgateYuanPerMwh(),
            name.equals("schedule") ? value : p.scheduleYuanPerMwh(),
            name.equals("balance") ? null : p.balanceByPeriod());
  }
}
