package org.gridclear.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Groups with their rights (M-07).
 *
 * @param rights rights by group
 */
record Groups(@JsonValue SortedMap<String, Set<Right>> rights) {
  /** Groups of a new folder. */
  static final Groups FIRST =
      new Groups(
          new TreeMap<>(
              Map.of(
                  "approvers",
                  EnumSet.of(
                      Right.READ_RESULTS, Right.READ_MARKET, Right.READ_OWN, Right.APPROVE_DAY),
                  "operators",
                  EnumSet.of(
                      Right.RUN,
                      Right.READ_RESULTS,
                      Right.MANAGE_GRID,
                      Right.READ_MARKET,
                      Right.READ_OWN,
                      Right.READ_DECLARATIONS,
                      Right.OPERATE_MARKET),
                  "settlement",
                  EnumSet.of(Right.READ_SETTLEMENT, Right.SETTLE),
                  "readers",
                  EnumSet.of(Right.READ_RESULTS),
                  "members",
                  EnumSet.of(Right.READ_MARKET, Right.READ_OWN, Right.DECLARE),
                  "registrars",
                  EnumSet.of(
                      Right.READ_MARKET,
                      Right.READ_OWN,
                      Right.MANAGE_REGISTRY,
                      Right.APPROVE_REGISTRY),
                  "regulators",
                  EnumSet.of(
                      Right.READ_MARKET, Right.READ_OWN, Right.READ_DECLARATIONS, Right.SUPERVISE),
                  "monitoring",
                  EnumSet.of(Right.READ_METRICS),
                  "auditors",
                  EnumSet.of(Right.READ_AUDIT))));

  Groups {
    rights = Collections.unmodifiableSortedMap(new TreeMap<>(rights));
  }

  @JsonCreator
  static Groups read(Map<String, Set<Right>> rights) {
    return new Groups(new TreeMap<>(rights));
  }

  /** Names of the groups. */
  Set<String> names() {
    return rights.keySet();
  }

  /** All rights of a user's groups, whatever its scope. */
  Set<Right> of(Account account) {
    Set<Right> all = EnumSet.noneOf(Right.class);
    account.groups().forEach(group -> all.addAll(rights.getOrDefault(group, Set.of())));
    return all;
  }

  /**
   * With a group defined anew; a group has business rights or administrative ones.
   *
   * @throws IllegalArgumentException if it would have both
   */
  Groups with(String group, Set<Right> wanted) {
    if (!Account.isName(group) || wanted.contains(Right.MANAGE_ACCOUNTS)) {
      throw new IllegalArgumentException(
          "A group needs a name of small letters, and cannot carry MANAGE_ACCOUNTS, which only"
              + " superusers have.");
    }
    if (mixed(wanted)) {
      throw new IllegalArgumentException(
          "The group %s would have rights of the system beside those of the business: %s. Make two groups."
              .formatted(group, wanted));
    }
    SortedMap<String, Set<Right>> all = new TreeMap<>(rights);
    all.put(group, wanted);
    return new Groups(all);
  }

  /**
   * Groups of a user exist, together carry rights of the business or of the system, not both, and
   * go with its scope.
   *
   * @throws IllegalArgumentException otherwise
   */
  void check(Account account) {
    for (String group : account.groups()) {
      if (!rights.containsKey(group)) {
        throw new IllegalArgumentException(
            "There is no group %s; there are %s.".formatted(group, names()));
      }
    }
    Set<Right> all = of(account);
    if (mixed(all)) {
      throw new IllegalArgumentException(
          "The user %s would have rights of the system beside those of the business: %s. Make two users."
              .formatted(account.name(), all));
    }
    if (all.contains(Right.DECLARE) && account.scope().members().all()) {
      throw new IllegalArgumentException(
          "The user %s would declare for all members. Name its members in the scope (or none)."
              .formatted(account.name()));
    }
    if (mixed(all, account.scope())) {
      throw new IllegalArgumentException(
          "The user %s has rights of the system, which know no scope; it must be all."
              .formatted(account.name()));
    }
  }

  /** That there is at least one. */
  void requireSome(List<String> groups) {
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("A user needs a group; there are %s.".formatted(names()));
    }
  }

  private static boolean mixed(Set<Right> rights) {
    return rights.stream().map(Right::isAdministrative).distinct().count() > 1;
  }

  private static boolean mixed(Set<Right> rights, Scope scope) {
    return !scope.isAll() && rights.stream().anyMatch(Right::isAdministrative);
  }
}
