package org.gridclear.topology;

import java.util.Arrays;

/**
 * What several outages at once cut off. Searches start at every end of what is taken out and grow
 * in turn by one bus each; a search that runs dry has found a part that is cut off, searches that
 * meet go on as one, and the last one left is the part that stays. So the cost is that of the small
 * parts, not of the network.
 */
public final class CutOff {
  private final Incidence incidence;
  private final boolean[] inService;
  private final int[] owner;
  private int[] touched = new int[64];
  private int touchedCount;

  /**
   * A search on a network; not safe for several threads.
   *
   * @param inService per branch, whether it connects its ends before the outage
   */
  public CutOff(Incidence incidence, boolean[] inService) {
    this.incidence = incidence;
    this.inService = inService;
    this.owner = new int[incidence.index().busCount()];
    Arrays.fill(owner, -1);
  }

  /**
   * The buses that lose their connection to the greater part of their island.
   *
   * @param branchOut per branch, whether it is taken out
   * @param busOut buses that are taken out; they belong to the result
   * @param ends buses at the ends of what is taken out
   */
  public int[] find(boolean[] branchOut, int[] busOut, int[] ends) {
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
    int[] lost = lost(busOut, group, dry, seeds);
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
    for (int k = 0; k < seeds; k++) {
      if (!dry[k] && group[k] == group[s]) {
        return false;
      }
    }
    return true;
  }

  private int[] lost(int[] busOut, int[] group, boolean[] dry, int seeds) {
    boolean[] groupLives = new boolean[seeds];
    for (int s = 0; s < seeds; s++) {
      groupLives[group[s]] |= !dry[s];
    }
    int[] lost = Arrays.copyOf(busOut, busOut.length + touchedCount);
    int count = busOut.length;
    for (int k = 0; k < touchedCount; k++) {
      int bus = touched[k];
      if (owner[bus] != Integer.MAX_VALUE && !groupLives[group[owner[bus]]]) {
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
