package org.gridclear.market.handover;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.gridclear.report.clearing.ImportMapping;
import org.gridclear.report.clearing.ImportMapping.Kind;
import org.gridclear.report.clearing.ImportMapping.Row;
import org.gridclear.settlement.registration.RegistryState;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.settlement.registry.entry.ForeignId;
import org.gridclear.settlement.registry.entry.Place;
import org.gridclear.settlement.registry.entry.Resource;

/**
 * What of the network is what of a settlement, as the registry has it on a date: units, storages,
 * loads by their users, price points; by their own ids or by those of another system.
 *
 * @param rows what is matched
 * @param unknown things of the registry that the settlement does not have, or that have no id there
 */
public record RegistryMapping(List<Row> rows, List<String> unknown) {
  /** The table of an import. */
  public ImportMapping table() {
    return new ImportMapping(rows, true);
  }

  /**
   * The mapping of a date.
   *
   * @param system whose foreign ids the settlement uses; empty for the ids of the registry
   * @param known whether the settlement has an id
   * @param seen {@code kind id} of the elements of the day: tells loads that bid from others
   */
  public static RegistryMapping on(
      RegistryState state,
      LocalDate date,
      Optional<String> system,
      BiPredicate<Kind, String> known,
      Set<String> seen) {
    Map<String, String> foreign = new HashMap<>();
    system.ifPresent(
        name ->
            state
                .on(date)
                .filter(ForeignId.class::isInstance)
                .map(ForeignId.class::cast)
                .filter(each -> each.system().equals(name))
                .forEach(each -> foreign.put(each.of() + " " + each.thing(), each.foreign())));
    List<Row> rows = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    Set<String> once = new HashSet<>();
    state
        .on(date)
        .forEach(
            entry ->
                row(entry, seen)
                    .ifPresent(
                        found -> {
                          String to =
                              system.isEmpty() ? found.to() : foreign.getOrDefault(found.key(), "");
                          if (!to.isEmpty() && known.test(found.kind(), to)) {
                            if (once.add(found.kind() + found.from() + " " + to)) {
                              rows.add(
                                  new Row(found.kind(), found.from(), to, ImportMapping.WHOLE));
                            }
                          } else {
                            unknown.add(found.kind().label() + " " + found.to());
                          }
                        }));
    return new RegistryMapping(List.copyOf(rows), List.copyOf(unknown));
  }

  /**
   * A thing of the registry.
   *
   * @param from its id in the network
   * @param to its id in the registry
   * @param key kind and id in the registry, as foreign ids name it
   */
  private record Found(Kind kind, String from, String to, String key) {}

  private static Optional<Found> row(Entry entry, Set<String> seen) {
    if (entry instanceof Resource.Unit unit) {
      return Optional.of(
          found(Kind.UNIT, unit.element().element().orElse(unit.id()), unit.id(), EntryKind.UNIT));
    }
    if (entry instanceof Resource.Storage storage) {
      String from = storage.element().orElse(storage.id());
      return Optional.of(found(Kind.STORAGE, from, storage.id(), EntryKind.STORAGE));
    }
    if (entry instanceof Resource.Load load) {
      String from = load.element().orElse(load.id());
      Kind kind = seen.contains("flexible " + from) ? Kind.FLEXIBLE : Kind.LOAD;
      return Optional.of(
          load.user()
              .map(user -> found(kind, from, user, EntryKind.USER))
              .orElse(found(kind, from, load.id(), EntryKind.LOAD)));
    }
    if (entry instanceof Place.PricePoint point) {
      return point
          .bus()
          .map(bus -> found(Kind.BUS, bus, point.id(), EntryKind.PRICE_POINT))
          .or(
              () ->
                  point
                      .zone()
                      .map(zone -> found(Kind.ZONE, zone, point.id(), EntryKind.PRICE_POINT)));
    }
    return Optional.empty();
  }

  private static Found found(Kind kind, String from, String to, EntryKind of) {
    return new Found(kind, from, to, of + " " + to);
  }
}
