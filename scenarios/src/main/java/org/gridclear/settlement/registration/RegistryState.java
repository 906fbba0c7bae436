package org.gridclear.settlement.registration;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gridclear.settlement.registration.Change.Key;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;

/** Everything that is registered, over all days. Immutable. */
public final class RegistryState {
  /** Nothing is registered. */
  public static final RegistryState EMPTY = new RegistryState(new EnumMap<>(EntryKind.class));

  private final Map<EntryKind, NavigableMap<String, List<Entry>>> records;

  private RegistryState(Map<EntryKind, NavigableMap<String, List<Entry>>> records) {
    this.records = records;
  }

  /** The state of these records, in any order. */
  public static RegistryState of(Collection<? extends Entry> entries) {
    Map<EntryKind, NavigableMap<String, List<Entry>>> records = new EnumMap<>(EntryKind.class);
    entries.stream()
        .sorted(Comparator.comparing((Entry entry) -> entry.validity().from()))
        .forEach(
            entry ->
                records
                    .computeIfAbsent(entry.kind(), kind -> new TreeMap<>())
                    .computeIfAbsent(entry.id(), id -> new java.util.ArrayList<>(1))
                    .add(entry));
    return new RegistryState(records);
  }

  /** The state in which some things have other records. */
  RegistryState with(Map<Key, List<Entry>> changed) {
    Map<EntryKind, NavigableMap<String, List<Entry>>> all = new EnumMap<>(EntryKind.class);
    records.forEach((kind, ofKind) -> all.put(kind, new TreeMap<>(ofKind)));
    changed.forEach(
        (key, list) ->
            all.computeIfAbsent(key.kind(), kind -> new TreeMap<>()).put(key.id(), list));
    return new RegistryState(all);
  }

  /** Records of a kind by id. */
  public NavigableMap<String, List<Entry>> of(EntryKind kind) {
    return Collections.unmodifiableNavigableMap(records.getOrDefault(kind, new TreeMap<>()));
  }

  /** Records of a thing by their days; none if it was never registered. */
  public List<Entry> of(Key key) {
    return Collections.unmodifiableList(of(key.kind()).getOrDefault(key.id(), List.of()));
  }

  /** All records of a type, by id and days. */
  public <E extends Entry> Stream<E> all(Class<E> type) {
    return all().filter(type::isInstance).map(type::cast);
  }

  /** All records by kind, id and days. */
  public Stream<Entry> all() {
    return records.values().stream()
        .flatMap(ofKind -> ofKind.values().stream())
        .flatMap(List::stream);
  }

  /** What holds of a thing on a day. */
  public Optional<Entry> on(Key key, LocalDate day) {
    return of(key).stream().filter(entry -> entry.validity().on(day)).findFirst();
  }

  /** What holds on a day, by kind and id. */
  public Stream<Entry> on(LocalDate day) {
    return all().filter(entry -> entry.validity().on(day));
  }
}
