package org.gridclear.network;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Grids of a few buses for tests that compare with a whole calculation. */
public final class SmallGrids {
  private SmallGrids() {}

  /** Lines between buses by their numbers; line l is called {@code l}, bus b {@code b}. */
  public static Network of(int buses, int[]... ends) {
    List<Branch> branches = new ArrayList<>();
    for (int[] each : ends) {
      branches.add(line(String.valueOf(branches.size()), each[0], each[1]));
    }
    return of(buses, branches);
  }

  /** A grid of these branches, on a base of 100 MVA, its first bus the reference. */
  public static Network of(int buses, List<Branch> branches) {
    List<Bus> list = new ArrayList<>();
    for (int b = 0; b < buses; b++) {
      list.add(Bus.of(String.valueOf(b), "").with(b == 0 ? BusType.REFERENCE : BusType.PQ));
    }
    List<Generator> none = List.of();
    return new Network(
        "small", 100, list, branches, none, List.of(), List.of(), List.of(), List.of());
  }

  /** A connected grid: a random tree and further lines, some of them parallel or loops. */
  public static Network random(SplittableRandom random, int buses, int further) {
    int[][] ends = new int[buses - 1 + further][];
    for (int b = 1; b < buses; b++) {
      ends[b - 1] = new int[] {random.nextInt(b), b};
    }
    for (int l = buses - 1; l < ends.length; l++) {
      ends[l] = new int[] {random.nextInt(buses), random.nextInt(buses)};
    }
    return of(buses, ends);
  }

  private static Branch line(String id, int from, int to) {
    return new Branch(
        id,
        String.valueOf(from),
        String.valueOf(to),
        BranchKind.LINE,
        0.01,
        0.1,
        0,
        1,
        0,
        Branch.Ratings.UNLIMITED,
        true);
  }
}
