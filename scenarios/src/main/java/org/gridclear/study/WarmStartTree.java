package org.gridclear.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gridclear.market.MarketDay;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;

/**
 * From which case the search of every other one starts: the most similar one that is cleared before
 * it. The base is the first; the next is always the case that is farthest from all before it
 * (Gonzalez 1985, Clustering to minimize the maximum intercluster distance), so that a few cases
 * far apart soon leave a near one to every other, and none waits for many. It follows from the
 * study alone, and so is the same on any grid.
 */
public final class WarmStartTree {
  /** In a study of more cases all start from the base: the tree takes a time of cases squared. */
  static final int CASES_MAX = 1_000;

  /** What a case with no other before it starts from. */
  public static final int NONE = -1;

  private static final double PLACED = -1;

  private WarmStartTree() {}

  /**
   * The case that each case starts from, by their numbers in the study; {@link #NONE} for the base
   * and for cases that are the same.
   */
  public static List<Integer> of(StudyDefinition study) {
    Map<String, Integer> firstOfChanges = new HashMap<>();
    List<Integer> different = new ArrayList<>();
    for (int k = 0; k < study.cases().size(); k++) {
      if (firstOfChanges.putIfAbsent(study.cases().get(k).changes(), different.size()) == null) {
        different.add(k);
      }
    }
    List<Integer> starts =
        different.size() > CASES_MAX
            ? new ArrayList<>(Collections.nCopies(different.size(), 0))
            : tree(profiles(study, different));
    starts.set(0, NONE);
    return study.cases().stream()
        .map(
            each ->
                Objects.requireNonNull(
                    starts.get(Objects.requireNonNull(firstOfChanges.get(each.changes())))))
        .map(start -> start == NONE ? NONE : different.get(start))
        .toList();
  }

  private static List<Optional<CaseProfile>> profiles(StudyDefinition study, List<Integer> cases) {
    CaseProfile.Measure measure = new CaseProfile.Measure(study.base());
    return cases.stream().map(k -> profile(study.cases().get(k), study.base(), measure)).toList();
  }

  /**
   * Empty for a case that cannot be cleared, and for one that changes offers of units alone: two of
   * these have much the same mean price and yet differ by the offers of both, each from the base by
   * its own.
   */
  private static Optional<CaseProfile> profile(
      CaseOverlay overlay, MarketDay base, CaseProfile.Measure measure) {
    if (overlay.changesOffersAlone()) {
      return Optional.empty();
    }
    try {
      IssueLog log = new IssueLog("case " + overlay.name());
      return Optional.of(new CaseProfile(overlay.applied(base, log).day(), measure));
    } catch (InvalidInputException refused) {
      return Optional.empty();
    }
  }

  /** Those without a profile start from the first one, and none from them. */
  private static List<Integer> tree(List<Optional<CaseProfile>> profiles) {
    int count = profiles.size();
    int[] start = new int[count];
    double[] distance = new double[count];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    int next = 0;
    while (next >= 0) {
      CaseProfile placed = profiles.get(next).orElseThrow();
      distance[next] = PLACED;
      int farthest = -1;
      for (int k = 1; k < count; k++) {
        if (distance[k] == PLACED || profiles.get(k).isEmpty()) {
          continue;
        }
        double away = profiles.get(k).get().distance(placed);
        if (away < distance[k]) {
          distance[k] = away;
          start[k] = next;
        }
        farthest = farthest < 0 || distance[k] > distance[farthest] ? k : farthest;
      }
      next = farthest;
    }
    return new ArrayList<>(Arrays.stream(start).boxed().toList());
  }
}
