package org.gridclear.market.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.market.approval.StateChangedException;
import org.gridclear.market.approval.VersionsInForce;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.StoreTransaction;
import org.gridclear.market.store.publication.PublicationLedger;
import org.gridclear.market.store.publication.PublicationRow;
import org.gridclear.market.store.publication.PublicationRow.Action;
import org.gridclear.market.store.publication.PublicationRow.Subject;

/**
 * Publishes versions of days and data of dates. A version is published only while it is approved:
 * its state, the publication and a message for each member of the audience are written together.
 */
public final class Publishing {
  /** Said of a kind without which its version is not yet a published one. */
  static final String LEFT = "is due, and not published yet";

  private final MarketFolder market;
  private final Catalogues catalogues;
  private final PublishedRows rows;
  private final Members members;
  private final Clock clock;

  /**
   * The publishing of a market.
   *
   * @param days its days
   * @param members who is in the market
   * @param clock the time
   */
  public Publishing(MarketFolder market, DayStore days, Members members, Clock clock) {
    this.market = market;
    this.catalogues = new Catalogues(new PieceStore(market));
    this.rows = new PublishedRows(days, market.content());
    this.members = members;
    this.clock = clock;
  }

  /** Who is in the market on a day. */
  @FunctionalInterface
  public interface Members {
    /** Ids of all members that are registered on a date. */
    Collection<String> on(LocalDate date);
  }

  /** The catalogue that holds now. */
  public Catalogue catalogue() {
    return catalogues.at(clock.instant());
  }

  /** Catalogues by version. */
  public Catalogues catalogues() {
    return catalogues;
  }

  /** Members that are registered on a date. */
  Collection<String> members(LocalDate date) {
    return members.on(date);
  }

  /**
   * What became of a kind of data.
   *
   * @param kind its id
   * @param subject what of
   * @param published what was published; empty if nothing was
   * @param told how many messages were written
   * @param remark why nothing was published, or who is missing; "" for nothing to say
   */
  public record Outcome(
      String kind, Subject subject, Optional<PublicationRow> published, int told, String remark) {}

  /**
   * Publishes kinds of data of a version, all of them or none. The version is a published one once
   * all are that are due by their time; where none has a time that has come, all that it has.
   *
   * @param kinds ids; empty for all of its market
   * @param by the account
   * @throws StateChangedException if the version is not approved
   * @throws IllegalArgumentException if a later version of it is published, or a kind is not of its
   *     market
   */
  public List<Outcome> version(DayVersion version, Collection<String> kinds, String by) {
    Catalogue catalogue = catalogue();
    String market = DayKey.word(version.key().market());
    List<PublicationKind> chosen = new ArrayList<>();
    for (String id : kinds) {
      PublicationKind kind = catalogue.kind(id);
      if (!catalogue.ofMarket(market).contains(kind)) {
        throw new IllegalArgumentException(
            "%s is not of versions of %s by the catalogue, version %d."
                .formatted(id, market, catalogue.version()));
      }
      chosen.add(kind);
    }
    if (kinds.isEmpty()) {
      chosen.addAll(catalogue.ofMarket(market));
    }
    return publish(version, chosen, catalogue, by);
  }

  /** A kind that is going to be published. */
  private record Ready(PublicationKind kind, Optional<PublishedRows.Prepared> prepared) {}

  private List<Outcome> publish(
      DayVersion version, List<PublicationKind> kinds, Catalogue catalogue, String by) {
    List<Ready> ready = new ArrayList<>();
    for (PublicationKind kind : kinds) {
      boolean there = version.blocks().containsKey(((Source.Result) kind.source()).kind());
      ready.add(
          new Ready(kind, there ? Optional.of(rows.prepare(kind, version)) : Optional.empty()));
    }
    Subject subject = subject(version);
    Instant now = now();
    Set<String> all = everybody(now);
    return market
        .database()
        .inTransaction(
            transaction -> {
              Instant since = VersionsInForce.requirePublishable(transaction, version);
              List<Outcome> outcomes =
                  write(transaction, subject, ready, all, catalogue.version(), by, now);
              DueKinds due = new DueKinds(catalogue, version, since, market.facts().zone());
              List<String> left = due.left(PublicationLedger.in(transaction), subject, now);
              if (left.isEmpty()) {
                VersionsInForce.publish(transaction, version, by, now);
              }
              left.forEach(id -> outcomes.add(new Outcome(id, subject, Optional.empty(), 0, LEFT)));
              return outcomes;
            });
  }

