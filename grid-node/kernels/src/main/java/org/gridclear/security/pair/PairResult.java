package org.gridclear.security.pair;

import java.util.List;

/**
 * What all pairs of branch outages do. Every pair is in exactly one of four groups: one of its
 * branches cuts buses off alone ({@link #bridgePairs}), both do together ({@link #cutPairs}), the
 * equations that are left have no solution ({@link #unsolved}), or it is screened ({@link
 * #screened}).
 *
 * @param outages branches in service that fail
 * @param pairs pairs of them
 * @param bridges branches that cut buses off alone: with any other one they do so, too
 * @param bridgePairs pairs with at least one of these
 * @param cutPairs pairs that cut buses off while none of the two does alone
 * @param unsolved other pairs without a solution, {@code {first, second}}
 * @param screened pairs whose flows are known to be within limits or listed
 * @param overloads all overloads that screened pairs bring, by first and second outage and branch
 * @param evaluated loadings that had to be computed; all others are within limits by bounds
 */
public record PairResult(
    int outages,
    long pairs,
    List<CutOff> bridges,
    long bridgePairs,
    List<CutOff> cutPairs,
    List<int[]> unsolved,
    long screened,
    List<PairOverload> overloads,
    long evaluated) {
  public PairResult {
    bridges = List.copyOf(bridges);
    cutPairs = List.copyOf(cutPairs);
    unsolved = List.copyOf(unsolved);
    overloads = List.copyOf(overloads);
  }
}
