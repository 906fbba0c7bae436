package org.gridclear.network.topology;

import java.util.Arrays;

/**
 * What several outages at once cut off from one island. Searches start at every end of what is
 * taken out and grow in turn by one bus each; a search that runs dry has found a part, searches
 * that meet go on as one, and what the last one left would find is the rest of the island. So the
 * cost is that of the small parts, not of the network. Which of the parts lives says {@link
 * SplitPart}.
 */
public final class IslandedParts {
  private final Incidence incidence;
  private final boolean[] inService;
  private final int[] owner;
  private int[] touched = new int[64];
  private int touchedCount;
  private final BusWeights weights;

  /**
   * A search on a network; not safe for several threads.
   *
   * @param inService per branch, whether it connects its ends before the outage
   * @param weights what decides which part lives; may change between searches
   */
  public IslandedParts(Incidence incidence, boolean[] inService, BusWeights weights) {
    this.incidence = incidence;
    this.inService = inService;
    this.weights = weights;
    this.owner = new int[incidence.index().busCount()];
    Arrays.fill(owner, -1);
  }

  /** An island before the outage: what it weighs in all, its reference bus and all its buses. */
  public record Island(SplitPart whole, int reference, int[] buses) {}

  /**
   * The buses that lose their connection to the part that lives; all of them where no unit runs in
   * any part.
   *
   * @param branchOut per branch, whether it is taken out
   * @param busOut buses that are taken out; they belong to the result
   * @param ends buses at the ends of what is taken out
   * @param island the island, weighed as the units are that run after the outage
   */
  public int[] find(boolean[] branchOut, int[] busOut, int[] ends, Island island) {
    touchedCount = 0;
    int seeds = 0;
    int[][] queue = new int[ends.length][];
    int[] head = new int[ends.length];
    int[] tail = new int[ends.length];
    int[] group = new int[ends.length];
    for (int bus : busOut) {
      claim(bus, Integer.MAX_VALUE);
    }
    for (int bus : ends) {
      if (owner[bus] < 0) {
        queue[seeds] = new int[] {bus, 0, 0, 0};
        tail[seeds] = 1;
        group[seeds] = seeds;
        claim(bus, seeds++);
      }
    }
    int active = seeds;
    boolean[] dry = new boolean[seeds];
    while (active > 1) {
      for (int s = 0; s < seeds && active > 1; s++) {
        if (dry[s]) {
          continue;
        }
        if (head[s] < tail[s]) {
          active -= grow(s, branchOut, queue, head, tail, group);
        } else {
          dry[s] = true;
          active -= lastOfGroup(s, group, dry, seeds) ? 1 : 0;
        }
      }
    }
    Found found = new Found(group, dry, seeds);
    int[] lost = lost(busOut, living(found, island), found, island);
    release();
    return lost;
  }

  /** Takes one bus from queue {@code s}; returns how many groups it merged away. */
  private int grow(int s, boolean[] branchOut, int[][] queue, int[] head, int[] tail, int[] group) {
    int bus = queue[s][head[s]++];
    int merged = 0;
    for (int entry = incidence.start(bus); entry < incidence.end(bus); entry++) {
      int l = incidence.branch(entry);
      int other = incidence.bus(entry);
      if (!inService[l] || branchOut[l] || owner[other] == Integer.MAX_VALUE) {
        continue;
      }
      if (owner[other] < 0) {
        claim(other, s);
        if (tail[s] == queue[s].length) {
          queue[s] = Arrays.copyOf(queue[s], 2 * tail[s]);
        }
        queue[s][tail[s]++] = other;
      } else if (group[owner[other]] != group[s]) {
        int from = group[owner[other]];
        int to = group[s];
        for (int k = 0; k < group.length; k++) {
          group[k] = group[k] == from ? to : group[k];
        }
        merged++;
      }
    }
    return merged;
  }

  private static boolean lastOfGroup(int s, int[] group, boolean[] dry, int seeds) {
    return new Found(group, dry, seeds).whole(group[s]);
  }

  /** The searches: of which group each is, and whether it ran dry. */
  private record Found(int[] group, boolean[] dry, int seeds) {
    /** Whether a group has found the whole of its part. */
    boolean whole(int of) {
      for (int s = 0; s < seeds; s++) {
        if (!dry[s] && group[s] == of) {
          return false;
        }
      }
      return true;
    }
  }

  /** Group of the part that lives; -1 if no unit runs in any. */
  private int living(Found found, Island island) {
    SplitPart[] parts = new SplitPart[found.seeds];
    Arrays.fill(parts, SplitPart.EMPTY);
    SplitPart rest = island.whole();
    for (int k = 0; k < touchedCount; k++) {
      int bus = touched[k];
      boolean reference = bus == island.reference();
      if (owner[bus] == Integer.MAX_VALUE) {
        rest = rest.without(SplitPart.EMPTY.with(weights, bus, reference));
      } else if (found.whole(found.group[owner[bus]])) {
        int of = found.group[owner[bus]];
        rest = rest.without(SplitPart.EMPTY.with(weights, bus, reference));
        parts[of] = parts[of].with(weights, bus, reference);
      }
    }
    int best = -1;
    for (int s = 0; s < found.seeds; s++) {
      if (found.group[s] == s) {
        parts[s] = found.whole(s) ? parts[s] : rest;
        int order = best < 0 ? 1 : parts[s].against(parts[best]);
        if (order > 0 || (order == 0 && first(s, found, island) < first(best, found, island))) {
          best = s;
        }
      }
    }
    return best < 0 || parts[best].units() == 0 ? -1 : best;
  }

  private int first(int of, Found found, Island island) {
    return Arrays.stream(island.buses())
        .filter(bus -> isIn(bus, of, found))
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  /** Whether a bus of the island is in the part of a group. */
  private boolean isIn(int bus, int of, Found found) {
    if (owner[bus] == Integer.MAX_VALUE) {
      return false;
    }
    boolean claimed = owner[bus] >= 0 && found.group[owner[bus]] == of;
    boolean elsewhere = owner[bus] >= 0 && found.whole(found.group[owner[bus]]);
    return claimed || (!found.whole(of) && !elsewhere);
  }

  private int[] lost(int[] busOut, int living, Found found, Island island) {
    if (living < 0 || found.whole(living)) {
      return Arrays.stream(island.buses())
          .filter(bus -> living < 0 || !isIn(bus, living, found))
          .toArray();
    }
    int[] lost = Arrays.copyOf(busOut, busOut.length + touchedCount);
    int count = busOut.length;
    for (int k = 0; k < touchedCount; k++) {
      int bus = touched[k];
      if (owner[bus] != Integer.MAX_VALUE && found.whole(found.group[owner[bus]])) {
        lost[count++] = bus;
      }
    }
    return Arrays.copyOf(lost, count);
  }

  private void claim(int bus, int by) {
    if (owner[bus] < 0) {
      if (touchedCount == touched.length) {
        touched = Arrays.copyOf(touched, 2 * touchedCount);
      }
      touched[touchedCount++] = bus;
    }
    owner[bus] = by;
  }

  private void release() {
    for (int k = 0; k < touchedCount; k++) {
      owner[touched[k]] = -1;
    }
  }
}
