package org.gridclear.market.approval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.account.Actor;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.registry.AccountName;
import org.gridclear.market.store.approval.TransitionRow;

/**
 * Who had a hand in a version: two steps of two persons compare accounts, not roles or groups.
 *
 * @param accounts tells whether a name is an account's
 */
record VersionPeople(KnownAccounts accounts) {
  private static final int REASON_MAX = 2000;

  /**
   * The name of who does something, as it is kept.
   *
   * @throws IllegalArgumentException if it is none
   */
  static String name(String by) {
    String kept = AccountName.kept(by);
    if (kept.startsWith("(") && !kept.equals(DayApproval.AUTOMATIC)) {
      throw new IllegalArgumentException("The name (%s) is none of an account.".formatted(kept));
    }
    return kept;
  }

  /**
   * A reason as it is kept.
   *
   * @throws IllegalArgumentException if it is too long
   */
  static String reason(String reason) {
    String kept = reason == null ? "" : reason.strip();
    if (kept.length() > REASON_MAX) {
      throw new IllegalArgumentException(
          "The reason has %d characters, at most %d are kept; attach what is longer."
              .formatted(kept.length(), REASON_MAX));
    }
    return kept;
  }

  /**
   * That somebody had no hand in a version.
   *
   * @param lineage the version and those from which it was made by hand
   * @param steps transitions of its run of the day
   * @throws IllegalArgumentException if it is one of those who made or submitted it, if one of
   *     these is no account, or if it is nobody
   */
  void requireOther(String by, List<DayVersion> lineage, List<TransitionRow> steps) {
    if (by.equals(DayApproval.AUTOMATIC)) {
      throw new IllegalArgumentException(
          "%s is approved or rejected by a person.".formatted(lineage.get(0).text()));
    }
    hands(lineage, steps)
        .forEach(
            (name, did) -> {
              if (Actor.same(name, by)) {
                throw new IllegalArgumentException(
                    "%s %s %s; somebody else decides.".formatted(name, did, lineage.get(0).text()));
              }
              if (!name.equals(DayApproval.AUTOMATIC)) {
                accounts.require(name);
              }
            });
  }

  /** What each did, by name. */
  private static Map<String, String> hands(List<DayVersion> lineage, List<TransitionRow> steps) {
    Map<String, String> hands = new LinkedHashMap<>();
    lineage.forEach(each -> hands.putIfAbsent(each.made().by(), "made"));
    steps.stream()
        .filter(step -> step.version() == lineage.get(0).version())
        .filter(step -> step.to().equals(VersionState.SUBMITTED.name()))
        .forEach(step -> hands.putIfAbsent(step.account(), "submitted"));
    return hands;
  }
}
