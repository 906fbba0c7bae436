package org.gridclear.run.dispatch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which unit of which run goes to which node next (docs/grid.md §2). One per coordinator, over all
 * its runs. It knows no clock, no thread and no grid: the actor that dispatches and the simulation
 * drive the same book.
 */
public final class UnitScheduler {
  /** A unit is sent at most this often. */
  public static final int ATTEMPTS_MAX = 3;

  /** A unit that ended so many solver processes is quarantined. */
  public static final int CRASHES_MAX = 2;

  private static final double SHORT_SECONDS = 2;
  private static final double TINY_SECONDS = 0.02;
  private static final int AHEAD_SHORT = 2;
  private static final int BATCH_MAX = 256;
  private static final double MEAN_WEIGHT = 0.1;

  private final Map<String, Lane> lanes = new LinkedHashMap<>();
  private final Map<String, Load> loads = new HashMap<>();
  private final TreeSet<Load> byShare =
      new TreeSet<>(
          Comparator.comparingDouble(Load::share)
              .thenComparing(load -> load.node.name())
              .thenComparing(load -> load.node.id()));
  private int slots;
  private long serial;

  /**
   * A unit on its way.
   *
   * @param runId its run
   * @param unit its number in the run's plan
   * @param node where it goes
   * @param attempt 1 for the first time
   */
  public record Assignment(String runId, int unit, WorkerNode node, int attempt) {}

  /** What a lost attempt means for a unit. */
  public enum Verdict {
    /** It waits for another node. */
    AGAIN,
    /** It has been tried often enough. */
    GIVEN_UP,
    /** It ends solver processes and is not tried again. */
    QUARANTINED
  }

  /** A node and what it has to do. */
  private static final class Load {
    private WorkerNode node;
    private int units;
    private boolean gone;

    Load(WorkerNode node) {
      this.node = node;
    }

    double share() {
      return units / (double) node.slots();
    }
  }

  /** A unit that has been sent before. */
  private static final class Tried {
    private final int unit;
    private int attempts;
    private int crashes;
    private @Nullable String lastNode;

    Tried(int unit) {
      this.unit = unit;
    }
  }

  /** The units of a run. */
  private static final class Lane {
    private final String runId;
    private final Priority priority;
    private final long serial;
    private final Deque<Integer> fresh = new ArrayDeque<>();
    private final Deque<Tried> again = new ArrayDeque<>();
    private final Map<Integer, Tried> tried = new HashMap<>();

    /** Units that start from another one's outcome and wait until that is settled. */
    private final Map<Integer, List<Integer>> followers = new HashMap<>();

    private int underWay;
    private double meanSeconds = SHORT_SECONDS;

    /** The node that gets units until a message is full, and how many it has got. */
    private @Nullable Load filling;

    private int filled;

    Lane(String runId, Priority priority, long serial) {
      this.runId = runId;
      this.priority = priority;
      this.serial = serial;
    }

    boolean waits() {
      return !again.isEmpty() || !fresh.isEmpty();
    }

    /** Lets go what waits for a unit. */
    void free(int leader) {
      List<Integer> freed = followers.remove(leader);
      if (freed != null) {
        fresh.addAll(freed);
      }
    }

    int waiting() {
      return fresh.size() + again.size() + followers.values().stream().mapToInt(List::size).sum();
    }

    /** Units per slot that a node may have: more than one hides the way there and back. */
    int ahead(int totalSlots) {
      boolean plenty = fresh.size() > 4 * totalSlots;
      if (!plenty || meanSeconds >= SHORT_SECONDS) {
        return 1;
      }
      return Math.max(AHEAD_SHORT, 2 * batch(totalSlots));
    }

    /** Units that go in one message: about {@link #TINY_SECONDS} of work. */
    int batch(int totalSlots) {
      int fair = fresh.size() / Math.max(1, 4 * totalSlots);
      return (int) Math.max(1, Math.min(Math.min(BATCH_MAX, fair), TINY_SECONDS / meanSeconds));
    }
  }

  /** The nodes there are now. */
  public void nodes(Collection<WorkerNode> present) {
    Map<String, WorkerNode> byId = new HashMap<>();
    present.forEach(node -> byId.put(node.id(), node));
    for (Iterator<Load> known = loads.values().iterator(); known.hasNext(); ) {
      Load load = known.next();
      if (!byId.containsKey(load.node.id()) && !load.gone) {
        load.gone = true;
        byShare.remove(load);
        slots -= load.node.slots();
        if (load.units == 0) {
          known.remove();
        }
      }
    }
    for (WorkerNode node : present) {
      Load load = loads.computeIfAbsent(node.id(), id -> new Load(node));
      if (load.gone || !byShare.contains(load)) {
        load.gone = false;
        load.node = node;
        byShare.add(load);
        slots += node.slots();
      }
    }
  }

  /** Number of nodes that take units. */
  public int nodeCount() {
    return byShare.size();
  }

  /**
   * Takes a run in.
   *
   * @param units numbers of the units that have no outcome yet
   * @param leaders units that wait for another one to be settled, with that one
   */
  public void add(
      String runId, Priority priority, Collection<Integer> units, Map<Integer, Integer> leaders) {
    Lane lane = new Lane(runId, priority, serial++);
    Set<Integer> open = new HashSet<>(units);
    for (int unit : units) {
      Integer leader = leaders.get(unit);
      if (leader != null && open.contains(leader)) {
        lane.followers.computeIfAbsent(leader, key -> new ArrayList<>()).add(unit);
      } else {
        lane.fresh.add(unit);
      }
    }
    lanes.put(runId, lane);
  }

