package org.gridclear.market.registry;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.account.Scope;
import org.gridclear.settlement.registration.Change.Key;
import org.gridclear.settlement.registration.EntryOwners;
import org.gridclear.settlement.registration.RegistryState;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.settlement.registry.entry.Place.PricePoint;
import org.gridclear.settlement.registry.entry.Place.Zone;

/**
 * What of the registry an account sees. Zones, price points and tariffs are everybody's within the
 * zones of the scope; the rest is seen by its members, and, where the scope names zones, only if
 * its price point lies in one of them. What belongs to nobody is seen by those who see all members.
 */
public final class VisibleRecords {
  private final RegistryState state;
  private final EntryOwners owners;
  private final Scope scope;
  private final boolean owned;

  /**
   * What is seen of a registry.
   *
   * @param scope whose data the account sees
   * @param owned whether it sees more than what is everybody's
   */
  public VisibleRecords(RegistryState state, Scope scope, boolean owned) {
    this.state = state;
    this.owners = new EntryOwners(state);
    this.scope = scope;
    this.owned = owned;
  }

  /** Whether a record is seen. */
  public boolean sees(Entry entry) {
    if (scope.isNothing()) {
      return false;
    }
    if (entry instanceof Zone zone) {
      return scope.seesZone(zone.id());
    }
    if (entry instanceof PricePoint point) {
      return scope.zones().all() || zonesOf(point).stream().anyMatch(scope::seesZone);
    }
    if (entry.kind() == EntryKind.TARIFF) {
      return true;
    }
    if (!owned) {
      return false;
    }
    boolean ours =
        scope.members().all() || owners.members(entry).stream().anyMatch(scope::seesMember);
    return ours && (scope.zones().all() || lies(entry));
  }

  private Set<String> zonesOf(PricePoint point) {
    Set<String> zones = new HashSet<>();
    point.zone().ifPresent(zones::add);
    state
        .all(Zone.class)
        .filter(zone -> point.bus().isPresent() && zone.buses().contains(point.bus().get()))
        .forEach(zone -> zones.add(zone.id()));
    return zones;
  }

  /** Whether its price point, if it has one, is seen; a member lies nowhere. */
  private boolean lies(Entry entry) {
    if (entry.kind() == EntryKind.MEMBER) {
      return true;
    }
    return owners
        .pricePoint(entry)
        .map(id -> state.of(new Key(EntryKind.PRICE_POINT, id)))
        .filter(points -> points.stream().anyMatch(this::sees))
        .isPresent();
  }

  /** What holds on a day, or of all days, as far as it is seen. */
  public List<Entry> of(Optional<EntryKind> kind, Optional<java.time.LocalDate> day) {
    return (day.isPresent() ? state.on(day.get()) : state.all())
        .filter(entry -> kind.isEmpty() || entry.kind() == kind.get())
        .filter(this::sees)
        .toList();
  }
}
