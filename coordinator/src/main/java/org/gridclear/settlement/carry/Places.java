package org.gridclear.settlement.carry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridclear.settlement.reader.SettlementSource;
import org.gridclear.settlement.registry.SettlementEntity;

/** Where a member takes a difference on a day: its own entity, else its first other one. */
final class Places {
  private final Map<String, String> members = new HashMap<>();
  private final Map<String, String> first = new TreeMap<>();

  Places(SettlementSource target, LocalDate date) {
    for (SettlementEntity entity : target.registry().entities()) {
      if (entity.validity().on(date)) {
        members.put(entity.id(), entity.member());
        first.merge(entity.member(), entity.id(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
  }

  Optional<String> of(String member, String entity) {
    return member.equals(members.get(entity))
        ? Optional.of(entity)
        : Optional.ofNullable(first.get(member));
  }
}
