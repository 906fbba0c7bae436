package org.gridclear.market.store.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.Numbering;
import org.gridclear.market.store.StoreTransaction;
import org.gridclear.market.store.exchange.OutboxRow.State;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Outbox and inbox on disk.
 *
 * @param database of the market
 */
public record ExchangeStore(MarketDatabase database) {
  private static final int SAID_MAX = 1000;

  /**
   * Adds to the outbox, unless the channel has the id already.
   *
   * @param channel id of the channel
   * @param id what the partner knows it by
   * @param make gives the row of a sequence; its number is given here
   * @return what was added; empty if it was there
   */
  public static Optional<OutboxRow> add(
      StoreTransaction transaction, String channel, String id, LongFunction<OutboxRow> make) {
    Handle handle = transaction.handle();
    long last = Numbering.EXCHANGES.hold(handle);
    if (find(handle, channel, id).isPresent()) {
      return Optional.empty();
    }
    long sequence =
        handle
            .createQuery(
                "SELECT COALESCE(MAX(sequence), 0) FROM exchange_outbox WHERE channel = :channel")
            .bind("channel", channel)
            .mapTo(Long.class)
            .one();
    OutboxRow row = make.apply(sequence + 1);
    insert(handle, last + 1, row);
    Numbering.EXCHANGES.given(handle, last + 1);
    return find(handle, channel, id);
  }

  private static void insert(Handle handle, long number, OutboxRow row) {
    handle
        .createUpdate(
            "INSERT INTO exchange_outbox (number, channel, sequence, id, market, trading_date,"
                + " cycle, version, action, content_hash, state, attempts, next_at, said, made_by,"
                + " made_at) VALUES (:number, :channel, :sequence, :id, :market, :date, :cycle,"
                + " :version, :action, :hash, :state, 0, :next, '', :by, :at)")
        .bind("number", number)
        .bind("channel", row.channel())
        .bind("sequence", row.sequence())
        .bind("id", row.id())
        .bind("market", row.subject().market())
        .bind("date", row.subject().date().orElse(null))
        .bind("cycle", row.subject().cycle())
        .bind("version", row.subject().version())
        .bind("action", row.subject().action())
        .bind("hash", row.contentHash())
        .bind("state", row.state().name())
        .bind("next", utc(row.nextAt()))
        .bind("by", row.by())
        .bind("at", utc(row.at()))
        .execute();
  }

  private static Optional<OutboxRow> find(Handle handle, String channel, String id) {
    return handle
        .createQuery("SELECT * FROM exchange_outbox WHERE channel = :channel AND id = :id")
        .bind("channel", channel)
        .bind("id", id)
        .map(ExchangeStore::outboxRow)
        .findOne();
  }

