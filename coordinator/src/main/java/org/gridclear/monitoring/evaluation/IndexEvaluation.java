package org.gridclear.monitoring.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.index.IndexRow;
import org.gridclear.market.store.index.IndexStore;
import org.gridclear.monitoring.catalogue.IndexCatalogues;
import org.gridclear.monitoring.facts.FactsReader;
import org.gridclear.monitoring.grid.IndexWork;
import org.gridclear.monitoring.index.IndexCatalogue;
import org.gridclear.monitoring.index.IndexDefinition;
import org.gridclear.monitoring.index.IndexValue;
import org.gridclear.monitoring.measure.MarketFacts;
import org.gridclear.validate.UnknownNameException;
import org.gridclear.work.Hashes;

/**
 * Evaluates indices of days from the store. An item whose key is there is not computed again; the
 * others are computed run by run and kept.
 */
public final class IndexEvaluation {
  /** Runs whose blocks are read together. */
  private static final int TOGETHER = 16;

  private final MarketFolder folder;
  private final DayStore days;
  private final Clock clock;
  private final IndexStore store;
  private final IndexWork work;

  /** The indices of a market that is open, computed in this process. */
  public static IndexEvaluation of(MarketFolder folder, Clock clock) {
    return new IndexEvaluation(folder, DayStore.of(folder), clock);
  }

  /** The indices of a market that is open, computed there. */
  public static IndexEvaluation of(MarketFolder folder, Clock clock, IndexWork work) {
    return new IndexEvaluation(folder, DayStore.of(folder), clock, work);
  }

  /** The indices of a market, computed in this process. */
  public IndexEvaluation(MarketFolder folder, DayStore days, Clock clock) {
    this(folder, days, clock, IndexWork.here());
  }

  /** The same, computed there. */
  public IndexEvaluation(MarketFolder folder, DayStore days, Clock clock, IndexWork work) {
    this.work = work;
    this.folder = folder;
    this.days = days;
    this.clock = clock;
    this.store = new IndexStore(folder.database());
  }

  /**
   * What was evaluated.
   *
   * @param items how many items there are
   * @param computed how many of them were computed now
   * @param missing dates of the range without results
   * @param without runs whose results have no prices, units or loads
   * @param raised alarms that are new
   * @param hash of the keys and the bits of all values
   */
  public record Evaluated(
      int items,
      int computed,
      List<LocalDate> missing,
      List<String> without,
      int raised,
      String hash) {
    public Evaluated {
      missing = List.copyOf(missing);
      without = List.copyOf(without);
    }
  }

  /** The catalogue that holds now. */
  public IndexCatalogue catalogue() {
    return new IndexCatalogues(new PieceStore(folder)).at(clock.instant());
  }

  private byte[] text() {
    return new IndexCatalogues(new PieceStore(folder)).text(clock.instant());
  }

  private IndexItems items(IndexQuery query) {
    return new IndexItems(folder, days, catalogue(), query, clock);
  }

  /**
   * Evaluates what is not there yet, and raises the alarms of all.
   *
   * @param told how many runs of those to be computed are done
   * @throws UnknownNameException if no run has a zone or the catalogue no index that is asked for
   */
  public Evaluated evaluate(IndexQuery query, Consumer<String> told) {
    IndexItems items = items(query);
    Map<String, IndexRow> kept = kept(query);
    Set<String> known = kept.keySet();
    Map<String, Set<String>> zones = store.zones();
    requireZones(query, items, zones, true);
    List<DayVersion> open =
        items.runs().stream()
            .filter(
                run ->
                    !zones.containsKey(run.outcomeHash())
                        || items.of(run, zones.get(run.outcomeHash())).stream()
                            .anyMatch(item -> !known.contains(item.key())))
            .toList();
    int computed = 0;
    List<String> without = new ArrayList<>();
    for (int from = 0; from < open.size(); from += TOGETHER) {
      List<DayVersion> part = open.subList(from, Math.min(open.size(), from + TOGETHER));
      computed += compute(items, part, known, without);
      told.accept("%d of %d runs".formatted(from + part.size(), open.size()));
    }
    List<StoredIndex> all =
        open.isEmpty() ? values(items, kept, zones) : values(items, kept(query), store.zones());
    int raised = new IndexAlarms(folder.database(), clock).raise(all);
    return new Evaluated(all.size(), computed, items.missing(), without, raised, hash(all));
  }

