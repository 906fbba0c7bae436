package org.gridclear.market.exchange;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.file.Sha256;
import org.gridclear.market.approval.VersionsInForce;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.StoreTransaction;
import org.gridclear.market.store.exchange.ExchangeStore;
import org.gridclear.market.store.exchange.OutboxRow;
import org.gridclear.market.store.exchange.OutboxRow.State;
import org.gridclear.market.store.exchange.OutboxRow.Subject;

/**
 * Hands things to other systems. What is handed on of a version is written while the version is
 * held in force; it is then delivered in the order of its channel, again and again until the
 * partner has it. As it keeps its id, the partner takes it once.
 */
public final class Outbox {
  /** How long whoever tries an entry has it for itself. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  static final String NEW = "NEW";
  static final String REPLACES = "REPLACES";
  static final String WITHDRAWN = "WITHDRAWN";

  private final MarketFolder market;
  private final Channels channels;
  private final ChannelSecrets secrets;
  private final HandedRows rows;
  private final ExchangeStore store;
  private final Clock clock;

  /** The outbox of a market. */
  public Outbox(MarketFolder market, DayStore days, Clock clock) {
    this.market = market;
    this.channels = new Channels(new PieceStore(market));
    this.secrets = secrets(market);
    this.rows = new HandedRows(market, days);
    this.store = new ExchangeStore(market.database());
    this.clock = clock;
  }

  /** Secrets of the channels of a market. */
  public static ChannelSecrets secrets(MarketFolder market) {
    return new ChannelSecrets(market.path().resolve("exchange"));
  }

  /** The channels. */
  public Channels channels() {
    return channels;
  }

  /** What was handed over. */
  public ExchangeStore store() {
    return store;
  }

  /**
   * Adds a version to a channel, unless it was added before.
   *
   * @return what was added; empty if it was there
   * @throws org.gridclear.market.approval.StateChangedException if the version is not in force
   * @throws IllegalArgumentException if the channel does not take versions of this market
   */
  public Optional<OutboxRow> version(Channel channel, DayVersion version, String by) {
    DayKey key = version.key();
    String word = DayKey.word(key.market());
    if (!channel.format().ofVersions() || !channel.markets().contains(word)) {
      throw new IllegalArgumentException(
          "The channel %s takes no versions of %s.".formatted(channel.id(), word));
    }
    Map<String, Object> body = rows.of(channel.format(), version);
    Optional<OutboxRow> before = lastOf(channel, key);
    String action = before.isPresent() && !isWithdrawn(before.get()) ? REPLACES : NEW;
    Subject subject =
        new Subject(word, Optional.of(key.date()), key.cycle(), version.version(), action);
    Envelope.Out out =
        new Envelope.Out(
            id(channel, key, version.version()),
            subject,
            before.filter(row -> action.equals(REPLACES)).map(OutboxRow::id),
            body);
    return market
        .database()
        .inTransaction(
            transaction -> {
              VersionsInForce.require(transaction, version);
              return add(transaction, channel, out, by);
            });
  }

  private static boolean isWithdrawn(OutboxRow row) {
    return row.subject().action().equals(WITHDRAWN);
  }

  private static String id(Channel channel, DayKey key, int version) {
    return "%s/%s/%s/%d/v%d"
        .formatted(
            channel.format().word(), DayKey.word(key.market()), key.date(), key.cycle(), version);
  }

  /** The last entry of a run of a day. */
  private Optional<OutboxRow> lastOf(Channel channel, DayKey key) {
    return store.of(channel.id()).stream()
        .filter(row -> row.subject().market().equals(DayKey.word(key.market())))
        .filter(row -> row.subject().date().equals(Optional.of(key.date())))
        .filter(row -> row.subject().cycle() == key.cycle())
        .reduce((earlier, later) -> later);
  }

  /**
   * Tells a channel that what it has of a run of a day holds no longer.
   *
   * @throws org.gridclear.market.approval.StateChangedException if a version of it is in force
   */
  Optional<OutboxRow> withdraw(Channel channel, DayKey key, OutboxRow last, String by) {
    Subject subject =
        new Subject(
            last.subject().market(),
            last.subject().date(),
            key.cycle(),
            last.subject().version(),
            WITHDRAWN);
    Envelope.Out out =
        new Envelope.Out(last.id() + "/withdrawn", subject, Optional.of(last.id()), Map.of());
    return market
        .database()
        .inTransaction(
            transaction -> {
              VersionsInForce.requireNone(transaction, key);
              return add(transaction, channel, out, by);
            });
  }

  /** Adds something that is of no run of a day. */
  Optional<OutboxRow> plain(Channel channel, String id, Map<String, Object> body, String by) {
    Envelope.Out out = new Envelope.Out(id, Subject.NONE, Optional.empty(), body);
    return market.database().inTransaction(transaction -> add(transaction, channel, out, by));
  }

  /**
   * Adds a table to a channel, unless the same was added before.
   *
   * @param name name of the file
   * @param csv its content
   * @return what was added; empty if it was there
   */
  public Optional<OutboxRow> table(Channel channel, String name, byte[] csv, String by) {
    if (channel.format() != HandedFormat.TABLE) {
      throw new IllegalArgumentException(
          "The channel %s takes %s and no tables."
              .formatted(channel.id(), channel.format().word()));
    }
    String hash = Sha256.hex(csv);
    Map<String, Object> body =
        Map.of("name", name, "sha256", hash, "csv", new String(csv, StandardCharsets.UTF_8));
    return plain(channel, "table/" + hash, body, by);
  }

