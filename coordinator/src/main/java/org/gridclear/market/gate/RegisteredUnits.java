package org.gridclear.market.gate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gridclear.market.declaration.RegisteredUnit;
import org.gridclear.market.declaration.UnitKind;
import org.gridclear.market.declaration.UnitRegister;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.MarketRegistry.Revision;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.settlement.registration.RegistryState;
import org.gridclear.settlement.registry.Validity;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.settlement.registry.entry.Resource;

/**
 * Units, storage and loads of the registry. A unit that is retired is none of the market.
 *
 * @param registry what is registered now
 */
public record RegisteredUnits(Supplier<RegistryState> registry) implements UnitRegister {
  private static final List<EntryKind> KINDS =
      List.of(EntryKind.UNIT, EntryKind.STORAGE, EntryKind.LOAD);

  /**
   * The units of a market folder, as they are registered when they are asked for.
   *
   * @param market the open folder
   * @param clock the time
   */
  public static RegisteredUnits of(MarketFolder market, Clock clock) {
    MarketRegistry registry = new MarketRegistry(market, clock);
    AtomicReference<Revision> last = new AtomicReference<>(new Revision(-1, RegistryState.EMPTY));
    return new RegisteredUnits(
        () ->
            last.updateAndGet(
                    read ->
                        registry.newest() == read.revision()
                            ? read
                            : registry.at(OptionalLong.empty()))
                .state());
  }

  @Override
  public UnitRegister now() {
    RegistryState state = registry.get();
    return new RegisteredUnits(() -> state);
  }

  @Override
  public Optional<RegisteredUnit> unit(String id, LocalDate date) {
    List<RegisteredUnit> found = new ArrayList<>();
    RegistryState state = registry.get();
    for (EntryKind kind : KINDS) {
      state.of(kind).getOrDefault(id, List.of()).stream()
          .filter(entry -> entry.validity().on(date))
          .flatMap(entry -> unit(entry).stream())
          .forEach(found::add);
    }
    if (found.size() > 1) {
      throw new IllegalArgumentException(
          "On %s the id %s is registered %d times, as %s."
              .formatted(
                  date, id, found.size(), found.stream().map(RegisteredUnit::kind).toList()));
    }
    return found.stream().findFirst();
  }

  @Override
  public List<RegisteredUnit> units(LocalDate date) {
    RegistryState state = registry.get();
    return KINDS.stream()
        .flatMap(kind -> state.of(kind).values().stream())
        .flatMap(List::stream)
        .filter(entry -> entry.validity().on(date))
        .flatMap(entry -> unit(entry).stream())
        .sorted(Comparator.comparing(RegisteredUnit::id))
        .toList();
  }

  @Override
  public Stream<Record> records(String id) {
    RegistryState state = registry.get();
    return KINDS.stream()
        .flatMap(kind -> state.of(kind).getOrDefault(id, List.of()).stream())
        .flatMap(
            entry ->
                unit(entry)
                    .map(unit -> new Record(unit.owner(), words(entry.validity())))
                    .stream());
  }

  private static String words(Validity validity) {
    return validity.to() == null
        ? "from %s".formatted(validity.from())
        : "from %s to %s".formatted(validity.from(), validity.to());
  }

  private static Optional<RegisteredUnit> unit(Entry entry) {
    if (entry instanceof Resource.Unit unit && unit.stage() != Resource.Stage.RETIRED) {
      return Optional.of(
          new RegisteredUnit(
              unit.id(),
              unit.element().element().orElse(unit.id()),
              kind(unit.type()),
              unit.member(),
              unit.output().minimumMw(),
              OptionalLong.of(unit.output().capacityMw())));
    }
    if (entry instanceof Resource.Storage storage && storage.stage() != Resource.Stage.RETIRED) {
      return Optional.of(
          new RegisteredUnit(
              storage.id(),
              storage.element().orElse(storage.id()),
              UnitKind.STORAGE,
              storage.member(),
              OptionalLong.empty(),
              OptionalLong.of(storage.capacityMw())));
    }
    if (entry instanceof Resource.Load load) {
      return Optional.of(
          new RegisteredUnit(
              load.id(),
              load.element().orElse(load.id()),
              UnitKind.DEMAND,
              load.member(),
              OptionalLong.empty(),
              OptionalLong.empty()));
    }
    return Optional.empty();
  }

  private static UnitKind kind(Resource.UnitType type) {
    return switch (type) {
      case THERMAL, GAS, NUCLEAR -> UnitKind.THERMAL;
      case HYDRO -> UnitKind.HYDRO;
      case WIND, SOLAR -> UnitKind.RENEWABLE;
    };
  }
}
