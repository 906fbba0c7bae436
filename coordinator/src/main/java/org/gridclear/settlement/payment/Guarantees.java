package org.gridclear.settlement.payment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.settlement.payment.PaymentState.HeldGuarantee;

/** Guarantees and what is left of them, by member. */
final class Guarantees {
  private final Map<Long, String> members = new HashMap<>();
  private final Map<String, Map<Long, HeldGuarantee>> held = new HashMap<>();

  void give(HeldGuarantee given) {
    String member = given.given().member();
    members.put(given.number(), member);
    held.computeIfAbsent(member, key -> new TreeMap<>()).put(given.number(), given);
  }

  /** Takes from a guarantee; returns it with what is left. */
  HeldGuarantee less(long number, long milliYuan) {
    return Objects.requireNonNull(held.get(members.get(number)))
        .computeIfPresent(
            number,
            (key, old) -> new HeldGuarantee(number, old.given(), old.leftMilliYuan() - milliYuan));
  }

  /** Guarantees of a member, by number. */
  List<HeldGuarantee> of(String member) {
    return List.copyOf(held.getOrDefault(member, Map.of()).values());
  }

  Optional<HeldGuarantee> find(long number) {
    return Optional.ofNullable(members.get(number))
        .map(member -> Objects.requireNonNull(held.get(member)).get(number));
  }

  /** Members with a guarantee. */
  Set<String> members() {
    return Set.copyOf(held.keySet());
  }
}
