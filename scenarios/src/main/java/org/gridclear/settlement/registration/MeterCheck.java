package org.gridclear.settlement.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.registration.Change.Key;
import org.gridclear.settlement.registry.MeterRelation;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.settlement.registry.entry.Metering.Meter;
import org.gridclear.settlement.registry.entry.Metering.MeterEvent;
import org.gridclear.settlement.registry.entry.Metering.Relation;
import org.gridclear.settlement.registry.entry.Resource;
import org.gridclear.settlement.registry.entry.Settled;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/** Whether meters, what happened to them and their shares fit (REG-15 to REG-17). */
final class MeterCheck {
  private final RegistryState state;
  private final IssueLog log;

  MeterCheck(RegistryState state, IssueLog log) {
    this.state = state;
    this.log = log;
  }

  void run() {
    Map<String, List<Relation>> ofMeter =
        state
            .all(Relation.class)
            .collect(Collectors.groupingBy(Relation::meter, TreeMap::new, Collectors.toList()));
    ofMeter.forEach(this::shares);
    state.all(Meter.class).forEach(this::owner);
    state.all(MeterEvent.class).forEach(this::event);
  }

  /** The sum is greatest on a day on which one of them begins. */
  private void shares(String meter, List<Relation> relations) {
    for (Relation relation : relations) {
      LocalDate day = relation.validity().begin();
      List<Relation> then = relations.stream().filter(other -> other.validity().on(day)).toList();
      long sum =
          then.stream()
              .filter(other -> other.sign() == relation.sign())
              .mapToLong(Relation::share)
              .sum();
      if (sum > MeterRelation.WHOLE) {
        report(
            relation, "share", FixedPoint.format(sum, 6), "Sum of meter %s on %s: reduce it.", day);
      }
      then.stream()
          .filter(other -> other.entity().equals(relation.entity()) && other != relation)
          .filter(other -> !other.id().equals(relation.id()))
          .findFirst()
          .ifPresent(
              other ->
                  report(
                      relation,
                      "entity",
                      relation.entity(),
                      "Relation " + other.id() + " is of meter %s and it, too, on %s.",
                      day));
    }
  }

  private void report(Relation relation, String field, String value, String advice, LocalDate day) {
    log.add(
        Rule.METER_SHARES,
        EntryFields.named(relation),
        field,
        value,
        advice.formatted(relation.meter(), day));
  }

  private void owner(Meter meter) {
    if (meter.member().isEmpty() || meter.belongsTo().isEmpty()) {
      return;
    }
    for (EntryKind kind : EntryKind.SETTLED) {
      for (Entry entry : state.of(new Key(kind, meter.belongsTo().get()))) {
        Optional<String> member = member(entry);
        if (entry.validity().overlaps(meter.validity()) && !member.equals(meter.member())) {
          log.add(
              Rule.METER_OWNER,
              EntryFields.named(meter),
              "member",
              meter.member().get(),
              "%s is of %s.".formatted(EntryFields.named(entry), member.orElse("nobody")));
        }
      }
    }
  }

  private static Optional<String> member(Entry entry) {
    if (entry instanceof Resource resource) {
      return Optional.of(resource.member());
    }
    return entry instanceof Settled settled ? Optional.of(settled.member()) : Optional.empty();
  }

  private void event(MeterEvent event) {
    LocalDate day = event.validity().begin();
    if (!day.equals(event.validity().to())) {
      report(event, EntryFields.TO, event.validity().to(), "It is of one day: give from again.");
    }
    if (!event.time().matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
      report(event, "time", event.time(), "Give a time such as 14:30.");
    }
    if (event.lastReading().isEmpty() || event.firstReading().isEmpty()) {
      report(event, "lastReading", "", "Give the readings before and after.");
    }
    List<Entry> records = state.of(new Key(EntryKind.METER, event.meter()));
    boolean begun =
        records.stream()
            .map(record -> record.validity().from())
            .anyMatch(from -> from.equals(day) || from.equals(day.plusDays(1)));
    if (event.event().exchange() && !begun) {
      report(
          event,
          "meter",
          event.meter(),
          "Propose its new record, with the multiplier that it has now, from that day or the"
              + " next.");
    }
    if (!event.event().exchange()) {
      state
          .on(new Key(EntryKind.METER, event.meter()), day)
          .ifPresent(record -> rollsOver(event, ((Meter) record).fullScale()));
    }
  }

  private void rollsOver(MeterEvent event, OptionalLong fullScale) {
    if (fullScale.isEmpty()) {
      report(event, "meter", event.meter(), "Its record has no fullScale.");
      return;
    }
    String advice = "The full scale is %s.".formatted(FixedPoint.format(fullScale.getAsLong(), 4));
    if (event.lastReading().orElse(0) > fullScale.getAsLong()) {
      report(event, "lastReading", reading(event.lastReading()), advice);
    }
    if (event.firstReading().orElse(0) > fullScale.getAsLong()) {
      report(event, "firstReading", reading(event.firstReading()), advice);
    }
  }

  private static String reading(OptionalLong reading) {
    return FixedPoint.format(reading.orElseThrow(), 4);
  }

  private void report(MeterEvent event, String field, @Nullable Object value, String advice) {
    log.add(Rule.METER_EVENT, EntryFields.named(event), field, value, advice);
  }
}
