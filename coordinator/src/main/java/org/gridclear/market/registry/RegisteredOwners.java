package org.gridclear.market.registry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.gridclear.market.day.Owners;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.Resource;

/**
 * Owners of a date by the newest revision of the registry. A thing that is not registered on the
 * date belongs to nobody.
 *
 * @param owners member by kind and id in the network
 */
public record RegisteredOwners(Map<String, String> owners) implements Owners {
  public RegisteredOwners {
    owners = Map.copyOf(owners);
  }

  /**
   * The owners of a date.
   *
   * @throws IllegalArgumentException if two records are of one thing in the network
   */
  public static RegisteredOwners on(MarketRegistry registry, LocalDate date) {
    Map<String, String> owners = new HashMap<>();
    registry
        .at(OptionalLong.empty())
        .state()
        .on(date)
        .forEach(
            entry ->
                key(entry)
                    .ifPresent(
                        key -> {
                          String member = ((Resource) entry).member();
                          String other = owners.putIfAbsent(key, member);
                          if (other != null) {
                            throw new IllegalArgumentException(
                                "On %s two records of the registry are of the %s in the network, of %s and of %s."
                                    .formatted(date, key, other, member));
                          }
                        }));
    return new RegisteredOwners(owners);
  }

  private static Optional<String> key(Entry entry) {
    if (entry instanceof Resource.Unit unit) {
      return Optional.of("unit " + unit.element().element().orElse(unit.id()));
    }
    if (entry instanceof Resource.Storage storage) {
      return Optional.of("storage " + storage.element().orElse(storage.id()));
    }
    return entry instanceof Resource.Load load
        ? Optional.of("load " + load.element().orElse(load.id()))
        : Optional.empty();
  }

  @Override
  public String of(String kind, String id) {
    return owners.getOrDefault(kind + " " + id, "");
  }
}
