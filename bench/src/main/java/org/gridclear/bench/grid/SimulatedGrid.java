package org.gridclear.bench.grid;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;
import org.gridclear.run.dispatch.Priority;
import org.gridclear.run.dispatch.UnitScheduler;
import org.gridclear.run.dispatch.UnitScheduler.Assignment;
import org.gridclear.run.dispatch.WorkerNode;

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
   * @param messageSeconds coordinator's time for a message to a node and its answer
   * @param unitSeconds coordinator's time for each unit in a message
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
      double messageSeconds,
      double unitSeconds,
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

  /** Units that go to a node in one message; it serves them one after the other. */
  private static final class Batch {
    private final List<Integer> units = new ArrayList<>();
  }

  /** What comes with an event that is of a node alone. */
  private static final Batch NO_UNITS = new Batch();

  private record Event(double at, long order, int node, Batch batch, Kind kind)
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
    private final Deque<Batch> queue = new ArrayDeque<>();
    private final Map<Integer, Assignment> has = new HashMap<>();
    private int busy;
    private boolean dead;
  }

  private final Setting setting;
  private final Random random;
  private final UnitScheduler book = new UnitScheduler();
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
    book.add("run", Priority.NORMAL, IntStream.range(0, service.length).boxed().toList(), Map.of());
    double ideal =
        IntStream.range(0, service.length).mapToDouble(u -> service[u]).sum()
            / (setting.nodes() * setting.slots());
    for (int k = 0; k < setting.lostNodes(); k++) {
      double at = ideal * (k + 0.5) / setting.lostNodes();
      add(at, random.nextInt(nodes.length), NO_UNITS, Kind.DIES);
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

  private void add(double at, int node, Batch batch, Kind kind) {
    events.add(new Event(at, order++, node, batch, kind));
  }

  private void handle(Event event) {
    Node node = nodes[event.node()];
    switch (event.kind()) {
      case ARRIVES -> {
        if (!node.dead) {
          node.queue.add(event.batch());
          serve(event.node(), event.at());
        }
      }
      case SERVED -> {
        if (!node.dead) {
          node.busy--;
          add(event.at() + setting.wayBackSeconds(), event.node(), event.batch(), Kind.ANSWERS);
          serve(event.node(), event.at());
        }
      }
      case ANSWERS -> answer(event);
      case DIES -> {
        node.dead = true;
        add(event.at() + LOSS_NOTICED_SECONDS, event.node(), NO_UNITS, Kind.NOTICED);
      }
      case NOTICED -> lost(event);
    }
  }

  private void serve(int n, double now) {
    Node node = nodes[n];
    while (node.busy < setting.slots() && !node.queue.isEmpty()) {
      Batch batch = node.queue.poll();
      node.busy++;
      double seconds = batch.units.stream().mapToDouble(unit -> service[unit]).sum();
      add(now + seconds, n, batch, Kind.SERVED);
    }
  }

  private void answer(Event event) {
    Node node = nodes[event.node()];
    if (node.has.get(event.batch().units.get(0)) == null) {
      return;
    }
    occupy(event.at(), setting.messageSeconds() / 2);
    for (int unit : event.batch().units) {
      occupy(event.at(), setting.unitSeconds() / 2);
      long start = System.nanoTime();
      book.settled(node.has.remove(unit), service[unit]);
      bookNanos += System.nanoTime() - start;
      useful += service[unit];
      answered++;
    }
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

  /** Sends as the dispatching actor does: units of one node together, up to the book's batch. */
  private void send(double now) {
    Map<Integer, Batch> batches = new LinkedHashMap<>();
    while (true) {
      long start = System.nanoTime();
      Assignment next = book.next();
      bookNanos += System.nanoTime() - start;
      if (next == null) {
        batches.forEach((n, batch) -> send(now, n, batch));
        return;
      }
      int n = Integer.parseInt(next.node().id());
      nodes[n].has.put(next.unit(), next);
      Batch batch = batches.computeIfAbsent(n, key -> new Batch());
      batch.units.add(next.unit());
      if (batch.units.size() >= book.batch("run")) {
        send(now, n, batches.remove(n));
      }
    }
  }

  private void send(double now, int n, Batch batch) {
    double seconds = setting.messageSeconds() / 2 + batch.units.size() * setting.unitSeconds() / 2;
    add(occupy(now, seconds) + setting.wayOutSeconds(), n, batch, Kind.ARRIVES);
  }
}
