package org.gridclear.run.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What nodes are said to do, against what was booked. */
class UnitTraceTest {
  private double now;

  private UnitTrace trace(int units) {
    UnitTrace trace = new UnitTrace();
    assertFalse(trace.here());
    trace.begin(units, unit -> "case " + unit, () -> now);
    assertTrue(trace.here());
    return trace;
  }

  private static UnitSpan span(int unit, String node, double sent, double answered, double worked) {
    return new UnitSpan(unit, "case " + unit, node, 1, sent, answered, worked, "");
  }

  @Test
  void unitsBeyondTheSlotsOfANodeAreQueuedAndTheRestWaits() {
    UnitTrace trace = trace(6);
    trace.notSent();
    for (int unit = 1; unit < 4; unit++) {
      trace.sent(unit, "a", 1, 0);
    }
    now = 4;
    NodeWork work = trace.view(Map.of("a", 2));
    NodeWork.Node node = work.nodes().get(0);
    assertEquals(List.of(2, 2, 1), List.of(node.slots(), node.running(), node.queued()));
    assertEquals(2, work.waiting());
    assertEquals(8, node.busySeconds(), 1e-9);
    assertEquals(0, node.idleShare(), 1e-9);
    assertNull(work.medianSeconds());
    assertEquals(
        List.of("RUNNING", "RUNNING", "QUEUED"),
        work.units().stream().map(NodeWork.Unit::state).toList());
    assertEquals(List.of(1, 2), work.units().stream().limit(2).map(NodeWork.Unit::lane).toList());
  }

  @Test
  void aUnitThatTakesMoreThanTwiceTheMiddleIsAStragglerWhileItStillRuns() {
    UnitTrace trace = trace(5);
    for (int unit = 0; unit < 3; unit++) {
      trace.sent(unit, "a", 1, unit);
      trace.settled(span(unit, "a", unit, unit + 1, 1));
    }
    trace.sent(3, "b", 1, 0);
    now = 3;
    assertTrue(trace.view(Map.of()).units().stream().anyMatch(NodeWork.Unit::straggler));
    trace.cameBack(3);
    trace.lost("b");
    NodeWork work = trace.view(Map.of());
    assertFalse(work.units().stream().anyMatch(NodeWork.Unit::straggler));
    assertTrue(work.nodes().get(1).lost());
    assertEquals(1, work.medianSeconds());
    assertEquals(2, work.waiting(), "one that nobody has and the one that came back");
  }

  @Test
  void theIdleShareIsWhatTheSlotsHadWithoutWork() {
    List<UnitSpan> spans = new ArrayList<>();
    spans.add(span(0, "a", 0, 4, 4));
    spans.add(span(1, "a", 0, 2, 2));
    spans.add(span(2, "b", 0, 1, 1));
    NodeWork work = NodeWork.ended(4, spans, List.of());
    assertEquals(2, work.nodes().get(0).slots(), "as many as were busy together");
    assertEquals(0.25, work.nodes().get(0).idleShare(), 1e-9);
    assertEquals(0.75, work.nodes().get(1).idleShare(), 1e-9);
    assertEquals(2, work.medianSeconds());
  }

  @Test
  void ofManyUnitsTheLongestAreTold() {
    List<UnitSpan> spans = new ArrayList<>();
    for (int unit = 0; unit < 3000; unit++) {
      spans.add(span(unit, "a", unit, unit + 1, unit == 77 ? 0.9 : 0.5));
    }
    NodeWork work = NodeWork.ended(3000, spans, List.of());
    assertEquals(NodeWork.UNITS_SHOWN, work.units().size());
    assertEquals(3000, work.nodes().get(0).done());
    assertTrue(work.units().stream().anyMatch(unit -> unit.unit() == 77));
  }
}
