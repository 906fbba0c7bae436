package org.gridclear.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.gridclear.clearing.input.CommitmentChanges;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;
import org.gridclear.quantity.Horizon;
import org.gridclear.report.MarketFigures;
import org.gridclear.report.clearing.FinalState;
import org.gridclear.validate.NaturalOrder;

/** A case of one side with that of the other. */
final class CasePair {
  private final String name;
  private final ComparedCase a;
  private final ComparedCase b;
  private final ComparisonTables tables;
  private final List<String> gaps;
  private final List<String> remarks;
  private final Horizon clock;
  private final List<Slot> slots;

  CasePair(
      ComparedCase a,
      ComparedCase b,
      ComparisonTables tables,
      List<String> gaps,
      List<String> remarks) {
    this.name = a.name().equals(b.name()) ? a.name() : a.name() + " / " + b.name();
    this.a = a;
    this.b = b;
    this.tables = tables;
    this.gaps = gaps;
    this.remarks = remarks;
    boolean sameDate = Objects.equals(a.day().horizon().firstDay(), b.day().horizon().firstDay());
    this.clock = sameDate ? a.day().horizon() : a.day().horizon().from(null);
    this.slots = Slot.of(a.day().horizon(), b.day().horizon(), clock);
  }

  void compare() {
    times();
    new FigurePairs(name, a, b, tables.figures).add(remarks);
    UnitOutputs ofA = new UnitOutputs(a);
    UnitOutputs ofB = new UnitOutputs(b);
    ids("unit", ofA.without(ofB), ofB.without(ofA));
    ids("bus", buses(a), buses(b));
    ids("branch", branches(a), branches(b));
    ids("flowgate", flowgates(a), flowgates(b));
    ids("requirement", requirements(a), requirements(b));
    new ViolationPairs(name, a, b, slots, tables).add();
    if (slots.isEmpty()) {
      return;
    }
    commitment();
    outputs();
    prices();
    curves();
    reserves();
    new FlowPairs(name, a, b, slots, tables.flows).add();
    binding();
  }

  /** What of the horizons the other side does not have. */
  private void times() {
    Horizon ofA = a.day().horizon();
    Horizon ofB = b.day().horizon();
    if (!Objects.equals(ofA.firstDay(), ofB.firstDay())) {
      remarks.add(
          "Case %s: A begins on %s, B on %s; they are matched by the time of day."
              .formatted(name, date(ofA), date(ofB)));
    }
    outside("A", ofA, ofB);
    outside("B", ofB, ofA);
    if (slots.isEmpty()) {
      gaps.add(
          "Case %s: A is %s, B is %s; they have no time in common, so only totals are compared."
              .formatted(name, span(ofA), span(ofB)));
    }
  }

  private void outside(String side, Horizon horizon, Horizon other) {
    int from = horizon.startMinute();
    int to = Slot.end(horizon);
    int otherFrom = other.startMinute();
    int otherTo = Slot.end(other);
    if (from < otherFrom) {
      alone("time", between(from, Math.min(to, otherFrom)), side);
    }
    if (to > otherTo) {
      alone("time", between(Math.max(from, otherTo), to), side);
    }
  }

  private static String date(Horizon horizon) {
    return horizon.firstDay() == null ? "no date" : horizon.firstDay().toString();
  }

  private static String span(Horizon horizon) {
    return horizon.label(0) + " to " + horizon.label(horizon.periodCount());
  }

  private String between(int from, int to) {
    return clock.labelOfMinute(from) + " to " + clock.labelOfMinute(to);
  }

  private void alone(String kind, String id, String side) {
    tables.only.add(name, kind, id, side);
  }

  private void ids(String kind, Set<String> ofA, Set<String> ofB) {
    int alone = 0;
    for (String id : ofA) {
      if (!ofB.contains(id)) {
        alone(kind, id, "A");
        alone++;
      }
    }
    for (String id : ofB) {
      if (!ofA.contains(id)) {
        alone(kind, id, "B");
        alone++;
      }
    }
    if (alone > 0) {
      remarks.add(
          "Case %s: %d of kind %s are in one side alone (table only-in-one)."
              .formatted(name, alone, kind));
    }
  }

  private static Set<String> buses(ComparedCase of) {
    return NaturalOrder.set(of.day().network().buses().stream().map(Bus::id).toList());
  }

  private static Set<String> branches(ComparedCase of) {
    return NaturalOrder.set(of.day().network().branches().stream().map(Branch::id).toList());
  }

  private static Set<String> flowgates(ComparedCase of) {
    return NaturalOrder.set(
        of.day().network().flowgates().stream().map(gate -> gate.id()).toList());
  }

  private static Set<String> requirements(ComparedCase of) {
    return NaturalOrder.set(of.day().reserves().stream().map(ReserveRequirement::id).toList());
  }

  private void commitment() {
    CommitmentChanges changes =
        CommitmentChanges.of(
            FinalState.of(a.clearing(), a.result()), FinalState.of(b.clearing(), b.result()));
    for (CommitmentChanges.Change change : changes.changes()) {
      tables.commitment.add(
          name,
          change.unit(),
          change.on() ? "ON" : "OFF",
          clock.labelOfMinute(change.fromMinute()),
          clock.labelOfMinute(change.toMinute()),
          (change.toMinute() - change.fromMinute()) / 60.0,
          change.mwh());
    }
  }

