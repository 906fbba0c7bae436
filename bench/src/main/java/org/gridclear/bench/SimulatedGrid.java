package org.gridclear.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;
import org.gridclear.run.DispatchBook;
import org.gridclear.run.DispatchBook.Assignment;
import org.gridclear.run.Priority;
import org.gridclear.run.WorkerNode;

/**
 * A grid of virtual nodes under a virtual clock, driven by the dispatch book that coordinators use.
 * The coordinator is one server in a row: every unit that it sends and every answer that it takes
 * costs it time. Nodes serve their units in order. Nothing here waits for a real clock.
 */
final class SimulatedGrid {
  /** Time after which a lost node is noticed, as Ignite is set up. */
  private static final double LOSS_NOTICED_SECONDS = 6;

  /**
   * What is simulated.
   *
   * @param nodes nodes
   * @param slots units that each does at a time
   * @param units units of the run
   * @param sendSeconds coordinator's time to send a unit
   * @param takeSeconds coordinator's time to take an answer
   * @param wayOutSeconds from the coordinator to the start on an idle node
   * @param wayBackSeconds from the end on a node to the coordinator
   * @param serviceSeconds times of units, drawn from with replacement, or in order if there are as
   *     many as units
   * @param stragglerShare share of units that take ten times as long
   * @param lostNodes nodes that are lost, spread over the run, for good
   * @param seed of what is drawn
   */
  record Setting(
      int nodes,
      int slots,
      int units,
      double sendSeconds,
      double takeSeconds,
      double wayOutSeconds,
      double wayBackSeconds,
      double[] serviceSeconds,
      double stragglerShare,
      int lostNodes,
      long seed) {}

  /**
   * What came out.
   *
   * @param seconds virtual time from the first unit sent to the last answer taken
   * @param efficiency share of the slots' time that went into service that counted
   * @param coordinatorBusy share of the time in which the coordinator was busy
   * @param retries units that were sent again
   * @param bookNanos real time that the dispatch book took per unit
   */
  record Outcome(
      double seconds, double efficiency, double coordinatorBusy, int retries, double bookNanos) {}

  private record Event(double at, long order, int node, int unit, Kind kind)
      implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      int byTime = Double.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private enum Kind {
    ARRIVES,
    SERVED,
    ANSWERS,
    DIES,
    NOTICED
  }

  private static final class Node {
    private final Deque<Integer> queue = new ArrayDeque<>();
    private final Map<Integer, Assignment> has = new HashMap<>();
    private int busy;
    private boolean dead;
  }

  private final Setting setting;
  private final Random random;
  private final DispatchBook book = new DispatchBook();
  private final List<WorkerNode> workers = new ArrayList<>();
  private final Node[] nodes;
  private final double[] service;
  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private long order;
  private double coordinatorFree;
  private double coordinatorBusy;
  private long bookNanos;
  private int answered;
  private int retries;
  private double useful;

  SimulatedGrid(Setting setting) {
    this.setting = setting;
    random = new Random(setting.seed());
    nodes = new Node[setting.nodes()];
    for (int n = 0; n < nodes.length; n++) {
      nodes[n] = new Node();
      workers.add(new WorkerNode(Integer.toString(n), "node-%05d".formatted(n), setting.slots()));
    }
    double[] given = setting.serviceSeconds();
    service = new double[setting.units()];
    for (int u = 0; u < service.length; u++) {
      service[u] = given.length == service.length ? given[u] : given[random.nextInt(given.length)];
      service[u] *= random.nextDouble() < setting.stragglerShare() ? 10 : 1;
    }
  }

  Outcome run() {
    book.nodes(workers);
    book.add("run", Priority.NORMAL, IntStream.range(0, service.length).boxed().toList(), -1);
    double ideal =
        IntStream.range(0, service.length).mapToDouble(u -> service[u]).sum()
            / (setting.nodes() * setting.slots());
    for (int k = 0; k < setting.lostNodes(); k++) {
      double at = ideal * (k + 0.5) / setting.lostNodes();
      add(at, random.nextInt(nodes.length), -1, Kind.DIES);
    }
    send(0);
    double now = 0;
    while (answered < service.length) {
      Event event = events.remove();
      now = event.at();
      handle(event);
    }
    double seconds = Math.max(now, coordinatorFree);
    return new Outcome(
        seconds,
        useful / (seconds * setting.nodes() * setting.slots()),
        coordinatorBusy / seconds,
        retries,
        bookNanos / (double) service.length);
  }

  private void add(double at, int node, int unit, Kind kind) {
    events.add(new Event(at, order++, node, unit, kind));
  }

  private void handle(Event event) {
    Node node = nodes[event.node()];
    switch (event.kind()) {
      case ARRIVES -> {
        if (!node.dead) {
          node.queue.add(event.unit());
          serve(event.node(), event.at());
        }
      }
      case SERVED -> {
        if (!node.dead) {
          node.busy--;
          add(event.at() + setting.wayBackSeconds(), event.node(), event.unit(), Kind.ANSWERS);
          serve(event.node(), event.at());
        }
      }
      case ANSWERS -> answer(event);
      case DIES -> {
        node.dead = true;
        add(event.at() + LOSS_NOTICED_SECONDS, event.node(), -1, Kind.NOTICED);
      }
      case NOTICED -> lost(event);
    }
  }

  private void serve(int n, double now) {
    Node node = nodes[n];
    while (node.busy < setting.slots() && !node.queue.isEmpty()) {
      int unit = node.queue.poll();
      node.busy++;
      add(now + service[unit], n, unit, Kind.SERVED);
    }
  }

  private void answer(Event event) {
    Assignment assignment = nodes[event.node()].has.remove(event.unit());
    if (assignment == null) {
      return;
    }
    occupy(event.at(), setting.takeSeconds());
    long start = System.nanoTime();
    book.settled(assignment, service[event.unit()]);
    bookNanos += System.nanoTime() - start;
    useful += service[event.unit()];
    answered++;
    send(event.at());
  }

  private void lost(Event event) {
    Node node = nodes[event.node()];
    workers.removeIf(worker -> worker.id().equals(Integer.toString(event.node())));
    book.nodes(workers);
    for (Assignment assignment : new ArrayList<>(node.has.values())) {
      book.broke(assignment, false);
      retries++;
    }
    node.has.clear();
    send(event.at());
  }

  private double occupy(double from, double seconds) {
    coordinatorFree = Math.max(coordinatorFree, from) + seconds;
    coordinatorBusy += seconds;
    return coordinatorFree;
  }

  private void send(double now) {
    while (true) {
      long start = System.nanoTime();
      Assignment next = book.next();
      bookNanos += System.nanoTime() - start;
      if (next == null) {
        return;
      }
      double sent = occupy(now, setting.sendSeconds());
      int n = Integer.parseInt(next.node().id());
      nodes[n].has.put(next.unit(), next);
      add(sent + setting.wayOutSeconds(), n, next.unit(), Kind.ARRIVES);
    }
  }
}
