package org.gridclear.run.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.gridclear.run.dispatch.UnitScheduler.Assignment;
import org.gridclear.run.dispatch.UnitScheduler.Verdict;
import org.junit.jupiter.api.Test;

// Rows: X-02
class UnitSchedulerTest {
  private static final WorkerNode A = new WorkerNode("1", "a", 2);
  private static final WorkerNode B = new WorkerNode("2", "b", 2);

  private final UnitScheduler book = new UnitScheduler();

  private static List<Integer> units(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private List<Assignment> all() {
    List<Assignment> sent = new ArrayList<>();
    for (Assignment next = book.next(); next != null; next = book.next()) {
      sent.add(next);
    }
    return sent;
  }

  @Test
  void aNodeGetsItsSlotsAndNoMoreWhileUnitsAreLong() {
    book.nodes(List.of(A, B));
    book.add("r", Priority.NORMAL, units(8), Map.of());
    List<Assignment> sent = all();
    assertEquals(4, sent.size());
    assertEquals(2, sent.stream().filter(s -> s.node().equals(A)).count());
    book.settled(sent.get(0), 10);
    assertEquals(sent.get(0).node(), book.next().node());
  }

  @Test
  void tinyUnitsAreSentAheadSoThatTheWayIsHidden() {
    book.nodes(List.of(A));
    book.add("r", Priority.NORMAL, units(1000), Map.of());
    assertEquals(1, book.batch("r"));
    int most = 0;
    for (int k = 0; k < 200; k++) {
      List<Assignment> sent = all();
      sent.forEach(s -> book.settled(s, 0.001));
      most = Math.max(most, sent.size());
      assertTrue(sent.isEmpty() || book.batch("r") <= sent.size() + 20);
    }
    assertTrue(most >= 40, most + " units were ahead");
    assertEquals(0, book.waiting());
    book.add("s", Priority.NORMAL, units(1000), Map.of());
    assertTrue(all().size() <= 4, "a new run starts careful");
  }

  @Test
  void whatGoesInOneMessageIsTwentyMillisecondsOfWorkAndNeverMoreThan256Units() {
    assertEquals(22, fullest(0.0009));
    assertEquals(256, fullest(0));
  }

  /** Units of the fullest message of a run whose units all take so long. */
  private int fullest(double seconds) {
    book.nodes(List.of(A));
    book.add("r", Priority.NORMAL, units(20_000), Map.of());
    int most = 0;
    while (book.waiting() > 0) {
      all().forEach(sent -> book.settled(sent, seconds));
      most = Math.max(most, book.batch("r"));
    }
    book.remove("r");
    return most;
  }

  @Test
  void anUrgentRunOvertakesASweepThatWasThereBefore() {
    book.nodes(List.of(A, B));
    book.add("sweep", Priority.BULK, units(1000), Map.of());
    List<Assignment> sweep = all();
    book.add("urgent", Priority.URGENT, units(3), Map.of());
    assertNull(book.next(), "no slot is free");
    for (int k = 0; k < 3; k++) {
      book.settled(sweep.get(k), 10);
      assertEquals("urgent", book.next().runId());
    }
    book.settled(sweep.get(3), 10);
    assertEquals("sweep", book.next().runId());
  }

  @Test
  void runsOfEqualPriorityShareTheSlots() {
    book.nodes(List.of(A, B));
    book.add("x", Priority.NORMAL, units(100), Map.of());
    List<Assignment> first = all();
    book.add("y", Priority.NORMAL, units(100), Map.of());
    book.settled(first.get(0), 10);
    assertEquals("y", book.next().runId());
    book.settled(first.get(1), 10);
    assertEquals("y", book.next().runId());
    book.settled(first.get(2), 10);
    assertEquals("x", book.next().runId());
  }

  @Test
  void aUnitGoesOutAsSoonAsTheOneItStartsFromIsSettledHoweverThatEnded() {
    book.nodes(List.of(A, B));
    book.add("r", Priority.NORMAL, units(4), Map.of(1, 0, 2, 1, 3, 0));
    Assignment root = book.next();
    assertNull(book.next());
    assertEquals(4, book.waiting() + 1);
    book.settled(root, 1);
    Assignment child = book.next();
    assertEquals(1, child.unit());
    assertEquals(3, book.next().unit());
    assertNull(book.next());
    book.broke(child, true);
    assertEquals(Verdict.QUARANTINED, book.broke(book.next(), true));
    assertEquals(2, book.next().unit());
  }

  @Test
  void whatWasSettledBeforeTheRunWentOnHoldsNothingUp() {
    book.nodes(List.of(A));
    book.add("r", Priority.NORMAL, List.of(2, 3), Map.of(1, 0, 2, 1, 3, 2));
    assertEquals(2, book.next().unit());
    assertNull(book.next());
  }

  @Test
  void theOthersWaitForTheLeaderEvenIfItIsLostOnTheWay() {
    book.nodes(List.of(A, B));
    book.add("r", Priority.NORMAL, units(5), Map.of(1, 0, 2, 0, 3, 0, 4, 0));
    Assignment leader = book.next();
    assertEquals(0, leader.unit());
    assertNull(book.next());
    assertEquals(Verdict.AGAIN, book.broke(leader, false));
    Assignment again = book.next();
    assertEquals(0, again.unit());
    assertNotEquals(leader.node(), again.node());
    book.settled(again, 1);
    assertEquals(4, all().size());
  }

  @Test
  void aUnitThatEndsTwoSolverProcessesIsQuarantinedAndOneThatLosesThreeNodesGivenUp() {
    book.nodes(List.of(A, B));
    book.add("r", Priority.NORMAL, units(1), Map.of());
    assertEquals(Verdict.AGAIN, book.broke(book.next(), true));
    assertEquals(Verdict.QUARANTINED, book.broke(book.next(), true));
    assertNull(book.next());
    book.add("s", Priority.NORMAL, units(1), Map.of());
    assertEquals(Verdict.AGAIN, book.broke(book.next(), false));
    assertEquals(Verdict.AGAIN, book.broke(book.next(), false));
    assertEquals(Verdict.GIVEN_UP, book.broke(book.next(), false));
  }

  @Test
  void aRefusalCostsNoAttempt() {
    book.nodes(List.of(A, B));
    book.add("r", Priority.NORMAL, units(1), Map.of());
    for (int k = 0; k < 10; k++) {
      Assignment sent = book.next();
      assertNotNull(sent);
      assertEquals(1, sent.attempt());
      book.refused(sent);
    }
  }

  @Test
  void aRemovedRunFreesItsSlotsWhenItsUnitsComeBack() {
    book.nodes(List.of(A));
    book.add("r", Priority.NORMAL, units(10), Map.of());
    List<Assignment> sent = all();
    book.remove("r");
    book.add("s", Priority.NORMAL, units(1), Map.of());
    assertNull(book.next());
    book.settled(sent.get(0), 1);
    assertEquals("s", book.next().runId());
  }

  /**
   * Random answers, losses, refusals, joins: every unit is settled once, slots are never
   * overbooked.
   */
  @Test
  void everyUnitIsSettledOnceWhateverHappens() {
    for (long seed = 0; seed < 200; seed++) {
      play(new Random(seed));
    }
  }

  private static void play(Random random) {
    UnitScheduler book = new UnitScheduler();
    Map<String, WorkerNode> nodes = new HashMap<>();
    List<Assignment> out = new ArrayList<>();
    Map<String, Integer> settled = new HashMap<>();
    Map<String, Map<Integer, Integer>> leadersOf = new HashMap<>();
    int total = 0;
    for (int run = 0; run < 3; run++) {
      int count = 1 + random.nextInt(30);
      total += count;
      Map<Integer, Integer> leaders = new HashMap<>();
      for (int unit = 1; unit < count; unit++) {
        if (random.nextBoolean()) {
          leaders.put(unit, random.nextInt(unit));
        }
      }
      leadersOf.put("run" + run, leaders);
      book.add("run" + run, Priority.values()[random.nextInt(3)], units(count), leaders);
    }
    int serial = 0;
    for (int step = 0; settled.size() < total; step++) {
      assertTrue(step < 10_000, "it ends");
      if (nodes.size() < 2 || random.nextInt(20) == 0) {
        WorkerNode node = new WorkerNode("n" + serial, "n" + serial++, 1 + random.nextInt(3));
        nodes.put(node.id(), node);
        book.nodes(nodes.values());
      }
      if (nodes.size() > 2 && random.nextInt(10) == 0) {
        String victim = nodes.keySet().iterator().next();
        nodes.remove(victim);
        book.nodes(nodes.values());
        for (Assignment lost : out.stream().filter(o -> o.node().id().equals(victim)).toList()) {
          out.remove(lost);
          settle(book.broke(lost, false), lost, settled);
        }
      }
      for (Assignment next = book.next(); next != null; next = book.next()) {
        assertTrue(nodes.containsKey(next.node().id()), "sent to a node that is there");
        Integer leader = leadersOf.get(next.runId()).get(next.unit());
        assertTrue(
            leader == null || settled.containsKey(next.runId() + "/" + leader),
            "sent after what it starts from");
        out.add(next);
      }
      if (!out.isEmpty()) {
        Assignment one = out.remove(random.nextInt(out.size()));
        switch (random.nextInt(6)) {
          case 0 -> settle(book.broke(one, true), one, settled);
          case 1 -> book.refused(one);
          default -> {
            book.settled(one, random.nextDouble());
            settled.merge(one.runId() + "/" + one.unit(), 1, Integer::sum);
          }
        }
      }
    }
    assertTrue(settled.values().stream().allMatch(times -> times == 1));
    assertEquals(0, book.waiting());
    assertNull(book.next());
  }

  private static void settle(Verdict verdict, Assignment unit, Map<String, Integer> settled) {
    if (verdict != Verdict.AGAIN) {
      settled.merge(unit.runId() + "/" + unit.unit(), 1, Integer::sum);
    }
  }
}