  /** What a channel was given, in the order of its sequence. */
  public List<OutboxRow> of(String channel) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM exchange_outbox WHERE channel = :channel ORDER BY number")
                    .bind("channel", channel)
                    .map(ExchangeStore::outboxRow)
                    .list());
  }

  /** Everything of a state, in its order. */
  public List<OutboxRow> of(State state) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM exchange_outbox WHERE state = :state ORDER BY number")
                    .bind("state", state.name())
                    .map(ExchangeStore::outboxRow)
                    .list());
  }

  /** An entry of the outbox. */
  public Optional<OutboxRow> find(long number) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM exchange_outbox WHERE number = :number")
                    .bind("number", number)
                    .map(ExchangeStore::outboxRow)
                    .findOne());
  }

  /** An entry of the outbox by what the partner knows it by. */
  public Optional<OutboxRow> find(String channel, String id) {
    return database.jdbi().withHandle(handle -> find(handle, channel, id));
  }

  /** The first entry of a channel that is pending; later ones wait for it. */
  public Optional<OutboxRow> firstPending(String channel) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM exchange_outbox WHERE channel = :channel"
                            + " AND state = 'PENDING' ORDER BY number LIMIT 1")
                    .bind("channel", channel)
                    .map(ExchangeStore::outboxRow)
                    .findOne());
  }

  /**
   * Takes an entry to try it: of all who want it one gets it, until a time.
   *
   * @return whether the caller has it
   */
  public boolean claim(OutboxRow row, Instant now, Instant until) {
    return update(
        "UPDATE exchange_outbox SET next_at = :until WHERE number = :number AND state = 'PENDING'"
            + " AND next_at <= :now AND attempts = "
            + row.attempts(),
        row.number(),
        State.PENDING,
        until,
        now,
        "");
  }

  /** Records that the partner has it. */
  public void sent(long number, Instant at, String said) {
    update(
        "UPDATE exchange_outbox SET state = :state, attempts = attempts + 1, sent_at = :now,"
            + " said = :said WHERE number = :number AND state = 'PENDING'",
        number,
        State.SENT,
        at,
        at,
        said);
  }

  /** Records that it failed; it is tried again at a time, or is dead. */
  public void failed(long number, boolean dead, Instant nextAt, String said) {
    update(
        "UPDATE exchange_outbox SET state = :state, attempts = attempts + 1, next_at = :until,"
            + " said = :said WHERE number = :number AND state = 'PENDING'",
        number,
        dead ? State.DEAD : State.PENDING,
        nextAt,
        nextAt,
        said);
  }

  /**
   * Makes what is dead pending again.
   *
   * @return whether it was dead
   */
  public boolean replay(long number, Instant now) {
    return update(
        "UPDATE exchange_outbox SET state = :state, attempts = 0, next_at = :now"
            + " WHERE number = :number AND state = 'DEAD'",
        number,
        State.PENDING,
        now,
        now,
        "");
  }

  /**
   * Records what the partner says that it did, once.
   *
   * @return whether it was recorded now
   */
  public boolean receipt(long number, String said) {
    return update(
        "UPDATE exchange_outbox SET state = :state, said = :said WHERE number = :number"
            + " AND state IN ('PENDING', 'SENT', 'DEAD')",
        number,
        State.RECEIPTED,
        Instant.EPOCH,
        Instant.EPOCH,
        said);
  }

  private boolean update(
      String sql, long number, State state, Instant until, Instant now, String said) {
    String kept = said.length() > SAID_MAX ? said.substring(0, SAID_MAX) : said;
    return database
            .jdbi()
            .inTransaction(
                handle -> {
                  var update = handle.createUpdate(sql).bind("number", number);
                  if (sql.contains(":state")) {
                    update.bind("state", state.name());
                  }
                  if (sql.contains(":until")) {
                    update.bind("until", utc(until));
                  }
                  if (sql.contains(":now")) {
                    update.bind("now", utc(now));
                  }
                  if (sql.contains(":said")) {
                    update.bind("said", kept);
                  }
                  return update.execute();
                })
        > 0;
  }

  /**
   * Records that something came, unless the channel has it.
   *
   * @return what the channel has of this id now
   */
  public InboxRow received(InboxRow row) {
    try {
      database
          .jdbi()
          .useTransaction(
              handle ->
                  handle
                      .createUpdate(
                          "INSERT INTO exchange_inbox (channel, id, sequence, content_hash, state,"
                              + " said, made_by, received_at) VALUES (:channel, :id, :sequence,"
                              + " :hash, :state, '', :by, :at)")
                      .bind("channel", row.channel())
                      .bind("id", row.id())
                      .bind("sequence", row.sequence())
                      .bind("hash", row.contentHash())
                      .bind("state", row.state().name())
                      .bind("by", row.by())
                      .bind("at", utc(row.at()))
                      .execute());
      database.force();
    } catch (JdbiException e) {
      boolean there =
          e.getCause() instanceof SQLException cause && "23505".equals(cause.getSQLState());
      if (!there) {
        throw e;
      }
    }
    return inbox(row.channel(), row.id()).orElseThrow();
  }

  /**
   * Records what became of something that came; what was taken stays taken. It is on disk when this
   * returns, so a standby site does not take it again.
   */
  public void ended(InboxRow row, InboxRow.State state, String said) {
    database
        .jdbi()
        .useTransaction(
            handle ->
                handle
                    .createUpdate(
                        "UPDATE exchange_inbox SET state = :state, said = :said"
                            + " WHERE channel = :channel AND id = :id AND state <> 'TAKEN'")
                    .bind("state", state.name())
                    .bind("said", said.length() > SAID_MAX ? said.substring(0, SAID_MAX) : said)
                    .bind("channel", row.channel())
                    .bind("id", row.id())
                    .execute());
    database.force();
  }

  /** What came by an id. */
  public Optional<InboxRow> inbox(String channel, String id) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM exchange_inbox WHERE channel = :channel AND id = :id")
                    .bind("channel", channel)
                    .bind("id", id)
                    .map(ExchangeStore::inboxRow)
                    .findOne());
  }

  /** Everything that came, by channel, time and sequence. */
  public List<InboxRow> inbox() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM exchange_inbox ORDER BY channel, received_at, sequence")
                    .map(ExchangeStore::inboxRow)
                    .list());
  }

  private static InboxRow inboxRow(ResultSet row, StatementContext context) throws SQLException {
    return new InboxRow(
        row.getString("channel"),
        row.getString("id"),
        row.getLong("sequence"),
        row.getString("content_hash"),
        InboxRow.State.valueOf(row.getString("state")),
        row.getString("said"),
        row.getString("made_by"),
        row.getObject("received_at", OffsetDateTime.class).toInstant());
  }

  private static OutboxRow outboxRow(ResultSet row, StatementContext context) throws SQLException {
    return new OutboxRow(
        row.getLong("number"),
        row.getString("channel"),
        row.getLong("sequence"),
        row.getString("id"),
        new OutboxRow.Subject(
            row.getString("market"),
            Optional.ofNullable(row.getObject("trading_date", LocalDate.class)),
            row.getInt("cycle"),
            row.getInt("version"),
            row.getString("action")),
        row.getString("content_hash"),
        State.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getObject("next_at", OffsetDateTime.class).toInstant(),
        row.getString("said"),
        row.getString("made_by"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("sent_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
