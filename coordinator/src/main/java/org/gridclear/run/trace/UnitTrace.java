package org.gridclear.run.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.function.IntFunction;

/**
 * Units of a run on their way, as its owner books them. It keeps what is on nodes and the latest
 * that ended; of the others each node's sums. Safe for several threads.
 */
public final class UnitTrace {
  /** So many of the units that ended last are kept. */
  public static final int ENDED_KEPT = 1000;

  private final Map<Integer, UnitSpan> onNodes = new LinkedHashMap<>();
  private final ArrayDeque<UnitSpan> ended = new ArrayDeque<>();
  private final Map<String, NodeSum> sums = new TreeMap<>();
  private final Set<String> lost = new LinkedHashSet<>();
  private IntFunction<String> names = String::valueOf;
  private DoubleSupplier now = () -> 0;
  private int open;
  private boolean begun;

  /**
   * A run begins here.
   *
   * @param count number of its units
   * @param unitNames name of a unit by its number
   * @param seconds time since the run began
   */
  public synchronized void begin(int count, IntFunction<String> unitNames, DoubleSupplier seconds) {
    open = count;
    names = unitNames;
    now = seconds;
    begun = true;
  }

  /** A unit went to a node. */
  public synchronized void sent(int unit, String node, int attempt, double atSeconds) {
    onNodes.put(unit, new UnitSpan(unit, names.apply(unit), node, attempt, atSeconds, null, 0, ""));
    sums.computeIfAbsent(node, name -> new NodeSum()).since(atSeconds);
  }

  /** A unit came back without an answer. */
  public synchronized void cameBack(int unit) {
    onNodes.remove(unit);
  }

  /** A node is gone with what it had. */
  public synchronized void lost(String node) {
    lost.add(node);
  }

  /** A unit has its outcome. */
  public synchronized void settled(UnitSpan span) {
    UnitSpan named =
        new UnitSpan(
            span.unit(),
            names.apply(span.unit()),
            span.node(),
            span.attempts(),
            span.sentSeconds(),
            span.answeredSeconds(),
            span.workedSeconds(),
            span.failure());
    onNodes.remove(span.unit());
    open--;
    ended.add(named);
    if (ended.size() > ENDED_KEPT) {
      ended.remove();
    }
    sums.computeIfAbsent(span.node(), name -> new NodeSum()).add(named);
  }

  /** A unit has an outcome that no node worked on in this run. */
  public synchronized void notSent() {
    open--;
  }

  /** Whether the run's owner is here: another coordinator's run has no trace. */
  public synchronized boolean here() {
    return begun;
  }

  /**
   * What there is now.
   *
   * @param slots units that a node does at a time, by its name
   */
  public synchronized NodeWork view(Map<String, Integer> slots) {
    List<UnitSpan> spans = new ArrayList<>(ended);
    spans.addAll(onNodes.values());
    return NodeWork.of(now.getAsDouble(), open - onNodes.size(), spans, sums, slots, lost);
  }
}
