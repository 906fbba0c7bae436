package org.gridclear.compare;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.clearing.result.Relaxation;
import org.gridclear.clearing.result.SecurityReport;

/** What was relaxed, and what the AC check still found, by constraint, element and time. */
final class ViolationPairs {
  private static final String RELAXED = "RELAXED";
  private static final String CHECK = "AC";

  private final String name;
  private final ComparedCase a;
  private final ComparedCase b;
  private final List<Slot> slots;
  private final ComparisonTables tables;

  /** What is violated, without its time. */
  private record Key(
      String source, String constraint, String element, String outage, String unit) {}

  /** When: a period from 0, or a day, or the whole horizon where both are -1. */
  private record Time(int period, int day) {}

  ViolationPairs(
      String name, ComparedCase a, ComparedCase b, List<Slot> slots, ComparisonTables tables) {
    this.name = name;
    this.a = a;
    this.b = b;
    this.slots = slots;
    this.tables = tables;
  }

  void add() {
    Map<Key, Map<Time, Double>> ofA = amounts(a);
    Map<Key, Map<Time, Double>> ofB = amounts(b);
    Set<Key> keys = new LinkedHashSet<>(ofA.keySet());
    keys.addAll(ofB.keySet());
    for (Key key : keys) {
      byPeriod(key, ofA.getOrDefault(key, Map.of()), ofB.getOrDefault(key, Map.of()));
      bySpan(key, ofA.getOrDefault(key, Map.of()), ofB.getOrDefault(key, Map.of()));
    }
    outside("A", ofA, a, Slot::a);
    outside("B", ofB, b, Slot::b);
    if ((a.result().security() == null) != (b.result().security() == null)) {
      tables.only.add(name, "AC check", "security", a.result().security() == null ? "B" : "A");
    }
  }

  private void byPeriod(Key key, Map<Time, Double> x, Map<Time, Double> y) {
    for (Slot slot : slots) {
      Double of = x.get(new Time(slot.a(), -1));
      Double with = y.get(new Time(slot.b(), -1));
      if ((of != null || with != null) && bothChecked(key)) {
        row(key, of == null ? 0.0 : of, with == null ? 0.0 : with, slot.from(), slot.to());
      }
    }
  }

  /** What an AC check found is compared only where both sides had one. */
  private boolean bothChecked(Key key) {
    return key.source().equals(RELAXED)
        || (a.result().security() != null && b.result().security() != null);
  }

  private void bySpan(Key key, Map<Time, Double> x, Map<Time, Double> y) {
    Set<Time> times = new LinkedHashSet<>(x.keySet());
    times.addAll(y.keySet());
    for (Time time : times) {
      if (time.period() < 0) {
        String words = time.day() < 0 ? "horizon" : "day " + (time.day() + 1);
        row(key, x.getOrDefault(time, 0.0), y.getOrDefault(time, 0.0), words, words);
      }
    }
  }

  private void row(Key key, double x, double y, String from, String to) {
    tables.violations.add(
        x,
        y,
        new Object[] {
          name, key.source(), key.constraint(), key.element(), key.outage(), from, to, key.unit()
        });
  }

  /** Violations of periods that the other side does not have are named. */
  private void outside(
      String side,
      Map<Key, Map<Time, Double>> of,
      ComparedCase owner,
      java.util.function.ToIntFunction<Slot> period) {
    Set<Integer> common = new LinkedHashSet<>();
    slots.forEach(slot -> common.add(period.applyAsInt(slot)));
    of.forEach(
        (key, byTime) ->
            byTime.forEach(
                (time, amount) -> {
                  if (time.period() >= 0 && !common.contains(time.period())) {
                    String when = owner.day().horizon().label(time.period());
                    tables.only.add(
                        name,
                        "violation",
                        "%s %s %s".formatted(key.constraint(), key.element(), when),
                        side);
                  }
                }));
  }

  private static Map<Key, Map<Time, Double>> amounts(ComparedCase of) {
    Map<Key, Map<Time, Double>> amounts = new LinkedHashMap<>();
    for (Relaxation r : of.result().relaxations()) {
      Key key = new Key(RELAXED, r.constraint(), r.element(), "", r.unit());
      Time time = r.period() >= 0 ? new Time(r.period(), -1) : new Time(-1, r.day());
      amounts.computeIfAbsent(key, k -> new LinkedHashMap<>()).merge(time, r.amount(), Double::sum);
    }
    SecurityReport security = of.result().security();
    for (SecurityReport.Violation v :
        security == null ? List.<SecurityReport.Violation>of() : security.remaining()) {
      Key key = new Key(CHECK, v.kind().name(), v.element(), v.outage(), v.kind().unit());
      amounts
          .computeIfAbsent(key, k -> new LinkedHashMap<>())
          .merge(new Time(v.period(), -1), v.excess(), Double::sum);
    }
    return amounts;
  }
}
