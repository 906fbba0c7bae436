package org.gridclear.run.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Nodes of a run and what each does. Times are seconds since the run began.
 *
 * @param atSeconds when this was so
 * @param waiting units that no node has yet
 * @param medianSeconds how long a unit takes in the middle; null while none has ended
 * @param nodes the nodes, by name
 * @param units what is on nodes and the latest that ended; of a run that has ended the longest
 */
public record NodeWork(
    double atSeconds,
    long waiting,
    @Nullable Double medianSeconds,
    List<Node> nodes,
    List<Unit> units) {
  /** A unit that takes so many times the middle is a straggler. */
  public static final double STRAGGLES = 2;

  /** So many units of a run that has ended are told, the longest. */
  public static final int UNITS_SHOWN = 1000;

  /** What is shorter than this is never called a straggler. */
  private static final double SHORT_SECONDS = 1;

  public NodeWork {
    nodes = List.copyOf(nodes);
    units = List.copyOf(units);
  }

  /**
   * A node.
   *
   * @param node its name
   * @param slots units that it does at a time
   * @param running units that it works on
   * @param queued units that it has beyond its slots
   * @param done units that it answered
   * @param failed of those, without an outcome
   * @param busySeconds slot-seconds of work
   * @param idleShare share of its slots' time without work since its first unit, 0 to 1; null while
   *     it had no time
   * @param lost whether it is gone
   */
  public record Node(
      String node,
      int slots,
      int running,
      int queued,
      long done,
      long failed,
      double busySeconds,
      @Nullable Double idleShare,
      boolean lost) {}

  /**
   * A unit.
   *
   * @param unit its number in the plan; of a run that has ended the place of its first case
   * @param name the first case that it is
   * @param node where it went last
   * @param lane slot of the node in which it is drawn, from 1
   * @param state RUNNING, QUEUED, DONE or FAILED
   * @param beganSeconds when the node began with it
   * @param endedSeconds when it was answered; null while it is on the node
   * @param attempts how often it was sent
   * @param straggler whether it takes more than twice as long as those in the middle
   * @param failure why there is no outcome, else ""
   */
  public record Unit(
      int unit,
      String name,
      String node,
      int lane,
      String state,
      double beganSeconds,
      @Nullable Double endedSeconds,
      int attempts,
      boolean straggler,
      String failure) {}

  /** Of a run that has ended: sums of all that was sent, and its longest units. */
  public static NodeWork ended(double seconds, List<UnitSpan> spans, Collection<String> lost) {
    Map<String, NodeSum> sums = new TreeMap<>();
    spans.forEach(span -> sums.computeIfAbsent(span.node(), name -> new NodeSum()).add(span));
    NodeWork all = of(seconds, 0, spans, sums, Map.of(), Set.copyOf(lost));
    if (all.units().size() <= UNITS_SHOWN) {
      return all;
    }
    List<Unit> longest =
        all.units().stream()
            .sorted(Comparator.comparingDouble(NodeWork::taken).reversed())
            .limit(UNITS_SHOWN)
            .sorted(Comparator.comparingDouble(Unit::beganSeconds))
            .toList();
    return new NodeWork(seconds, 0, all.medianSeconds(), all.nodes(), longest);
  }

  private static double taken(Unit unit) {
    return unit.endedSeconds() == null ? 0 : unit.endedSeconds() - unit.beganSeconds();
  }

  static NodeWork of(
      double now,
      long waiting,
      List<UnitSpan> spans,
      Map<String, NodeSum> sums,
      Map<String, Integer> slots,
      Set<String> lost) {
    double[] worked =
        spans.stream()
            .filter(UnitSpan::ended)
            .mapToDouble(UnitSpan::workedSeconds)
            .sorted()
            .toArray();
    Double median = worked.length == 0 ? null : worked[worked.length / 2];
    Map<String, List<UnitSpan>> byNode = new TreeMap<>();
    spans.forEach(span -> byNode.computeIfAbsent(span.node(), name -> new ArrayList<>()).add(span));
    Set<String> names = new TreeSet<>(sums.keySet());
    names.addAll(byNode.keySet());
    names.addAll(lost);
    List<Node> nodes = new ArrayList<>();
    List<Unit> units = new ArrayList<>();
    for (String name : names) {
      Lanes lanes = new Lanes(byNode.getOrDefault(name, List.of()), slots.get(name));
      units.addAll(lanes.units(now, median));
      nodes.add(node(name, lanes, sums.getOrDefault(name, new NodeSum()), now, lost));
    }
    units.sort(Comparator.comparingDouble(Unit::beganSeconds).thenComparingInt(Unit::unit));
    return new NodeWork(now, waiting, median, nodes, units);
  }

  private static Node node(String name, Lanes lanes, NodeSum sum, double now, Set<String> lost) {
    double busy = sum.busySeconds() + lanes.underWaySeconds(now);
    double had = lanes.slots() * (now - sum.firstSeconds());
    Double idle = had > 0 ? Math.min(1, Math.max(0, 1 - busy / had)) : null;
    return new Node(
        name,
        lanes.slots(),
        lanes.running(),
        lanes.queued(),
        sum.done(),
        sum.failed(),
        busy,
        idle,
        lost.contains(name));
  }

  /** The units of a node laid into its slots, one after the other. */
  private static final class Lanes {
    private static final double TOUCH_SECONDS = 1e-3;
    private final List<UnitSpan> spans;
    private final List<Double> free = new ArrayList<>();
    private final Map<UnitSpan, Integer> laneOf = new HashMap<>();
    private final List<UnitSpan> running;
    private final int queued;
    private final int slots;

    Lanes(List<UnitSpan> given, @Nullable Integer known) {
      spans =
          given.stream()
              .sorted(
                  Comparator.comparingDouble(UnitSpan::beganSeconds)
                      .thenComparingInt(UnitSpan::unit))
              .toList();
      List<UnitSpan> open = spans.stream().filter(span -> !span.ended()).toList();
      running = known == null ? open : open.subList(0, Math.min(known, open.size()));
      queued = open.size() - running.size();
      Set<UnitSpan> onSlots = Set.copyOf(running);
      for (UnitSpan span : spans) {
        if (span.ended() || onSlots.contains(span)) {
          laneOf.put(span, place(span));
        }
      }
      slots = known == null ? Math.max(1, free.size()) : known;
    }

    private int place(UnitSpan span) {
      double end = span.ended() ? span.answeredSeconds() : Double.POSITIVE_INFINITY;
      for (int lane = 0; lane < free.size(); lane++) {
        if (free.get(lane) <= span.beganSeconds() + TOUCH_SECONDS) {
          free.set(lane, end);
          return lane + 1;
        }
      }
      free.add(end);
      return free.size();
    }

    int slots() {
      return slots;
    }

    int running() {
      return running.size();
    }

    int queued() {
      return queued;
    }

    double underWaySeconds(double now) {
      return running.stream().mapToDouble(span -> Math.max(0, now - span.sentSeconds())).sum();
    }

    List<Unit> units(double now, @Nullable Double median) {
      return spans.stream().map(span -> unit(span, now, median)).toList();
    }

    private Unit unit(UnitSpan span, double now, @Nullable Double median) {
      Integer lane = laneOf.get(span);
      String state = lane == null ? "QUEUED" : span.ended() ? "DONE" : "RUNNING";
      double taken = span.ended() ? span.workedSeconds() : now - span.sentSeconds();
      boolean late =
          median != null && lane != null && taken > SHORT_SECONDS && taken > STRAGGLES * median;
      return new Unit(
          span.unit(),
          span.name(),
          span.node(),
          lane == null ? 1 : lane,
          span.failure().isEmpty() ? state : "FAILED",
          span.beganSeconds(),
          span.answeredSeconds(),
          span.attempts(),
          late,
          span.failure());
    }
  }
}
