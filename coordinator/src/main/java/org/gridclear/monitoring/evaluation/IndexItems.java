package org.gridclear.monitoring.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.monitoring.index.IndexCatalogue;
import org.gridclear.monitoring.index.IndexDefinition;
import org.gridclear.monitoring.measure.MarketFacts;
import org.gridclear.monitoring.measure.MarketFacts.Seen;
import org.gridclear.settlement.registration.RegistryState;
import org.gridclear.work.Hashes;

/** The work items of a question, and what their values depend on. */
final class IndexItems {
  /** Changes when a kernel gives other numbers than before. */
  private static final String KERNELS = "1";

  private final IndexCatalogue catalogue;
  private final List<IndexDefinition> definitions;
  private final IndexQuery query;
  private final List<DayVersion> runs;
  private final Map<LocalDate, Suppliers> suppliers = new HashMap<>();
  private final Map<LocalDate, Seen> seen = new HashMap<>();
  private final Map<String, String> contents = new HashMap<>();
  private final Map<DayVersion, Map<Set<String>, List<IndexItem>>> made = new HashMap<>();

  IndexItems(
      MarketFolder folder, DayStore days, IndexCatalogue catalogue, IndexQuery query, Clock clock) {
    this.catalogue = catalogue;
    this.query = query;
    this.definitions = query.definitions(catalogue);
    this.runs = newest(days.versions(query.market(), query.from(), query.to()));
    RegistryState registry = new MarketRegistry(folder, clock).at(OptionalLong.empty()).state();
    SeenLoads loads =
        new SeenLoads(
            new PieceStore(folder),
            new MarketClock(folder.facts().zone()),
            query.from(),
            query.to(),
            clock.instant());
    for (DayVersion run : runs) {
      LocalDate date = run.key().date();
      suppliers.computeIfAbsent(date, of -> Suppliers.on(registry, of));
      seen.computeIfAbsent(date, loads::of);
    }
    definitions.forEach(index -> contents.put(index.id(), catalogue.content(index)));
  }

  /**
   * The newest version of each run; runs of a day that is there as a whole do not count beside it.
   */
  private static List<DayVersion> newest(List<DayVersion> versions) {
    Map<DayKey, DayVersion> byKey = new LinkedHashMap<>();
    versions.forEach(version -> byKey.put(version.key(), version));
    return byKey.values().stream()
        .filter(
            version ->
                version.key().cycle() == 0
                    || !byKey.containsKey(new DayKey(version.key().market(), version.key().date())))
        .toList();
  }

  List<DayVersion> runs() {
    return runs;
  }

  IndexCatalogue catalogue() {
    return catalogue;
  }

  /** Dates of the range that have no results. */
  List<LocalDate> missing() {
    Set<LocalDate> there = runs.stream().map(run -> run.key().date()).collect(Collectors.toSet());
    return query.from().datesUntil(query.to().plusDays(1)).filter(d -> !there.contains(d)).toList();
  }

  /** The facts of a run with what came true. */
  MarketFacts whole(DayVersion run, MarketFacts facts) {
    return new MarketFacts(
        facts.date(),
        facts.zone(),
        facts.span(),
        facts.units(),
        facts.loads(),
        facts.storages(),
        facts.grid(),
        facts.reserves(),
        Objects.requireNonNull(seen.get(run.key().date())));
  }

  Suppliers suppliers(DayVersion run) {
    return Objects.requireNonNull(suppliers.get(run.key().date()));
  }

  /**
   * The items of a run.
   *
   * @param zones its zones, the system among them
   */
  List<IndexItem> of(DayVersion run, Set<String> zones) {
    return made.computeIfAbsent(run, none -> new HashMap<>())
        .computeIfAbsent(zones, none -> make(run, zones));
  }

  private List<IndexItem> make(DayVersion run, Set<String> zones) {
    LocalDate date = run.key().date();
    String depends =
        KERNELS
            + run.key().text()
            + run.outcomeHash()
            + Objects.requireNonNull(suppliers.get(date)).controller()
            + SeenLoads.text(Objects.requireNonNull(seen.get(date)));
    List<IndexItem> items = new ArrayList<>();
    for (String zone : zones) {
      for (IndexDefinition index : definitions) {
        if (query.wantsZone(zone) && (zone.isEmpty() || index.byZone())) {
          String key =
              new Hashes()
                  .add(depends)
                  .add(Objects.requireNonNull(contents.get(index.id())))
                  .add(zone)
                  .hex();
          items.add(new IndexItem(run, zone, index, key));
        }
      }
    }
    return items;
  }
}