  private static List<Outcome> write(
      StoreTransaction transaction,
      Subject subject,
      List<Ready> ready,
      Set<String> everybody,
      int catalogueVersion,
      String by,
      Instant now) {
    PublicationLedger ledger = PublicationLedger.in(transaction);
    List<Outcome> outcomes = new ArrayList<>();
    for (Ready each : ready) {
      String id = each.kind().id();
      if (each.prepared().isEmpty()) {
        outcomes.add(new Outcome(id, subject, Optional.empty(), 0, "the version has none"));
        continue;
      }
      Optional<PublicationRow> before = ledger.last(id, subject);
      PublishedRows.Prepared prepared = each.prepared().get();
      if (before.isPresent() && same(before.get(), subject, prepared.contentHash())) {
        outcomes.add(new Outcome(id, subject, before, 0, "is published already"));
        continue;
      }
      PublicationRow row =
          next(id, subject, before, prepared.contentHash(), catalogueVersion, by, now);
      Set<String> recipients = recipients(each.kind(), prepared.owners(), everybody);
      // Whoever was told of what is corrected is told of the correction, too.
      row.replaces().ifPresent(replaced -> recipients.addAll(ledger.recipients(replaced)));
      PublicationRow added = ledger.add(row, recipients);
      String remark = recipients.isEmpty() ? "nobody is registered to be told" : "";
      outcomes.add(new Outcome(id, subject, Optional.of(added), recipients.size(), remark));
    }
    return outcomes;
  }

  private static boolean same(PublicationRow before, Subject subject, String hash) {
    return before.action() != Action.WITHDRAWN
        && before.subject().version() == subject.version()
        && before.contentHash().equals(hash);
  }

  private static PublicationRow next(
      String kind,
      Subject subject,
      Optional<PublicationRow> before,
      String hash,
      int catalogueVersion,
      String by,
      Instant now) {
    before
        .filter(row -> row.subject().version() > subject.version())
        .ifPresent(
            row -> {
              throw new IllegalArgumentException(
                  "%s of %s: version %d is later and was %s by publication %d."
                      .formatted(
                          kind,
                          subject.text(),
                          row.subject().version(),
                          row.action().name().toLowerCase(java.util.Locale.ROOT),
                          row.number()));
            });
    boolean corrects = before.isPresent() && before.get().action() != Action.WITHDRAWN;
    return new PublicationRow(
        0,
        kind,
        subject,
        corrects ? Action.CORRECTED : Action.PUBLISHED,
        corrects ? OptionalLong.of(before.get().number()) : OptionalLong.empty(),
        catalogueVersion,
        hash,
        "",
        by,
        now);
  }

  private static Set<String> recipients(
      PublicationKind kind, Set<String> owners, Set<String> everybody) {
    Set<String> recipients = new TreeSet<>();
    for (Audience audience : kind.audience()) {
      switch (audience) {
        case PUBLIC -> everybody.forEach(id -> recipients.add(Recipient.MEMBER + id));
        case OWN_MEMBER -> owners.forEach(id -> recipients.add(Recipient.MEMBER + id));
        case REGULATOR -> recipients.add(new Recipient.Regulator().text());
        case OPERATOR -> recipients.add(new Recipient.Operator().text());
      }
    }
    return recipients;
  }

  /**
   * Publishes what there is of a date, unless it is published already.
   *
   * @param kind of a series, of tickets, of the registry or of a table that is handed in
   * @param frozen its rows as they are now
   */
  Outcome dated(PublicationKind kind, LocalDate date, FrozenTable frozen, String by) {
    Subject subject = new Subject("", date, 0, 0);
    if (frozen.table().rows().isEmpty()) {
      return new Outcome(kind.id(), subject, Optional.empty(), 0, "nothing is known of it");
    }
    Ready ready = new Ready(kind, Optional.of(rows.prepare(kind, frozen)));
    Instant now = now();
    Set<String> all = everybody(now);
    int version = catalogue().version();
    return market
        .database()
        .inTransaction(
            transaction ->
                write(transaction, subject, List.of(ready), all, version, by, now).get(0));
  }

  /**
   * Withdraws a version that is published: all kinds of it, told to all who were told of it.
   *
   * @param reason why; needed
   * @throws StateChangedException if it is not published
   */
  public List<PublicationRow> withdraw(DayVersion version, String reason, String by) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("Who withdraws a version says why.");
    }
    Instant now = now();
    Subject subject = subject(version);
    return market
        .database()
        .inTransaction(
            transaction -> {
              VersionsInForce.withdraw(transaction, version, reason.strip(), by, now);
              return withdrawn(transaction, subject, reason.strip(), by, now);
            });
  }

  private List<PublicationRow> withdrawn(
      StoreTransaction transaction, Subject subject, String reason, String by, Instant now) {
    PublicationLedger ledger = PublicationLedger.in(transaction);
    List<PublicationRow> withdrawn = new ArrayList<>();
    for (PublicationRow row : ledger.lastOf(subject)) {
      if (row.action() == Action.WITHDRAWN || row.subject().version() != subject.version()) {
        continue;
      }
      PublicationRow wanted =
          new PublicationRow(
              0,
              row.kind(),
              subject,
              Action.WITHDRAWN,
              OptionalLong.of(row.number()),
              row.catalogueVersion(),
              row.contentHash(),
              reason,
              by,
              now);
      withdrawn.add(ledger.add(wanted, ledger.recipients(row.number())));
    }
    return withdrawn;
  }

  private Set<String> everybody(Instant now) {
    return new TreeSet<>(members.on(LocalDate.ofInstant(now, market.facts().zone())));
  }

  private static Subject subject(DayVersion version) {
    DayKey key = version.key();
    return new Subject(DayKey.word(key.market()), key.date(), key.cycle(), version.version());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
