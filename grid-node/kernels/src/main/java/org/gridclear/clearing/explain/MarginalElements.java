package org.gridclear.clearing.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridclear.clearing.audit.ResourceShares;
import org.gridclear.clearing.audit.ResourceShares.Share;
import org.gridclear.clearing.audit.UnitPath;
import org.gridclear.clearing.explain.PriceExplanation.Marginal;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.FlexibleLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ProfiledUnit;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.network.NetworkIndex;

/**
 * What is at the margin in a period: everything whose power can move both ways. The price at its
 * bus is the cost of its next MWh plus the shares of the rows that a MWh of it takes part in; what
 * does not add up so is not at the margin.
 */
final class MarginalElements {
  private static final double ROOM_MW = 1e-4;
  private static final double EXACT = 1e-6;

  private final ClearingCase clearingCase;
  private final MarketDay day;
  private final ClearingResult result;
  private final ResourceShares resources;
  private final NetworkIndex index;
  private final int t;
  private final boolean bothWays;
  private final List<Marginal> found = new ArrayList<>();

  private MarginalElements(
      ClearingCase clearingCase, ClearingResult result, int t, boolean bothWays) {
    this.clearingCase = clearingCase;
    this.day = clearingCase.day();
    this.result = result;
    this.resources = new ResourceShares(clearingCase, result);
    this.index = new NetworkIndex(day.network());
    this.t = t;
    this.bothWays = bothWays;
  }

  /**
   * All in a period from 0, those whose price is their own cost alone first.
   *
   * @param bothWays false for what can go up alone, or both ways
   */
  static List<Marginal> in(
      ClearingCase clearingCase, ClearingResult result, int t, boolean bothWays) {
    MarginalElements elements = new MarginalElements(clearingCase, result, t, bothWays);
    elements.collect();
    elements.found.sort(java.util.Comparator.comparingInt(marginal -> marginal.shares().size()));
    return elements.found;
  }

