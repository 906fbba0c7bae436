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
import org.gridclear.account.Scope;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.store.ContentStore;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.publication.MessageRow;
import org.gridclear.market.store.publication.PublicationLedger;
import org.gridclear.market.store.publication.PublicationRow;
import org.gridclear.market.store.publication.PublicationRow.Action;
import org.gridclear.market.store.publication.PublicationRow.Subject;
import org.gridclear.settlement.registration.RegistryLimits;

/**
 * Notices of who operates a market, each told to its audience by a message; the acknowledgement of
 * the message is the receipt of reading. A correction goes to the audience of what it corrects.
 */
public final class Notices {
  private final MarketFolder market;
  private final ContentStore content;
  private final Catalogues catalogues;
  private final Mailbox mailbox;
  private final Publishing.Members members;
  private final Clock clock;

  private Notices(MarketFolder market, DayStore days, Publishing.Members members, Clock clock) {
    this.market = market;
    this.content = market.content();
    this.catalogues = new Catalogues(new PieceStore(market));
    this.mailbox = new Mailbox(market, days, clock);
    this.members = members;
    this.clock = clock;
  }

  /** Notices to those who are registered in a market. */
  public static Notices of(MarketFolder market, DayStore days, Clock clock) {
    MarketRegistry registry = new MarketRegistry(market, RegistryLimits.STANDARD, clock);
    return new Notices(market, days, date -> ScheduledPublishing.registered(registry, date), clock);
  }

  /**
   * A notice and how it was published.
   *
   * @param row its publication
   * @param notice what it says
   * @param replacedBy the publication that corrects or withdraws it; empty while it stands
   */
  public record Shown(PublicationRow row, Notice notice, OptionalLong replacedBy) {}

  /**
   * Publishes a notice.
   *
   * @throws IllegalArgumentException if the catalogue has no notices, or somebody of its audience
   *     is not registered
   */
  public PublicationRow publish(Notice notice, String by) {
    Instant now = now();
    Catalogue catalogue = catalogues.at(now);
    LocalDate date = LocalDate.ofInstant(now, market.facts().zone());
    String kind = kind(catalogue);
    Set<String> recipients = recipients(notice, date);
    String hash = content.put(notice.frozen().bytes());
    return market
        .database()
        .inTransaction(
            transaction -> {
              PublicationLedger ledger = PublicationLedger.in(transaction);
              Subject subject = new Subject("", date, ledger.count(kind, date) + 1, 1);
              return ledger.add(
                  new PublicationRow(
                      0,
                      kind,
                      subject,
                      Action.PUBLISHED,
                      OptionalLong.empty(),
                      catalogue.version(),
                      hash,
                      "",
                      by,
                      now),
                  recipients);
            });
  }

