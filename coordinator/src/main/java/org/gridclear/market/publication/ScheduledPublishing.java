package org.gridclear.market.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.VersionsInForce;
import org.gridclear.market.approval.VersionsInForce.InForce;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.publication.PublicationKind.Correction;
import org.gridclear.market.publication.Publishing.Outcome;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.publication.PublicationRow;
import org.gridclear.market.store.publication.PublicationRow.Action;
import org.gridclear.market.store.publication.PublicationRow.Subject;
import org.gridclear.market.store.publication.PublicationStore;
import org.gridclear.settlement.registration.RegistryLimits;
import org.gridclear.settlement.registry.entry.EntryKind;

/**
 * Publishes what is due by the catalogue: versions in force, data of dates, corrections of both,
 * and withdrawals of what is in force no longer. Called again at the same time it does nothing.
 */
public final class ScheduledPublishing {
  private final Publishing publishing;
  private final PublicationStore store;
  private final VersionsInForce inForce;
  private final DayStore days;
  private final DatedRows dated;
  private final ZoneId zone;
  private final Clock clock;

  private ScheduledPublishing(
      MarketFolder market, DayStore days, MarketRegistry registry, Clock clock) {
    this.publishing = new Publishing(market, days, date -> registered(registry, date), clock);
    this.store = new PublicationStore(market.database());
    this.inForce = new VersionsInForce(days, market.database());
    this.days = days;
    this.zone = market.facts().zone();
    this.dated = new DatedRows(new PieceStore(market), registry, new MarketClock(zone));
    this.clock = clock;
  }

  /** The publishing of a market to those who are registered in it. */
  public static ScheduledPublishing of(MarketFolder market, DayStore days, Clock clock) {
    return new ScheduledPublishing(
        market, days, new MarketRegistry(market, RegistryLimits.STANDARD, clock), clock);
  }

  static List<String> registered(MarketRegistry registry, LocalDate date) {
    return registry
        .at(java.util.OptionalLong.empty())
        .state()
        .on(date)
        .filter(entry -> entry.kind() == EntryKind.MEMBER)
        .map(entry -> entry.id())
        .toList();
  }

  /** Publishing by hand. */
  public Publishing publishing() {
    return publishing;
  }

