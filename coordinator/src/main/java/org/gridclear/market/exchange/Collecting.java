package org.gridclear.market.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridclear.account.Scope;
import org.gridclear.market.approval.VersionsInForce;
import org.gridclear.market.approval.VersionsInForce.InForce;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.exchange.Channel.Trigger;
import org.gridclear.market.publication.Mailbox;
import org.gridclear.market.publication.Recipient;
import org.gridclear.market.publication.WithdrawnException;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.exchange.OutboxRow;
import org.gridclear.market.store.publication.MessageRow;
import org.gridclear.table.TableFile;

/**
 * Puts into the outbox what its channels wait for: timed, on condition, on and on (O-07), and
 * messages of recipients. What a channel has of a run that is in force no longer is withdrawn.
 * Called again at the same time it adds nothing.
 */
public final class Collecting {
  private static final int PAGE = 200;
  private static final String MESSAGE = "message/";

  private final Outbox outbox;
  private final VersionsInForce inForce;
  private final Mailbox mailbox;
  private final ZoneId zone;

  /** What a market hands on. */
  public Collecting(MarketFolder market, DayStore days, Clock clock) {
    this.outbox = new Outbox(market, days, clock);
    this.inForce = new VersionsInForce(days, market.database());
    this.mailbox = new Mailbox(market, days, clock);
    this.zone = market.facts().zone();
  }

  /** The outbox. */
  public Outbox outbox() {
    return outbox;
  }

  /**
   * Collects.
   *
   * @param from first trading date that is looked at
   * @param to last trading date
   * @param by the account
   * @return what was added
   */
  public List<OutboxRow> run(LocalDate from, LocalDate to, String by) {
    List<OutboxRow> added = new ArrayList<>();
    for (Channel channel : outbox.channels().all()) {
      if (channel.trigger().when() == Trigger.When.HAND) {
        continue;
      }
      if (channel.format() == HandedFormat.MESSAGES) {
        messages(channel, by, added);
      } else if (channel.format().ofVersions()) {
        versions(channel, from, to, by, added);
      }
    }
    return added;
  }

  private void versions(
      Channel channel, LocalDate from, LocalDate to, String by, List<OutboxRow> added) {
    List<InForce> held = new ArrayList<>();
    for (String market : channel.markets()) {
      held.addAll(inForce.between(DayKey.market(market), from, to));
    }
    List<OutboxRow> before = outbox.store().of(channel.id());
    for (InForce each : due(channel.trigger(), held, before)) {
      outbox.version(channel, each.version(), by).ifPresent(added::add);
    }
    Set<String> runs = new HashSet<>();
    held.forEach(each -> runs.add(each.version().key().text()));
    withdrawals(channel, before, runs, from, to)
        .forEach((key, last) -> outbox.withdraw(channel, key, last, by).ifPresent(added::add));
  }

  private List<InForce> due(Trigger trigger, List<InForce> held, List<OutboxRow> before) {
    Instant now = outbox.now();
    return switch (trigger.when()) {
      case HAND -> List.of();
      case CONDITION ->
          held.stream().filter(each -> !trigger.published() || each.published()).toList();
      case TIMED ->
          held.stream()
              .filter(each -> !timed(trigger, each.version().key().date()).isAfter(now))
              .toList();
      case ROLLING -> {
        boolean early =
            before.stream()
                .reduce((earlier, later) -> later)
                .filter(last -> last.at().plus(trigger.every()).isAfter(now))
                .isPresent();
        Optional<InForce> newest =
            held.stream()
                .max(
                    java.util.Comparator.comparing((InForce each) -> each.version().key().date())
                        .thenComparing(each -> each.version().key().cycle()));
        yield early ? List.of() : newest.stream().toList();
      }
    };
  }

  private Instant timed(Trigger trigger, LocalDate date) {
    return date.minusDays(trigger.daysBefore()).atTime(trigger.at()).atZone(zone).toInstant();
  }

  /** Runs that the channel has and of which no version is in force. */
  private static Map<DayKey, OutboxRow> withdrawals(
      Channel channel, List<OutboxRow> before, Set<String> runs, LocalDate from, LocalDate to) {
    Map<DayKey, OutboxRow> last = new HashMap<>();
    for (OutboxRow row : before) {
      row.subject()
          .date()
          .filter(date -> !date.isBefore(from) && !date.isAfter(to))
          .filter(date -> channel.markets().contains(row.subject().market()))
          .ifPresent(
              date ->
                  last.put(
                      new DayKey(
                          DayKey.market(row.subject().market()), date, row.subject().cycle()),
                      row));
    }
    last.entrySet()
        .removeIf(
            each ->
                runs.contains(each.getKey().text())
                    || each.getValue().subject().action().equals(Outbox.WITHDRAWN));
    return last;
  }

  private void messages(Channel channel, String by, List<OutboxRow> added) {
    Recipient recipient = Recipient.of(channel.recipient());
    long after =
        outbox.store().of(channel.id()).stream()
            .map(OutboxRow::id)
            .filter(id -> id.startsWith(MESSAGE))
            .mapToLong(id -> Long.parseLong(id.substring(MESSAGE.length())))
            .max()
            .orElse(0);
    Mailbox.Page page;
    do {
      page = mailbox.after(recipient, Scope.ALL, after, PAGE);
      for (MessageRow message : page.messages()) {
        Map<String, Object> body = Envelope.message(message, rows(recipient, message));
        outbox.plain(channel, MESSAGE + message.number(), body, by).ifPresent(added::add);
      }
      after = page.next();
    } while (page.more());
  }

  private List<Map<String, Object>> rows(Recipient recipient, MessageRow message) {
    try {
      return TableFile.objects(mailbox.content(recipient, Scope.ALL, message));
    } catch (WithdrawnException withdrawn) {
      return List.of();
    }
  }
}
