package org.gridclear.run.dispatch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.TreeMap;

/**
 * A past run once more on other nodes: its units with the times that they took, in the order of the
 * book by which units are dispatched. The way to a node and back takes no time here, and a unit
 * takes as long on every node.
 */
public final class NodeReplay {
  private static final String RUN = "replay";

  private final Map<Integer, Double> secondsOfUnit;
  private final Map<Integer, Integer> leaders;

  /**
   * The units of a run.
   *
   * @param secondsOfUnit how long each took that a node worked on
   * @param leaders units that wait for another one to be settled, with that one
   */
  public NodeReplay(Map<Integer, Double> secondsOfUnit, Map<Integer, Integer> leaders) {
    this.secondsOfUnit = new TreeMap<>(secondsOfUnit);
    this.leaders = Map.copyOf(leaders);
  }

  /**
   * A number of nodes and the time that the run takes on them.
   *
   * @param nodes number of nodes
   * @param slots of them together
   * @param seconds from the first unit sent to the last answer
   */
  public record Point(int nodes, int slots, double seconds) {}

  /** A unit that a node ends. */
  private record End(double at, long order, WorkerNode node, UnitScheduler.Assignment what) {}

  /** A node at work: what it has beyond its slots waits in order. */
  private static final class Slots {
    private final Queue<UnitScheduler.Assignment> queue = new ArrayDeque<>();
    private int busy;
  }

  /** The time on these nodes, and on so many more of the same size as theirs in the mean. */
  public List<Point> points(Collection<WorkerNode> nodes, List<Integer> more) {
    int slots = nodes.stream().mapToInt(WorkerNode::slots).sum();
    int each = nodes.isEmpty() ? 1 : Math.max(1, slots / nodes.size());
    List<Point> points = new ArrayList<>();
    for (int added : more) {
      List<WorkerNode> all = new ArrayList<>(nodes);
      for (int k = 0; k < added; k++) {
        all.add(new WorkerNode("more-" + k, "more-" + k, each));
      }
      points.add(new Point(all.size(), slots + added * each, seconds(all)));
    }
    return points;
  }

  /**
   * The time on some nodes.
   *
   * @throws IllegalArgumentException without nodes
   */
  public double seconds(Collection<WorkerNode> nodes) {
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("Without nodes nothing is done.");
    }
    UnitScheduler book = new UnitScheduler();
    book.nodes(nodes);
    book.add(RUN, Priority.NORMAL, secondsOfUnit.keySet(), leaders);
    Map<String, Slots> slots = new HashMap<>();
    nodes.forEach(node -> slots.put(node.id(), new Slots()));
    PriorityQueue<End> ends =
        new PriorityQueue<>(Comparator.comparingDouble(End::at).thenComparingLong(End::order));
    double now = 0;
    long order = 0;
    order = send(book, slots, ends, now, order);
    while (!ends.isEmpty()) {
      End end = ends.remove();
      now = end.at();
      Objects.requireNonNull(slots.get(end.node().id())).busy--;
      book.settled(end.what(), Objects.requireNonNull(secondsOfUnit.get(end.what().unit())));
      order = serve(end.node(), slots.get(end.node().id()), ends, now, order);
      order = send(book, slots, ends, now, order);
    }
    return now;
  }

  private long send(
      UnitScheduler book, Map<String, Slots> slots, Queue<End> ends, double now, long order) {
    long last = order;
    for (UnitScheduler.Assignment next = book.next(); next != null; next = book.next()) {
      Slots at = Objects.requireNonNull(slots.get(next.node().id()));
      at.queue.add(next);
      last = serve(next.node(), at, ends, now, last);
    }
    return last;
  }

  private long serve(WorkerNode node, Slots at, Queue<End> ends, double now, long order) {
    long last = order;
    while (at.busy < node.slots() && !at.queue.isEmpty()) {
      UnitScheduler.Assignment what = at.queue.remove();
      at.busy++;
      ends.add(
          new End(
              now + Objects.requireNonNull(secondsOfUnit.get(what.unit())), last++, node, what));
    }
    return last;
  }
}