  /**
   * Refuses a zone that no run has; which ones a run has is known once it was evaluated or read.
   *
   * @param read whether runs that were not evaluated are read; otherwise nothing is refused then
   */
  private void requireZones(
      IndexQuery query, IndexItems items, Map<String, Set<String>> stored, boolean read) {
    if (query.zones().isEmpty() || items.runs().isEmpty()) {
      return;
    }
    Set<String> known = new TreeSet<>();
    List<DayVersion> unread = new ArrayList<>();
    for (DayVersion run : items.runs()) {
      Set<String> zones = stored.get(run.outcomeHash());
      if (zones == null) {
        unread.add(run);
      } else {
        known.addAll(zones);
      }
    }
    if (!read && !unread.isEmpty()) {
      return;
    }
    for (int from = 0; from < unread.size(); from += TOGETHER) {
      List<DayVersion> part = unread.subList(from, Math.min(unread.size(), from + TOGETHER));
      read(items, part).values().forEach(facts -> known.addAll(zones(facts)));
    }
    if (!known.isEmpty()) {
      query.requireZones(known);
    }
  }

  private Map<DayVersion, MarketFacts> read(IndexItems items, List<DayVersion> part) {
    Map<DayVersion, MarketFacts> facts = new HashMap<>();
    part.stream()
        .collect(Collectors.groupingBy(items::suppliers))
        .forEach((who, runs) -> facts.putAll(FactsReader.read(days, runs, who::of)));
    return facts;
  }

  private int compute(
      IndexItems items, List<DayVersion> part, Set<String> known, List<String> without) {
    Map<DayVersion, MarketFacts> facts = read(items, part);
    Map<String, Set<String>> zones = new TreeMap<>();
    List<DayVersion> there = part.stream().filter(facts::containsKey).toList();
    there.forEach(
        run -> zones.put(run.outcomeHash(), zones(Objects.requireNonNull(facts.get(run)))));
    part.stream().filter(run -> !facts.containsKey(run)).forEach(run -> without.add(run.text()));
    List<IndexWork.Asked> asked = new ArrayList<>();
    List<List<IndexItem>> wanted = new ArrayList<>();
    for (DayVersion run : there) {
      MarketFacts whole = items.whole(run, Objects.requireNonNull(facts.get(run)));
      items.of(run, Objects.requireNonNull(zones.get(run.outcomeHash()))).stream()
          .filter(item -> !known.contains(item.key()))
          .collect(Collectors.groupingBy(IndexItem::zone, TreeMap::new, Collectors.toList()))
          .forEach(
              (zone, ofZone) -> {
                List<String> ids = ofZone.stream().map(item -> item.index().id()).toList();
                asked.add(new IndexWork.Asked(run.text(), whole, zone, ids));
                wanted.add(ofZone);
              });
    }
    List<IndexRow> rows = new ArrayList<>();
    List<SortedMap<String, IndexValue>> values = work.values(items.catalogue(), text(), asked);
    for (int q = 0; q < asked.size(); q++) {
      for (IndexItem item : wanted.get(q)) {
        rows.add(
            IndexTexts.row(item, Objects.requireNonNull(values.get(q).get(item.index().id()))));
      }
    }
    store.add(zones, rows);
    return rows.size();
  }

  private static Set<String> zones(MarketFacts facts) {
    Set<String> zones = new TreeSet<>(facts.zones());
    zones.add(MarketFacts.SYSTEM);
    return zones;
  }

  /**
   * A value that is kept.
   *
   * @param run the run
   * @param zone zone; "" for the system
   * @param index the index
   * @param key its key
   * @param value its value
   */
  public record StoredIndex(
      DayVersion run, String zone, IndexDefinition index, String key, IndexValue value) {}

  /**
   * The values that are kept, by date, cycle, zone and index.
   *
   * @throws UnknownNameException if all runs were evaluated and none has a zone that is asked for
   */
  public List<StoredIndex> values(IndexQuery query) {
    IndexItems items = items(query);
    Map<String, Set<String>> zones = store.zones();
    requireZones(query, items, zones, false);
    return values(items, kept(query), zones);
  }

  /** What is kept of the dates, by key. */
  private Map<String, IndexRow> kept(IndexQuery query) {
    return store.values(DayKey.word(query.market()), query.from(), query.to()).stream()
        .collect(Collectors.toMap(IndexRow::key, row -> row));
  }

  private static List<StoredIndex> values(
      IndexItems items, Map<String, IndexRow> kept, Map<String, Set<String>> zones) {
    List<StoredIndex> values = new ArrayList<>();
    for (DayVersion run : items.runs()) {
      for (IndexItem item : items.of(run, zones.getOrDefault(run.outcomeHash(), Set.of()))) {
        IndexRow row = kept.get(item.key());
        if (row != null) {
          values.add(
              new StoredIndex(run, item.zone(), item.index(), item.key(), IndexTexts.value(row)));
        }
      }
    }
    return values;
  }

  private static String hash(List<StoredIndex> all) {
    Hashes hash = new Hashes();
    for (StoredIndex each : all) {
      hash.add(each.key()).add(each.value().value());
      for (double value : each.value().byPeriod()) {
        hash.add(value);
      }
      each.value().elements().forEach((name, value) -> hash.add(name).add(value));
    }
    return hash.hex();
  }
}
