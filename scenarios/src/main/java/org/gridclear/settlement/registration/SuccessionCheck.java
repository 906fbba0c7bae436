package org.gridclear.settlement.registration;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.settlement.registry.entry.ForeignId;
import org.gridclear.settlement.registry.entry.Metering;
import org.gridclear.settlement.registry.entry.Party;
import org.gridclear.settlement.registry.entry.Place;
import org.gridclear.settlement.registry.entry.Resource;
import org.gridclear.settlement.registry.entry.Resource.Stage;
import org.gridclear.settlement.registry.entry.Settled;
import org.gridclear.settlement.registry.entry.Trade;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Whether records of an id are of one thing, one after the other (REG-06, -09, -10, -13). */
final class SuccessionCheck {
  private final RegistryState state;
  private final RegistryLimits limits;
  private final IssueLog log;

  SuccessionCheck(RegistryState state, RegistryLimits limits, IssueLog log) {
    this.state = state;
    this.limits = limits;
    this.log = log;
  }

  void run() {
    for (EntryKind kind : EntryKind.values()) {
      state.of(kind).values().forEach(this::succession);
      if (!kind.settled()) {
        letters(new ArrayList<>(state.of(kind).keySet()), kind.label());
      }
    }
    settledIds();
  }

  private void succession(List<Entry> records) {
    stage(records.get(0))
        .filter(stage -> stage == Stage.RETIRED)
        .ifPresent(stage -> lifeCycle(records.get(0), "A unit is not registered when it is gone."));
    for (int k = 1; k < records.size(); k++) {
      Entry before = records.get(k - 1);
      Entry entry = records.get(k);
      gap(before, entry);
      if (!identity(before).equals(identity(entry))) {
        log.add(
            Rule.REGISTRY_SAME,
            EntryFields.named(entry),
            "",
            identity(entry),
            "It was %s: end it and register another id.".formatted(identity(before)));
      }
      Optional<Stage> earlier = stage(before);
      stage(entry)
          .filter(next -> !earlier.orElse(next).leadsTo(next))
          .ifPresent(next -> lifeCycle(entry, "It was %s before.".formatted(label(earlier.get()))));
    }
  }

  private static String label(Stage stage) {
    return EntryFields.label(stage);
  }

  private void lifeCycle(Entry entry, String advice) {
    Stage stage = stage(entry).orElseThrow();
    log.add(Rule.LIFE_CYCLE, EntryFields.named(entry), "stage", label(stage), advice);
  }

  private void gap(Entry before, Entry entry) {
    LocalDate end = before.validity().to();
    LocalDate start = entry.validity().begin();
    long days = end == null ? 0 : ChronoUnit.DAYS.between(end, start) - 1;
    if (days > limits.gapDaysMax()) {
      log.add(
          Rule.REGISTRY_GAP,
          EntryFields.named(entry),
          EntryFields.FROM,
          start,
          "%d days after %s are left out; %d may be.".formatted(days, end, limits.gapDaysMax()));
    }
  }

  private static Optional<Stage> stage(Entry entry) {
    if (entry instanceof Resource.Unit unit) {
      return Optional.of(unit.stage());
    }
    return entry instanceof Resource.Storage storage
        ? Optional.of(storage.stage())
        : Optional.empty();
  }

  /** What of a record never changes. */
  private static String identity(Entry entry) {
    return switch (entry.kind()) {
      case MEMBER -> EntryFields.label(((Party.Member) entry).type());
      case UNIT -> EntryFields.label(((Resource.Unit) entry).type());
      case DEMAND_RESPONSE -> EntryFields.label(((Settled.DemandResponse) entry).loadType());
      case ZONE -> ((Place.Zone) entry).zoning();
      case METER_EVENT -> identity((Metering.MeterEvent) entry);
      case RELATION -> identity((Metering.Relation) entry);
      case CONTRACT -> identity((Trade.Contract) entry);
      case PLAN -> ((Trade.Plan) entry).entity();
      case RIGHT -> identity((Trade.Right) entry);
      case FOREIGN_ID -> identity((ForeignId) entry);
      case STORAGE, LOAD, USER, RETAILER, GRID_COMPANY, METER, PRICE_POINT, TARIFF -> "";
    };
  }

  private static String identity(Metering.MeterEvent event) {
    return "%s of %s".formatted(EntryFields.label(event.event()), event.meter());
  }

  private static String identity(Metering.Relation relation) {
    return "%s of %s".formatted(relation.meter(), relation.entity());
  }

  private static String identity(Trade.Contract contract) {
    return "%s to %s".formatted(contract.parties().seller(), contract.parties().buyer());
  }

  private static String identity(Trade.Right right) {
    return "%s from %s to %s".formatted(right.entity(), right.source(), right.sink());
  }

  private static String identity(ForeignId mapping) {
    return "%s %s of %s %s"
        .formatted(mapping.system(), mapping.foreign(), mapping.of().label(), mapping.thing());
  }

  /** One id is one thing among all that is settled. */
  private void settledIds() {
    Map<String, EntryKind> kindOf = new HashMap<>();
    List<String> ids = new ArrayList<>();
    for (EntryKind kind : EntryKind.SETTLED) {
      for (Map.Entry<String, List<Entry>> each : state.of(kind).entrySet()) {
        EntryKind other = kindOf.putIfAbsent(each.getKey(), kind);
        if (other == null) {
          ids.add(each.getKey());
        } else {
          log.add(
              Rule.REGISTRY_SAME,
              EntryFields.named(each.getValue().get(0)),
              "id",
              each.getKey(),
              "It is the id of a %s: give another.".formatted(other.label()));
        }
      }
    }
    letters(ids, "entity");
  }

  private void letters(List<String> ids, String what) {
    Map<String, TreeSet<String>> alike = new HashMap<>();
    for (String id : ids) {
      String plain = Normalizer.normalize(id, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
      alike.computeIfAbsent(plain, key -> new TreeSet<>()).add(id);
    }
    alike.values().stream()
        .filter(same -> same.size() > 1)
        .forEach(
            same ->
                log.add(
                    Rule.REGISTRY_LETTERS,
                    what + " " + same.first(),
                    "id",
                    same.last(),
                    "If it is the same thing write it alike; if not give another id."));
  }
}
