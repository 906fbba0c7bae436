package org.gridclear.settlement.registration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gridclear.settlement.registration.Change.Key;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.settlement.registry.entry.ForeignId;
import org.gridclear.settlement.registry.entry.Metering;
import org.gridclear.settlement.registry.entry.Resource;
import org.gridclear.settlement.registry.entry.Settled;
import org.gridclear.settlement.registry.entry.Trade;

/** Which members a record belongs to. */
public final class EntryOwners {
  /** What everybody in a market may know. */
  public static final Set<EntryKind> PUBLIC =
      Set.of(EntryKind.ZONE, EntryKind.PRICE_POINT, EntryKind.TARIFF);

  private final RegistryState state;
  private final Map<String, Set<String>> membersOfEntity = new HashMap<>();

  /** Owners in a registry. */
  public EntryOwners(RegistryState state) {
    this.state = state;
    state
        .all()
        .filter(entry -> entry.kind().settled())
        .forEach(
            entry ->
                membersOfEntity
                    .computeIfAbsent(entry.id(), id -> new HashSet<>(1))
                    .addAll(members(entry)));
  }

  /**
   * Members that a record belongs to, at any time of it; none of what is {@linkplain #PUBLIC} or
   * nobody's. A contract and the share of a meter belong to both sides.
   */
  public Set<String> members(Entry entry) {
    if (entry instanceof Resource resource) {
      return Set.of(resource.member());
    }
    if (entry instanceof Settled settled) {
      return Set.of(settled.member());
    }
    return switch (entry.kind()) {
      case MEMBER -> Set.of(entry.id());
      case METER -> meter((Metering.Meter) entry);
      case METER_EVENT -> meters(((Metering.MeterEvent) entry).meter());
      case RELATION -> ofEntities(((Metering.Relation) entry).entity());
      case CONTRACT -> {
        Trade.Parties parties = ((Trade.Contract) entry).parties();
        yield ofEntities(parties.seller(), parties.buyer());
      }
      case PLAN -> ofEntities(((Trade.Plan) entry).entity());
      case RIGHT -> ofEntities(((Trade.Right) entry).entity());
      case FOREIGN_ID -> mapped((ForeignId) entry);
      default -> Set.of();
    };
  }

  /** Id of the price point of a record that has one. */
  public Optional<String> pricePoint(Entry entry) {
    return Optional.ofNullable(EntryCodec.cells(entry).get("pricePoint"));
  }

  private Set<String> ofEntities(String... ids) {
    Set<String> members = new HashSet<>();
    for (String id : ids) {
      members.addAll(membersOfEntity.getOrDefault(id, Set.of()));
    }
    return members;
  }

  private Set<String> meter(Metering.Meter meter) {
    Set<String> members = new HashSet<>();
    meter.member().ifPresent(members::add);
    meter.belongsTo().ifPresent(id -> members.addAll(ofEntities(id)));
    return members;
  }

  private Set<String> meters(String id) {
    return all(state.of(new Key(EntryKind.METER, id)));
  }

  private Set<String> mapped(ForeignId mapping) {
    List<Entry> things = state.of(new Key(mapping.of(), mapping.thing()));
    return mapping.of() == EntryKind.FOREIGN_ID ? Set.of() : all(things);
  }

  private Set<String> all(List<Entry> entries) {
    Set<String> members = new HashSet<>();
    entries.stream().flatMap(entry -> Stream.of(members(entry))).forEach(members::addAll);
    return members;
  }
}