  private void collect() {
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      thermal(new UnitPath(clearingCase, result, g));
    }
    for (int i = 0; i < day.profiledUnits().size(); i++) {
      ProfiledUnit unit = day.profiledUnits().get(i);
      double mw = result.schedule().profiledMw()[i][t];
      if (between(unit.minMw().at(t), mw, unit.maxMw().at(t))) {
        List<Share> shares = resources.ofOutput(unit.id(), t);
        add(unit.id(), unit.bus(), mw, unit.priceYuanPerMwh().at(t), shares, Optional.empty());
      }
    }
    for (int i = 0; i < day.flexibleLoads().size(); i++) {
      FlexibleLoad load = day.flexibleLoads().get(i);
      double mw = result.schedule().flexibleMw()[i][t];
      if (between(0, mw, load.maxMw().at(t))) {
        double value = load.valueYuanPerMwh().at(t);
        add("flexible load " + load.id(), load.bus(), mw, value, List.of(), Optional.empty());
      }
    }
    for (int i = 0; i < day.storageUnits().size(); i++) {
      storage(i, day.storageUnits().get(i));
    }
    for (int b = 0; b < index.busCount(); b++) {
      String id = day.network().buses().get(b).id();
      double load =
          day.busLoads().stream()
              .filter(each -> each.bus().equals(id))
              .mapToDouble(each -> each.mw().at(t))
              .sum();
      double shed = result.schedule().shedMw()[b][t];
      if (between(0, shed, load)) {
        double penalty = day.penalties().balanceYuanPerMwh(t);
        add("load not served at bus " + id, id, shed, penalty, List.of(), Optional.empty());
      }
    }
  }

  private boolean between(double least, double mw, double most) {
    double floor = bothWays ? least + ROOM_MW : least - ROOM_MW;
    return mw > floor && mw < most - ROOM_MW;
  }

  private void thermal(UnitPath path) {
    OfferCurve offer = path.unit().offer(t);
    double mw = path.mw(t);
    double[] zone = path.zoneMw(t, ROOM_MW);
    double most = Math.min(Math.min(zone[1], offer.lastMw()), path.unit().pMaxMw().at(t));
    boolean atPoint = bothWays && offer.mw().stream().anyMatch(p -> Math.abs(p - mw) < ROOM_MW);
    if (!path.ready(t) || atPoint || !between(Math.max(zone[0], path.leastMw(t)), mw, most)) {
      return;
    }
    List<Share> shares = new ArrayList<>(resources.ofOutput(path.unit().id(), t));
    boolean full = path.mostMw(t) - mw - path.upMw(t) < ROOM_MW;
    boolean rising = path.riseRoomMw(t) < ROOM_MW;
    boolean falling = path.fallRoomMw(t) < ROOM_MW;
    if (full || rising) {
      reserve(path, ReserveProduct.Direction.UP, rising, 1).ifPresent(shares::add);
    }
    if (mw - path.downMw(t) - path.leastMw(t) < ROOM_MW || falling) {
      reserve(path, ReserveProduct.Direction.DOWN, falling, -1).ifPresent(shares::add);
    }
    boolean ramps =
        rising || falling || path.riseRoomMw(t + 1) < ROOM_MW || path.fallRoomMw(t + 1) < ROOM_MW;
    Optional<String> rest =
        ramps ? Optional.of("ramp of unit " + path.unit().id()) : Optional.empty();
    double next = PriceExplanation.nextYuanPerMwh(offer, mw);
    add(path.unit().id(), path.unit().bus(), mw, next, shares, rest);
  }

  /** What reserve, held out of the same MW and free to change, is worth beyond its offer. */
  private Optional<Share> reserve(
      UnitPath path, ReserveProduct.Direction direction, boolean ramped, int sign) {
    Share best = null;
    for (int p = 0; p < path.products().size(); p++) {
      ReserveProduct product = path.products().get(p);
      boolean free =
          product.direction() == direction
              && product.kind() != ReserveProduct.Kind.NON_SPINNING
              && path.mayProvide(product)
              && between(0, path.heldMw(p, t), path.limitMw(product, t));
      if (free && (best == null || (ramped && product.minutes() == 0))) {
        double worth = resources.reserveYuanPerMwh(path.unit().id(), product.id(), t);
        double yuan = sign * (worth - path.offerYuanPerMwh(product, t));
        best = new Share("B-15", "reserve " + product.id() + " of unit " + path.unit().id(), yuan);
      }
    }
    return Optional.ofNullable(best);
  }

  /** What a storage unit draws or gives is worth what its level is worth. */
  private void storage(int i, StorageUnit unit) {
    Optional<String> rest = Optional.of("level of storage " + unit.id());
    double charge = result.schedule().chargeMw()[i][t];
    if (between(unit.minChargeMw().at(t), charge, unit.maxChargeMw().at(t))) {
      double yuan = -unit.chargeYuanPerMwh().at(t);
      add("storage " + unit.id(), unit.bus(), charge, yuan, List.of(), rest);
    }
    double discharge = result.schedule().dischargeMw()[i][t];
    if (between(unit.minDischargeMw().at(t), discharge, unit.maxDischargeMw().at(t))) {
      double yuan = unit.dischargeYuanPerMwh().at(t);
      add("storage " + unit.id(), unit.bus(), discharge, yuan, List.of(), rest);
    }
  }

  /**
   * Adds an element if its cost and shares give the price of its bus.
   *
   * @param rest what else holds it, and so has what is left; empty where nothing does
   */
  private void add(
      String element,
      String bus,
      double mw,
      double yuanPerMwh,
      List<Share> shares,
      Optional<String> rest) {
    double lmp = result.prices().lmpYuanPerMwh()[index.bus(bus)][t];
    double left = lmp - yuanPerMwh - shares.stream().mapToDouble(Share::yuanPerMwh).sum();
    List<Share> all = new ArrayList<>(shares);
    all.removeIf(share -> share.yuanPerMwh() == 0);
    boolean exact = Math.abs(left) <= EXACT * Math.max(1, Math.abs(lmp));
    if (!exact && rest.isPresent() && bothWays) {
      String row = rest.get().startsWith("ramp") ? "B-03" : "storage";
      all.add(new Share(row, rest.get(), left));
    }
    if (exact || (rest.isPresent() && bothWays)) {
      found.add(new Marginal(element, bus, mw, yuanPerMwh, bothWays, all));
    }
  }
}