  private static String kind(Catalogue catalogue) {
    return catalogue.kinds().stream()
        .filter(kind -> kind.source() instanceof Source.Notice)
        .map(PublicationKind::id)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The catalogue, version %d, has no kind of source notice."
                        .formatted(catalogue.version())));
  }

  private Set<String> recipients(Notice notice, LocalDate date) {
    Collection<String> registered = members.on(date);
    Set<String> recipients = new TreeSet<>();
    Set<String> unknown = new TreeSet<>();
    for (String each : notice.audience()) {
      if (each.equals(Audience.PUBLIC.word())) {
        registered.forEach(id -> recipients.add(Recipient.MEMBER + id));
        recipients.add(new Recipient.Regulator().text());
        recipients.add(new Recipient.Operator().text());
      } else if (Recipient.of(each) instanceof Recipient.OfMember member
          && !registered.contains(member.id())) {
        unknown.add(member.id());
      } else {
        recipients.add(each);
      }
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "notice, audience: %s: no members of the registry on %s."
              .formatted(String.join(", ", unknown), date));
    }
    return recipients;
  }

  /**
   * Corrects a notice. Its audience stays: whoever is told of the notice is told of the correction.
   *
   * @param number of the publication that is corrected, the last one of its notice
   * @throws IllegalArgumentException if it is no notice, was corrected or withdrawn already, or the
   *     audience is another
   */
  public PublicationRow correct(long number, Notice notice, String by) {
    String hash = content.put(notice.frozen().bytes());
    Notice before = shown(number).notice();
    if (!before.audience().equals(notice.audience())) {
      throw new IllegalArgumentException(
          "The audience of notice %d is %s and stays: withdraw it and publish another."
              .formatted(number, new TreeSet<>(before.audience())));
    }
    return replace(number, Action.CORRECTED, hash, "", by);
  }

  /**
   * Withdraws a notice.
   *
   * @param reason why; needed
   * @throws IllegalArgumentException if it is no notice, or was corrected or withdrawn already
   */
  public PublicationRow withdraw(long number, String reason, String by) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("Who withdraws a notice says why.");
    }
    String hash = shown(number).row().contentHash();
    return replace(number, Action.WITHDRAWN, hash, reason.strip(), by);
  }

  private PublicationRow replace(
      long number, Action action, String hash, String reason, String by) {
    Instant now = now();
    return market
        .database()
        .inTransaction(
            transaction -> {
              PublicationLedger ledger = PublicationLedger.in(transaction);
              PublicationRow row = ledger.find(number).orElseThrow();
              PublicationRow last = ledger.last(row.kind(), row.subject()).orElseThrow();
              if (last.number() != number || last.action() == Action.WITHDRAWN) {
                throw new IllegalArgumentException(
                    "Notice %d was %s by publication %d already."
                        .formatted(
                            number,
                            last.action() == Action.WITHDRAWN ? "withdrawn" : "corrected",
                            last.number()));
              }
              Subject subject = row.subject();
              int version = subject.version() + (action == Action.CORRECTED ? 1 : 0);
              return ledger.add(
                  new PublicationRow(
                      0,
                      row.kind(),
                      new Subject("", subject.date(), subject.cycle(), version),
                      action,
                      OptionalLong.of(number),
                      row.catalogueVersion(),
                      hash,
                      reason,
                      by,
                      now),
                  ledger.recipients(number));
            });
  }

  private Shown shown(long number) {
    return find(new Recipient.Operator(), Scope.ALL, number)
        .orElseThrow(
            () -> new IllegalArgumentException("There is no notice %d.".formatted(number)));
  }

  /** A notice that a recipient may read; empty if there is none of this number. */
  public Optional<Shown> find(Recipient recipient, Scope scope, long number) {
    return mailbox
        .publication(recipient, scope, number)
        .filter(row -> isNotice(row))
        .map(this::shown);
  }

  private boolean isNotice(PublicationRow row) {
    return catalogues.version(row.catalogueVersion()).kind(row.kind()).source()
        instanceof Source.Notice;
  }

  private Shown shown(PublicationRow row) {
    OptionalLong replacedBy =
        mailbox
            .replacing(row.number())
            .map(each -> OptionalLong.of(each.number()))
            .orElse(OptionalLong.empty());
    return new Shown(row, Notice.of(FrozenTable.read(content.get(row.contentHash()))), replacedBy);
  }

  /**
   * Notices that a recipient may read, by number.
   *
   * @param from first day of publication
   * @param to last day of publication
   * @param standing only those that hold now and are neither corrected nor withdrawn
   */
  public List<Shown> list(
      Recipient recipient, Scope scope, LocalDate from, LocalDate to, boolean standing) {
    List<Shown> all = new ArrayList<>();
    for (PublicationRow row : mailbox.publications(recipient, scope, from, to)) {
      if (isNotice(row)) {
        Shown shown = shown(row);
        boolean stands =
            shown.replacedBy().isEmpty()
                && row.action() != Action.WITHDRAWN
                && shown.notice().holds(clock.instant());
        if (stands || !standing) {
          all.add(shown);
        }
      }
    }
    return all;
  }

  /** Who was told of a notice, and who has read it. */
  public List<MessageRow> receipts(long number) {
    return mailbox.receipts(shown(number).row().number());
  }

  /**
   * A paper of a notice; empty if it has none of this name.
   *
   * @param shown a notice that the asker may read
   */
  public Optional<byte[]> paper(Shown shown, String name) {
    return shown.notice().papers().stream()
        .filter(paper -> paper.name().equals(name))
        .findFirst()
        .map(paper -> content.get(paper.hash()));
  }

  /** Keeps a paper; returns it. */
  public Notice.Paper keep(String name, byte[] bytes) {
    return new Notice.Paper(name, content.put(bytes));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
