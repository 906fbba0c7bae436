package org.gridclear.market.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.gridclear.account.Scope;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.publication.MessageRow;
import org.gridclear.market.store.publication.PublicationRow;
import org.gridclear.market.store.publication.PublicationRow.Action;
import org.gridclear.market.store.publication.PublicationStore;
import org.gridclear.settlement.registration.RegistryLimits;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.table.Table;
import org.gridclear.validate.UnknownNameException;

/**
 * Messages of a market as those see them for whom they are. Each is fetched as often as somebody
 * likes, and acknowledged once.
 */
public final class Mailbox {
  /** How long an acknowledged message is kept, at least. */
  public static final int MONTHS_KEPT = 13;

  /** The most messages of an answer. */
  public static final int LIMIT_MAX = 1000;

  private final PublicationStore store;
  private final Catalogues catalogues;
  private final PublishedRows rows;
  private final Clock clock;

  /** Catalogues by version; a version never changes. */
  private final Map<Integer, Catalogue> read = new ConcurrentHashMap<>();

  /** The messages of a market. */
  public Mailbox(MarketFolder market, DayStore days, Clock clock) {
    this.store = new PublicationStore(market.database());
    this.catalogues = new Catalogues(new PieceStore(market));
    this.rows = new PublishedRows(days, market.content());
    this.clock = clock;
  }

  /**
   * That a recipient is one: a member that is registered, or that was told something before.
   *
   * @throws UnknownNameException if it is none
   */
  public static void requireKnown(MarketFolder market, Recipient recipient, Clock clock) {
    if (recipient instanceof Recipient.OfMember member) {
      Set<String> members =
          new MarketRegistry(market, RegistryLimits.STANDARD, clock)
              .at(OptionalLong.empty())
              .state()
              .of(EntryKind.MEMBER)
              .keySet();
      boolean told =
          !new PublicationStore(market.database()).messages(recipient.text(), 0, 1).isEmpty();
      if (!told && !members.contains(member.id())) {
        throw new UnknownNameException("member", member.id(), members);
      }
    }
  }

  /**
   * Part of a mailbox.
   *
   * @param messages those that the account sees
   * @param next what to ask for next: messages after this number
   * @param more whether there are some by now
   */
  public record Page(List<MessageRow> messages, long next, boolean more) {}

  /**
   * Messages that come after a number, the first ones first.
   *
   * @param scope zones and markets that the account sees
   * @param limit the most messages, 1 to {@link #LIMIT_MAX}
   */
  public Page after(Recipient recipient, Scope scope, long after, int limit) {
    if (after < 0 || limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException(
          "after (%d) must be 0 or more, and limit (%d) must lie in 1..%d."
              .formatted(after, limit, LIMIT_MAX));
    }
    List<MessageRow> found = store.messages(recipient.text(), after, limit + 1);
    boolean more = found.size() > limit;
    List<MessageRow> page = more ? found.subList(0, limit) : found;
    long next = page.isEmpty() ? after : page.get(page.size() - 1).number();
    return new Page(
        page.stream().filter(each -> seen(recipient, scope, each)).toList(), next, more);
  }

  private boolean seen(Recipient recipient, Scope scope, MessageRow message) {
    return rows.sees(kind(message.publication()), message.publication(), recipient, scope);
  }

  private PublicationKind kind(PublicationRow publication) {
    return read.computeIfAbsent(publication.catalogueVersion(), catalogues::version)
        .kind(publication.kind());
  }

  /** A message of a recipient; empty if it has none of this number. */
  public Optional<MessageRow> find(Recipient recipient, Scope scope, long number) {
    return store
        .message(number)
        .filter(each -> each.recipient().equals(recipient.text()))
        .filter(each -> seen(recipient, scope, each));
  }

  /**
   * Records that messages arrived. What was recorded before stays as it was, so saying it again
   * changes nothing and has the same answer.
   *
   * @return the messages; a number of which the recipient has none is left out
   */
  public List<MessageRow> acknowledge(
      Recipient recipient, Scope scope, List<Long> numbers, String by) {
    List<Long> own = new ArrayList<>();
    for (long number : numbers) {
      find(recipient, scope, number).ifPresent(each -> own.add(each.number()));
    }
    return store.acknowledge(own, by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  /**
   * Publications of a range of trading dates that a recipient may read, in their order: those that
   * are public, and those of which it is told.
   */
  public List<PublicationRow> publications(
      Recipient recipient, Scope scope, LocalDate from, LocalDate to) {
    Set<Long> told = store.toldOf(recipient.text(), from, to);
    return store.between(from, to).stream()
        .filter(row -> mayRead(recipient, row, told.contains(row.number())))
        .filter(row -> rows.sees(kind(row), row, recipient, scope))
        .toList();
  }

  /**
   * Those of one kind.
   *
   * @param kind id of the kind; "" for all
   * @throws UnknownNameException if the catalogue has no such kind now, and no publication was of
   *     it
   */
  public List<PublicationRow> publications(
      Recipient recipient, Scope scope, LocalDate from, LocalDate to, String kind) {
    List<PublicationRow> all = publications(recipient, scope, from, to);
    Set<String> known = new TreeSet<>(all.stream().map(PublicationRow::kind).toList());
    catalogues.at(clock.instant()).kinds().forEach(each -> known.add(each.id()));
    if (!kind.isEmpty() && !known.contains(kind)) {
      throw new UnknownNameException("kind of publication", kind, known);
    }
    return all.stream().filter(row -> kind.isEmpty() || row.kind().equals(kind)).toList();
  }

  private boolean mayRead(Recipient recipient, PublicationRow row, boolean told) {
    return told
        || recipient instanceof Recipient.Operator
        || kind(row).audience().contains(Audience.PUBLIC)
            && !(kind(row).source() instanceof Source.Notice);
  }

  /** Messages of a publication: who was told, and who has acknowledged it. */
  public List<MessageRow> receipts(long publication) {
    return store.messagesOf(publication);
  }

  /** The publication that corrects or withdraws another; empty while none does. */
  public Optional<PublicationRow> replacing(long publication) {
    return store.replacing(publication);
  }

  /** A publication that a recipient may read; empty if there is none of this number. */
  public Optional<PublicationRow> publication(Recipient recipient, Scope scope, long number) {
    return store
        .find(number)
        .filter(
            row ->
                publications(recipient, scope, row.subject().date(), row.subject().date())
                    .contains(row));
  }

  /**
   * The rows of a message.
   *
   * @throws WithdrawnException if they were withdrawn
   */
  public Table content(Recipient recipient, Scope scope, MessageRow message) {
    return content(recipient, scope, message.publication());
  }

  /**
   * The rows of a publication, cut to the recipient.
   *
   * @throws WithdrawnException if they were withdrawn
   */
  public Table content(Recipient recipient, Scope scope, PublicationRow publication) {
    if (publication.action() == Action.WITHDRAWN) {
      throw new WithdrawnException(publication);
    }
    store
        .replacing(publication.number())
        .filter(row -> row.action() == Action.WITHDRAWN)
        .ifPresent(
            row -> {
              throw new WithdrawnException(row);
            });
    return rows.table(kind(publication), publication, recipient, scope);
  }

  /**
   * Deletes what was acknowledged and is older than {@link #MONTHS_KEPT} months; what was not
   * acknowledged stays.
   *
   * @return how many messages were deleted
   */
  public int forget() {
    Instant before = clock.instant().atOffset(ZoneOffset.UTC).minusMonths(MONTHS_KEPT).toInstant();
    return store.forget(before);
  }
}