  private void outputs() {
    UnitOutputs ofA = new UnitOutputs(a);
    UnitOutputs ofB = new UnitOutputs(b);
    for (UnitOutputs.Unit unit : ofA.units()) {
      if (ofB.units().contains(unit)) {
        for (Slot slot : slots) {
          tables.output.add(
              ofA.mw(unit, slot.a()),
              ofB.mw(unit, slot.b()),
              new Object[] {name, unit.id(), unit.kind(), slot.from(), slot.to()});
        }
      }
    }
  }

  private static Map<String, Integer> numbers(ComparedCase of) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    of.day().network().buses().forEach(bus -> numbers.put(bus.id(), numbers.size()));
    return numbers;
  }

  private void prices() {
    Map<String, Integer> numbersOfB = numbers(b);
    numbers(a)
        .forEach(
            (bus, x) -> {
              Integer y = numbersOfB.get(bus);
              if (y != null) {
                slots.forEach(slot -> price(bus, x, y, slot));
              }
            });
  }

  private void price(String bus, int x, int y, Slot slot) {
    var of = a.result().prices();
    var with = b.result().prices();
    int s = slot.a();
    int t = slot.b();
    tables.prices.add(
        of.lmpYuanPerMwh()[x][s],
        with.lmpYuanPerMwh()[y][t],
        new Object[] {name, bus, slot.from(), slot.to()},
        with.energyYuanPerMwh()[y][t] - of.energyYuanPerMwh()[x][s],
        with.congestionYuanPerMwh()[y][t] - of.congestionYuanPerMwh()[x][s],
        with.lossYuanPerMwh()[y][t] - of.lossYuanPerMwh()[x][s]);
  }

  /** Zones and the whole system over the day. */
  private void curves() {
    List<double[]> ofA = MarketFigures.lmpCurves(a.day(), a.result());
    List<double[]> ofB = MarketFigures.lmpCurves(b.day(), b.result());
    for (Slot slot : slots) {
      tables.curves.add(
          ofA.get(1)[slot.a()],
          ofB.get(1)[slot.b()],
          new Object[] {name, slot.from(), slot.to()},
          ofA.get(0)[slot.a()],
          ofB.get(0)[slot.b()],
          ofA.get(2)[slot.a()],
          ofB.get(2)[slot.b()]);
    }
    Map<String, double[]> zonesOfA = zones(a);
    Map<String, double[]> zonesOfB = zones(b);
    Set<String> all = NaturalOrder.set(zonesOfA.keySet());
    all.addAll(zonesOfB.keySet());
    for (String zone : all) {
      double[] x = zonesOfA.get(zone);
      double[] y = zonesOfB.get(zone);
      for (Slot slot : slots) {
        tables.zones.add(
            x == null ? null : (Double) x[slot.a()],
            y == null ? null : (Double) y[slot.b()],
            new Object[] {name, zone, slot.from(), slot.to()});
      }
    }
  }

  private static Map<String, double[]> zones(ComparedCase of) {
    Map<String, double[]> prices = new LinkedHashMap<>();
    MarketFigures.zonePrices(of.day(), of.result())
        .forEach(
            each ->
                prices
                        .computeIfAbsent(each.zone(), z -> new double[of.day().periodCount()])[
                        each.period()] =
                    each.priceYuanPerMwh());
    return prices;
  }

  private void reserves() {
    List<String> ofB = b.day().reserves().stream().map(ReserveRequirement::id).toList();
    for (int r = 0; r < a.day().reserves().size(); r++) {
      String id = a.day().reserves().get(r).id();
      int other = ofB.indexOf(id);
      for (Slot slot : slots) {
        if (other >= 0) {
          tables.reserves.add(
              a.result().prices().reserveYuanPerMwh()[r][slot.a()],
              b.result().prices().reserveYuanPerMwh()[other][slot.b()],
              new Object[] {name, id, slot.from(), slot.to()});
        }
      }
    }
  }

  /** A limit that does not bind, or has no row, has a shadow price of 0. */
  private void binding() {
    List<Map<List<String>, Double>> ofA = binding(a);
    List<Map<List<String>, Double>> ofB = binding(b);
    for (Slot slot : slots) {
      Map<List<String>, Double> x = ofA.get(slot.a());
      Map<List<String>, Double> y = ofB.get(slot.b());
      Set<List<String>> keys = new java.util.LinkedHashSet<>(x.keySet());
      keys.addAll(y.keySet());
      for (List<String> key : keys) {
        tables.binding.add(
            x.getOrDefault(key, 0.0),
            y.getOrDefault(key, 0.0),
            new Object[] {name, key.get(0), key.get(1), key.get(2), slot.from(), slot.to()});
      }
    }
  }

  private static List<Map<List<String>, Double>> binding(ComparedCase of) {
    List<Map<List<String>, Double>> byPeriod = new ArrayList<>();
    for (int t = 0; t < of.day().periodCount(); t++) {
      byPeriod.add(new LinkedHashMap<>());
    }
    Function<FlowResult, List<String>> key =
        flow -> List.of(flow.constraint(), flow.element(), flow.outage());
    of.result().flows().stream()
        .filter(FlowResult::binding)
        .forEach(
            flow ->
                byPeriod
                    .get(flow.period())
                    .merge(key.apply(flow), flow.shadowPriceYuanPerMwh(), Double::sum));
    return byPeriod;
  }
}
