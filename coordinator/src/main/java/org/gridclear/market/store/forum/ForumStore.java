package org.gridclear.market.store.forum;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.Numbering;
import org.jdbi.v3.core.Handle;

/**
 * Posts of the forum.
 *
 * @param database of the market
 */
public record ForumStore(MarketDatabase database) {
  private static final String SEEN = "(state = 'shown' OR account = :account OR :moderates)";

  /**
   * Keeps a post; returns its number.
   *
   * @param row its number is left out; a topic of 0 begins a new one
   */
  public long add(PostRow row) {
    return database.inTransaction(transaction -> add(transaction.handle(), row));
  }

  private static long add(Handle handle, PostRow row) {
    long number = Numbering.POSTS.hold(handle) + 1;
    Numbering.POSTS.given(handle, number);
    handle
        .createUpdate(
            "INSERT INTO forum_post (number, topic, title, body, account, by_operator, posted_at,"
                + " state, moderator, reason) VALUES (:number, :topic, :title, :body, :account,"
                + " :operator, :at, :state, '', '')")
        .bind("number", number)
        .bind("topic", row.topic() == 0 ? number : row.topic())
        .bind("title", row.title())
        .bind("body", row.body())
        .bind("account", row.account())
        .bind("operator", row.byOperator())
        .bind("at", row.at())
        .bind("state", row.state())
        .execute();
    return number;
  }

  /** Decides a post; returns whether there is one of the number. */
  public boolean moderate(long number, String state, String moderator, String reason) {
    return database.inTransaction(
        transaction ->
            transaction
                    .handle()
                    .createUpdate(
                        "UPDATE forum_post SET state = :state, moderator = :by, reason = :reason"
                            + " WHERE number = :number")
                    .bind("state", state)
                    .bind("by", moderator)
                    .bind("reason", reason)
                    .bind("number", number)
                    .execute()
                == 1);
  }

  /** A post; nothing if there is none of the number. */
  public Optional<PostRow> find(long number) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM forum_post WHERE number = :number")
                    .bind("number", number)
                    .map((row, context) -> post(row))
                    .findOne());
  }

  /** Posts of a topic that an account sees, by number. */
  public List<PostRow> ofTopic(long topic, String account, boolean moderates) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM forum_post WHERE topic = :topic AND "
                            + SEEN
                            + " ORDER BY number")
                    .bind("topic", topic)
                    .bind("account", account)
                    .bind("moderates", moderates)
                    .map((row, context) -> post(row))
                    .list());
  }

  /** First posts of the topics that an account sees, the newest first, in parts. */
  public List<PostRow> topics(String account, boolean moderates, long offset, int limit) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM forum_post WHERE number = topic AND "
                            + SEEN
                            + " ORDER BY number DESC OFFSET :offset ROWS FETCH NEXT :limit ROWS"
                            + " ONLY")
                    .bind("account", account)
                    .bind("moderates", moderates)
                    .bind("offset", offset)
                    .bind("limit", limit)
                    .map((row, context) -> post(row))
                    .list());
  }

  /** How many topics an account sees. */
  public long topicCount(String account, boolean moderates) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT COUNT(*) FROM forum_post WHERE number = topic AND " + SEEN)
                    .bind("account", account)
                    .bind("moderates", moderates)
                    .mapTo(Long.class)
                    .one());
  }

  /** Posts that wait for somebody to look at them, the oldest first. */
  public List<PostRow> waiting() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM forum_post WHERE state = 'waiting' ORDER BY number")
                    .map((row, context) -> post(row))
                    .list());
  }

  private static PostRow post(ResultSet row) throws SQLException {
    return new PostRow(
        row.getLong("number"),
        row.getLong("topic"),
        row.getString("title"),
        row.getString("body"),
        row.getString("account"),
        row.getBoolean("by_operator"),
        row.getObject("posted_at", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC),
        row.getString("state"),
        row.getString("moderator"),
        row.getString("reason"));
  }
}
