package org.gridclear.market.registry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.gridclear.market.day.ElementTypes;
import org.gridclear.settlement.registration.EntryFields;
import org.gridclear.settlement.registration.RegistryState;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.Party;
import org.gridclear.settlement.registry.entry.Resource;
import org.gridclear.settlement.registry.entry.Settled;
import org.jspecify.annotations.Nullable;

/**
 * Types of a date by the newest revision of the registry (J-08): of a unit what it burns or turns,
 * of a load what the member is that buys for it, so that residents are with their grid company and
 * customers with their retailer; where that is the user itself, the type of the user.
 *
 * @param types type by kind and id in the network
 */
public record RegisteredTypes(Map<String, String> types) implements ElementTypes {
  private static final String DIRECT = EntryFields.label(Party.MemberType.USER);

  public RegisteredTypes {
    types = Map.copyOf(types);
  }

  /** The types of each date that is asked for, all by the revision that is newest at the first. */
  public static Function<LocalDate, ElementTypes> byDate(MarketRegistry registry) {
    return new ByDate(registry);
  }

  private static final class ByDate implements Function<LocalDate, ElementTypes> {
    private final MarketRegistry registry;
    private final Map<LocalDate, ElementTypes> known = new HashMap<>();
    private @Nullable RegistryState newest;

    ByDate(MarketRegistry registry) {
      this.registry = registry;
    }

    @Override
    public ElementTypes apply(LocalDate date) {
      if (newest == null) {
        newest = registry.at(OptionalLong.empty()).state();
      }
      RegistryState state = newest;
      return known.computeIfAbsent(date, of -> on(state, of));
    }
  }

  private static RegisteredTypes on(RegistryState state, LocalDate date) {
    List<Entry> entries = state.on(date).toList();
    Map<String, String> users = new HashMap<>();
    Map<String, String> members = new HashMap<>();
    for (Entry entry : entries) {
      if (entry instanceof Settled.User user) {
        users.put(user.id(), EntryFields.label(user.type()));
      } else if (entry instanceof Party.Member member) {
        members.put(member.id(), EntryFields.label(member.type()));
      }
    }
    Map<String, String> types = new HashMap<>();
    for (Entry entry : entries) {
      if (entry instanceof Resource.Unit unit) {
        types.put(
            "unit " + unit.element().element().orElse(unit.id()), EntryFields.label(unit.type()));
      } else if (entry instanceof Resource.Load load) {
        String buyer = members.getOrDefault(load.member(), "");
        String user = load.user().map(users::get).orElse(buyer);
        types.put("load " + load.element().orElse(load.id()), buyer.equals(DIRECT) ? user : buyer);
      }
    }
    return new RegisteredTypes(types);
  }

  @Override
  public String of(String kind, String id) {
    return types.getOrDefault(kind + " " + id, "");
  }
}
