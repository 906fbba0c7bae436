package org.gridclear.settlement.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.settlement.registration.Change.Key;
import org.gridclear.settlement.registry.Validity;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.settlement.registry.entry.ForeignId;
import org.gridclear.settlement.registry.entry.Resource;
import org.gridclear.settlement.registry.entry.Resource.Stage;
import org.gridclear.settlement.registry.entry.Trade;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;

/** Whether what a record refers to is registered on all its days (REG-07, REG-23, REG-27). */
final class ReferenceCheck {
  private final RegistryState state;
  private final IssueLog log;

  ReferenceCheck(RegistryState state, IssueLog log) {
    this.state = state;
    this.log = log;
  }

  void run() {
    state.all().forEach(this::references);
    state.all(Trade.Contract.class).forEach(this::sides);
    List<ForeignId> mappings = state.all(ForeignId.class).toList();
    mappings.forEach(
        m -> covered(m, "thing", m.thing(), state.of(new Key(m.of(), m.thing())), List.of(m.of())));
    once(mappings, Comparator.comparing(ForeignId::foreign), "foreign");
    once(mappings, Comparator.comparing(ForeignId::thing), "thing");
  }

  /** Seller and buyer in each other's place look like any contract, but for what they are. */
  private void sides(Trade.Contract contract) {
    String seller = contract.parties().seller();
    String buyer = contract.parties().buyer();
    boolean userSells = state.of(EntryKind.USER).containsKey(seller);
    if (userSells || state.of(EntryKind.UNIT).containsKey(buyer)) {
      log.add(
          Rule.CONTRACT_SIDES,
          EntryFields.named(contract),
          userSells ? "seller" : "buyer",
          userSells ? seller : buyer,
          "Are seller and buyer in each other's column?");
    }
  }

  private void references(Entry entry) {
    for (EntryLayout.Reference reference : EntryLayout.references(entry)) {
      List<EntryKind> kinds = reference.field().refers();
      List<Entry> records = new ArrayList<>(1);
      kinds.forEach(kind -> records.addAll(state.of(new Key(kind, reference.id()))));
      records.removeIf(ReferenceCheck::retired);
      covered(entry, reference.field().name(), reference.id(), records, kinds);
    }
  }

  private static boolean retired(Entry entry) {
    return entry instanceof Resource.Unit unit && unit.stage() == Stage.RETIRED
        || entry instanceof Resource.Storage storage && storage.stage() == Stage.RETIRED;
  }

  private void covered(
      Entry entry, String field, String id, List<Entry> records, List<EntryKind> kinds) {
    Optional<LocalDate> missing = firstDayOut(entry.validity(), records);
    if (missing.isEmpty()) {
      return;
    }
    String advice =
        records.isEmpty()
            ? NearestName.advice(id, ids(kinds))
            : "It is not registered on %s; register it, or end this record before."
                .formatted(missing.get());
    log.add(Rule.REGISTRY_REFERENCE, EntryFields.named(entry), field, id, advice);
  }

  private Set<String> ids(List<EntryKind> kinds) {
    Set<String> ids = new TreeSet<>();
    kinds.forEach(kind -> ids.addAll(state.of(kind).keySet()));
    return ids;
  }

  /** The first of some days on which none of the records holds. */
  static Optional<LocalDate> firstDayOut(Validity days, List<? extends Entry> records) {
    LocalDate day = days.begin();
    List<? extends Entry> sorted =
        records.stream()
            .sorted(Comparator.comparing((Entry record) -> record.validity().from()))
            .toList();
    for (Entry record : sorted) {
      Validity held = record.validity();
      if (held.on(day)) {
        if (held.to() == null) {
          return Optional.empty();
        }
        day = held.to().plusDays(1);
      }
    }
    boolean out = days.to() == null || !day.isAfter(days.to());
    return out ? Optional.of(day) : Optional.empty();
  }

  /** Mappings of a system and kind with the same value do not share a day. */
  private void once(List<ForeignId> mappings, Comparator<ForeignId> value, String field) {
    List<ForeignId> sorted =
        mappings.stream()
            .sorted(
                Comparator.comparing(ForeignId::system)
                    .thenComparing(ForeignId::of)
                    .thenComparing(value)
                    .thenComparing(m -> m.validity().from())
                    .thenComparing(ForeignId::id))
            .toList();
    Comparator<ForeignId> same =
        Comparator.comparing(ForeignId::system).thenComparing(ForeignId::of).thenComparing(value);
    for (int k = 1; k < sorted.size(); k++) {
      ForeignId earlier = sorted.get(k - 1);
      ForeignId later = sorted.get(k);
      if (same.compare(earlier, later) == 0 && earlier.validity().overlaps(later.validity())) {
        log.add(
            Rule.FOREIGN_ONCE,
            EntryFields.named(later),
            field,
            field.equals("foreign") ? later.foreign() : later.thing(),
            "Mapping %s has it on the same days: end that before.".formatted(earlier.id()));
      }
    }
  }
}
