package org.gridclear.validate;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a person most likely meant. */
public final class NearestName {
  private static final int LISTED_MAX = 12;

  private NearestName() {}

  /**
   * The candidate with the least edit distance, if it is near enough to be meant; of several that
   * which starts alike for longest. A blank is no name, and never meant.
   */
  public static Optional<String> of(String name, Collection<String> candidates) {
    return within(Math.max(2, name.length() / 2), name, candidates);
  }

  /** As {@link #of}, where it must be hardly another name: a slip of the pen. */
  public static Optional<String> slip(String name, Collection<String> candidates) {
    return name.length() < 4 ? Optional.empty() : within(name.length() / 3, name, candidates);
  }

  private static Optional<String> within(int limit, String name, Collection<String> candidates) {
    return candidates.stream()
        .filter(candidate -> !candidate.isBlank() && distance(name, candidate) <= limit)
        .min(
            Comparator.comparingInt((String candidate) -> distance(name, candidate))
                .thenComparing(candidate -> -sharedStart(name, candidate))
                .thenComparing(NaturalOrder.OF_NAMES));
  }

  /** A sentence that proposes the nearest name, or lists what there is, 2 before 10. */
  public static String advice(String name, Collection<String> candidates) {
    return of(name, candidates)
        .map(near -> "Maybe you meant '%s'.".formatted(near))
        .orElseGet(() -> listed(candidates));
  }

  private static String listed(Collection<String> candidates) {
    List<String> names =
        candidates.stream().filter(each -> !each.isBlank()).sorted(NaturalOrder.OF_NAMES).toList();
    return names.isEmpty()
        ? "There is none."
        : "Known are: "
            + String.join(", ", names.subList(0, Math.min(LISTED_MAX, names.size())))
            + more(names.size() - LISTED_MAX);
  }

  private static String more(int left) {
    return left > 0 ? " and %d more.".formatted(left) : ".";
  }

  private static int sharedStart(String left, String right) {
    int k = 0;
    while (k < Math.min(left.length(), right.length()) && left.charAt(k) == right.charAt(k)) {
      k++;
    }
    return k;
  }

  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