  /**
   * Publishes what is due.
   *
   * @param from first trading date that is looked at
   * @param to last trading date
   * @param by the account; {@link DayApproval#AUTOMATIC} where nobody asked
   * @return what was published, and what could not be and why
   */
  public List<Outcome> run(LocalDate from, LocalDate to, String by) {
    Instant now = clock.instant();
    Catalogue catalogue = publishing.catalogue();
    Current current = Current.of(store.between(from, to));
    List<Outcome> outcomes = new ArrayList<>();
    Set<String> held = new HashSet<>();
    for (Market market : Market.values()) {
      for (InForce each : inForce.between(market, from, to)) {
        held.add(each.version().key().text());
        List<String> due = due(catalogue, current, each, now);
        if (!due.isEmpty()) {
          outcomes.addAll(publishing.version(each.version(), due, by));
        }
      }
    }
    outcomes.addAll(withdrawn(current, held, by));
    for (PublicationKind kind : catalogue.kinds()) {
      for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
        dated(kind, date, current, now, by).ifPresent(outcomes::add);
      }
    }
    return outcomes;
  }

  /** What was published last of each kind and run of a day. */
  private record Current(Map<String, PublicationRow> rows) {
    static Current of(List<PublicationRow> published) {
      Map<String, PublicationRow> rows = new TreeMap<>();
      published.forEach(row -> rows.put(key(row.kind(), row.subject()), row));
      return new Current(rows);
    }

    static String key(String kind, Subject subject) {
      return "%s %s %s %d".formatted(kind, subject.market(), subject.date(), subject.cycle());
    }

    /** Empty if it was never published, or is withdrawn. */
    Optional<PublicationRow> of(String kind, Subject subject) {
      return Optional.ofNullable(rows.get(key(kind, subject)))
          .filter(row -> row.action() != Action.WITHDRAWN);
    }
  }

  private List<String> due(Catalogue catalogue, Current current, InForce each, Instant now) {
    DayVersion version = each.version();
    String market = DayKey.word(version.key().market());
    Subject subject =
        new Subject(market, version.key().date(), version.key().cycle(), version.version());
    List<String> due = new ArrayList<>();
    for (PublicationKind kind : catalogue.ofMarket(market)) {
      boolean there = version.blocks().containsKey(((Source.Result) kind.source()).kind());
      Optional<PublicationRow> before = current.of(kind.id(), subject);
      boolean wanted =
          before.isEmpty()
              || kind.correction() == Correction.AUTOMATIC
                  && before.get().subject().version() < version.version();
      boolean time =
          kind.schedule(market)
              .due(version.key().date(), each.since(), zone)
              .filter(at -> !at.isAfter(now))
              .isPresent();
      if (there && wanted && time) {
        due.add(kind.id());
      }
    }
    return due;
  }

  /** Withdraws what is published of runs of which no version is in force. */
  private List<Outcome> withdrawn(Current current, Set<String> held, String by) {
    Set<DayVersion> versions = new HashSet<>();
    for (PublicationRow row : current.rows().values()) {
      Subject subject = row.subject();
      if (subject.market().isEmpty() || row.action() == Action.WITHDRAWN) {
        continue;
      }
      DayKey key = new DayKey(DayKey.market(subject.market()), subject.date(), subject.cycle());
      if (!held.contains(key.text())) {
        days.find(key, subject.version()).ifPresent(versions::add);
      }
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (DayVersion version : versions) {
      for (PublicationRow row : publishing.withdraw(version, "is in force no longer", by)) {
        int told = store.messagesOf(row.number()).size();
        outcomes.add(new Outcome(row.kind(), row.subject(), Optional.of(row), told, ""));
      }
    }
    return outcomes;
  }

  private Optional<Outcome> dated(
      PublicationKind kind, LocalDate date, Current current, Instant now, String by) {
    if (kind.source().ofVersions()) {
      return Optional.empty();
    }
    Optional<Instant> due = kind.schedule("").due(date, Instant.MIN, zone);
    boolean published = current.of(kind.id(), new Subject("", date, 0, 0)).isPresent();
    if (due.isEmpty()
        || due.get().isAfter(now)
        || published && kind.correction() != Correction.AUTOMATIC) {
      return Optional.empty();
    }
    return dated
        .of(kind.source(), date, now)
        .filter(frozen -> !frozen.table().rows().isEmpty())
        .map(frozen -> publishing.dated(kind, date, frozen, by))
        .filter(outcome -> outcome.remark().isEmpty() || outcome.told() > 0);
  }

  /**
   * Publishes a kind of data of a date by hand.
   *
   * @param handed the table, where the kind is one that is handed in
   * @throws IllegalArgumentException if it is one that is not, or the other way round
   */
  public Outcome date(String id, LocalDate date, Optional<HandedTable> handed, String by) {
    PublicationKind kind = publishing.catalogue().kind(id);
    if (kind.source() instanceof Source.Notice) {
      throw new IllegalArgumentException(id + " are published as notices.");
    }
    if (kind.source().ofVersions()) {
      throw new IllegalArgumentException(
          "%s is of versions of days; name a market and a version.".formatted(id));
    }
    Optional<FrozenTable> known = dated.of(kind.source(), date, clock.instant());
    if (known.isPresent() == handed.isPresent()) {
      throw new IllegalArgumentException(
          known.isPresent()
              ? "%s has rows of its own; a file is not for it.".formatted(id)
              : "%s is handed in: name the file.".formatted(id));
    }
    FrozenTable frozen = known.orElseGet(() -> handed.orElseThrow().frozen(kind));
    if (handed.isPresent()) {
      requireRegistered(frozen, date, handed.get().name());
    }
    return publishing.dated(kind, date, frozen, by);
  }

  /** A row of a member that is none would be told to nobody. */
  private void requireRegistered(FrozenTable frozen, LocalDate date, String name) {
    Set<String> unknown = frozen.owners();
    unknown.removeAll(publishing.members(date));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "%s, column member: %s: no members of the registry on %s. Nothing was published."
              .formatted(name, String.join(", ", unknown), date));
    }
  }
}