  private Optional<OutboxRow> add(
      StoreTransaction transaction, Channel channel, Envelope.Out out, String by) {
    Instant now = now();
    return ExchangeStore.add(
        transaction,
        channel.id(),
        out.id(),
        sequence ->
            new OutboxRow(
                0,
                channel.id(),
                sequence,
                out.id(),
                out.subject(),
                market.content().put(out.bytes(channel, sequence, now)),
                State.PENDING,
                0,
                now,
                "",
                by,
                now,
                Optional.empty()));
  }

  /**
   * Delivers what is due, of each channel in its order: what waits for another try holds up what
   * comes after it; what is dead does not.
   *
   * @return entries that were tried, as they are now
   */
  public List<OutboxRow> send() {
    List<OutboxRow> tried = new ArrayList<>();
    for (Channel channel : channels.all()) {
      if (!channel.format().comesIn()) {
        boolean more = true;
        while (more) {
          Optional<OutboxRow> next = store.firstPending(channel.id());
          Optional<OutboxRow> done = next.flatMap(row -> tried(channel, row));
          done.ifPresent(tried::add);
          more = done.filter(row -> row.state() != State.PENDING).isPresent();
        }
      }
    }
    return tried;
  }

  /**
   * Delivers what is due, and says how one entry stands.
   *
   * @return the entry, then what else was tried; the entry may wait for what is before it
   */
  public List<OutboxRow> sent(long number) {
    List<OutboxRow> tried = send();
    List<OutboxRow> told = new ArrayList<>(List.of(entry(number)));
    tried.stream().filter(row -> row.number() != number).forEach(told::add);
    return told;
  }

  private Optional<OutboxRow> tried(Channel channel, OutboxRow row) {
    Instant now = now();
    if (row.nextAt().isAfter(now) || !store.claim(row, now, now.plus(LEASE))) {
      return Optional.empty();
    }
    try {
      String said = delivery(channel).deliver(row, market.content().get(row.contentHash()));
      store.sent(row.number(), now(), said);
    } catch (IOException | IllegalArgumentException e) {
      int attempts = row.attempts() + 1;
      boolean dead = attempts >= channel.retry().tries();
      store.failed(
          row.number(),
          dead,
          now.plus(channel.retry().after(row.attempts())),
          String.valueOf(e.getMessage()));
    }
    return store.find(row.number());
  }

  private Delivery delivery(Channel channel) {
    String id = channel.id();
    String target = channel.transport().target();
    return switch (channel.transport().way()) {
      case FOLDER -> new FolderTransport(market.path().resolve(target));
      case ONEWAY -> new OneWayTransport(id, market.path().resolve(target), secrets.of(id), clock);
      case HTTPS -> new HttpsTransport(URI.create(target), secrets.of(id), clock);
      case SFTP -> sftp(market, channel);
      case MAIL ->
          new MailTransport(URI.create(target), secrets.password(id), secrets.of(id), clock);
      case KAFKA -> kafka(target, secrets.of(id));
      case REST -> throw new IllegalArgumentException(channel.id() + " sends nothing.");
    };
  }

  /** The host of a channel's partner. */
  static SftpTransport sftp(MarketFolder market, Channel channel) {
    return new SftpTransport(
        URI.create(channel.transport().target()),
        channel.transport().hostKey(),
        keys(market).of(channel.id()));
  }

  /** Keys of the channels of a market. */
  public static SshKeys keys(MarketFolder market) {
    return new SshKeys(market.path().resolve("exchange"));
  }

  /** Its library is no part of the installation: whoever has brokers puts it there. */
  private Delivery kafka(String target, byte[] secret) {
    try {
      return KafkaTransport.of(target, secret, clock);
    } catch (NoClassDefFoundError e) {
      throw new IllegalArgumentException(
          "Kafka is not in this installation: put kafka-clients into the folder more beside"
              + " gridclear.jar.",
          e);
    }
  }

  /**
   * Lets what is dead be tried again: it waits for the next sending.
   *
   * @throws IllegalArgumentException if it is not
   */
  public OutboxRow replay(long number) {
    OutboxRow row = entry(number);
    if (!store.replay(number, now())) {
      throw new IllegalArgumentException(
          "Entry %d is %s; only what is dead is replayed.".formatted(number, row.state()));
    }
    return entry(number);
  }

  /**
   * Records what the partner says that it did with something; again is no second record.
   *
   * @throws IllegalArgumentException if the channel never had it
   */
  public OutboxRow receipt(Channel channel, String id, String said) {
    OutboxRow row =
        store
            .find(channel.id(), id)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The channel %s never had %s.".formatted(channel.id(), id)));
    store.receipt(row.number(), said);
    return entry(row.number());
  }

  private OutboxRow entry(long number) {
    return store
        .find(number)
        .orElseThrow(() -> new IllegalArgumentException("There is no entry %d.".formatted(number)));
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