  /** Forgets a run; what it has under way still counts for its nodes until it is answered. */
  public void remove(String runId) {
    lanes.remove(runId);
  }

  /** How many units of a run go to a node in one message, at most. */
  public int batch(String runId) {
    Lane lane = lanes.get(runId);
    return lane == null ? 1 : lane.batch(slots);
  }

  /** The next unit to send; null if none can be sent now. */
  public @Nullable Assignment next() {
    List<Lane> waiting = new ArrayList<>();
    for (Lane lane : lanes.values()) {
      if (lane.waits()) {
        waiting.add(lane);
      }
    }
    while (!waiting.isEmpty()) {
      Lane best = waiting.get(0);
      for (Lane lane : waiting) {
        best = goesBefore(lane, best) ? lane : best;
      }
      Assignment assignment = send(best);
      if (assignment != null) {
        return assignment;
      }
      waiting.remove(best);
    }
    return null;
  }

  /** Whether a node may have so many more units of a run. */
  private boolean fits(Load load, int units, Lane lane) {
    return load.units + units <= lane.ahead(slots) * load.node.slots();
  }

  private static boolean goesBefore(Lane one, Lane other) {
    int priority = one.priority.compareTo(other.priority);
    if (priority != 0) {
      return priority > 0;
    }
    return one.underWay == other.underWay
        ? one.serial < other.serial
        : one.underWay < other.underWay;
  }

  /**
   * The node whose message is not full yet, or the one with most room if a whole message fits, so
   * that messages stay full while units are short; null if there is none.
   */
  private @Nullable Load roomiest(Lane lane) {
    Load load = lane.filling;
    boolean goOn =
        load != null
            && lane.filled < lane.batch(slots)
            && fits(load, 1, lane)
            && byShare.contains(load);
    if (goOn) {
      return load;
    }
    Load first = byShare.first();
    return fits(first, lane.batch(slots), lane) ? first : null;
  }

  /** Sends a unit that was sent before, else a fresh one; null if no node has room. */
  private @Nullable Assignment send(Lane lane) {
    if (byShare.isEmpty()) {
      return null;
    }
    for (Tried tried : lane.again) {
      Load load = otherThan(tried.lastNode, lane);
      if (load != null) {
        lane.again.remove(tried);
        tried.lastNode = load.node.id();
        return sent(lane, tried.unit, load, ++tried.attempts);
      }
    }
    Load load = !lane.fresh.isEmpty() ? roomiest(lane) : null;
    if (load == null) {
      return null;
    }
    lane.filled = load == lane.filling && lane.filled < lane.batch(slots) ? lane.filled + 1 : 1;
    lane.filling = load;
    return sent(lane, lane.fresh.poll(), load, 1);
  }

  private Assignment sent(Lane lane, int unit, Load load, int attempt) {
    lane.underWay++;
    book(load, 1);
    return new Assignment(lane.runId, unit, load.node, attempt);
  }

  /** The node with most room that is not this one, unless there is no other. */
  private @Nullable Load otherThan(@Nullable String nodeId, Lane lane) {
    for (Load load : byShare) {
      if (!fits(load, 1, lane)) {
        return null;
      }
      if (!load.node.id().equals(nodeId) || byShare.size() == 1) {
        return load;
      }
    }
    return null;
  }

  private void book(Load load, int units) {
    boolean listed = byShare.remove(load);
    load.units += units;
    if (listed) {
      byShare.add(load);
    } else if (load.units == 0) {
      loads.remove(load.node.id());
    }
  }

  private @Nullable Lane back(Assignment assignment) {
    Load load = loads.get(assignment.node().id());
    if (load != null) {
      book(load, -1);
    }
    Lane lane = lanes.get(assignment.runId());
    if (lane != null) {
      lane.underWay--;
    }
    return lane;
  }

  /**
   * A unit was answered for good.
   *
   * @param seconds how long the node worked on it
   */
  public void settled(Assignment assignment, double seconds) {
    Lane lane = back(assignment);
    if (lane == null) {
      return;
    }
    lane.meanSeconds += MEAN_WEIGHT * (seconds - lane.meanSeconds);
    lane.tried.remove(assignment.unit());
    lane.free(assignment.unit());
  }

  /** A node did not take a unit: it waits again, and no attempt is lost. */
  public void refused(Assignment assignment) {
    Lane lane = back(assignment);
    if (lane != null) {
      Tried tried = tried(lane, assignment);
      tried.attempts--;
      lane.again.add(tried);
    }
  }

  /**
   * A unit came back without an answer.
   *
   * @param crashed whether it ended a solver process, rather than losing its node
   */
  public Verdict broke(Assignment assignment, boolean crashed) {
    Lane lane = back(assignment);
    if (lane == null) {
      return Verdict.GIVEN_UP;
    }
    Tried tried = tried(lane, assignment);
    tried.crashes += crashed ? 1 : 0;
    if (tried.crashes >= CRASHES_MAX || tried.attempts >= ATTEMPTS_MAX) {
      lane.tried.remove(assignment.unit());
      lane.free(assignment.unit());
      return tried.crashes >= CRASHES_MAX ? Verdict.QUARANTINED : Verdict.GIVEN_UP;
    }
    lane.again.add(tried);
    return Verdict.AGAIN;
  }

  private static Tried tried(Lane lane, Assignment assignment) {
    Tried tried =
        lane.tried.computeIfAbsent(
            assignment.unit(),
            unit -> {
              Tried first = new Tried(unit);
              first.attempts = assignment.attempt();
              return first;
            });
    tried.lastNode = assignment.node().id();
    return tried;
  }

  /** Units that wait, over all runs. */
  public int waiting() {
    return lanes.values().stream().mapToInt(Lane::waiting).sum();
  }
}
