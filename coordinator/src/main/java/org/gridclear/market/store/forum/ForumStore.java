package org.gridclear.market.store.forum;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.Numbering;
import org.jdbi.v3.core.Handle;

/**
 * Posts of the forum.
 *
 * @param database of the market
 */
public record ForumStore(MarketDatabase database) {
  private static final String OF_CHAPTER = " AND (:chapter = '' OR chapter = :chapter)";
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
                + " state, moderator, reason, chapter) VALUES (:number, :topic, :title, :body,"
                + " :account, :operator, :at, :state, '', '', :chapter)")
        .bind("number", number)
        .bind("topic", row.topic() == 0 ? number : row.topic())
        .bind("title", row.title())
        .bind("body", row.body())
        .bind("account", row.account())
        .bind("operator", row.byOperator())
        .bind("at", row.at())
        .bind("state", row.state())
        .bind("chapter", row.chapter())
        .execute();
    row.papers().forEach(paper -> add(handle, number, paper));
    return number;
  }

  private static void add(Handle handle, long post, PaperRow paper) {
    handle
        .createUpdate(
            "INSERT INTO forum_paper (post, name, media, hash, length) VALUES (:post, :name,"
                + " :media, :hash, :length)")
        .bind("post", post)
        .bind("name", paper.name())
        .bind("media", paper.media())
        .bind("hash", paper.hash())
        .bind("length", paper.length())
        .execute();
  }

  /** The posts with what is attached to each. */
  private List<PostRow> withPapers(List<PostRow> posts) {
    if (posts.isEmpty()) {
      return posts;
    }
    Map<Long, List<PaperRow>> papers =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "SELECT * FROM forum_paper WHERE post IN (<posts>) ORDER BY post, name")
                        .bindList("posts", posts.stream().map(PostRow::number).toList())
                        .map(
                            (row, context) ->
                                new PaperRow(
                                    row.getLong("post"),
                                    row.getString("name"),
                                    row.getString("media"),
                                    row.getString("hash"),
                                    row.getLong("length")))
                        .list())
            .stream()
            .collect(Collectors.groupingBy(PaperRow::post));
    return posts.stream()
        .map(post -> post.with(papers.getOrDefault(post.number(), List.of())))
        .toList();
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
    List<PostRow> found =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("SELECT * FROM forum_post WHERE number = :number")
                        .bind("number", number)
                        .map((row, context) -> post(row))
                        .list());
    return withPapers(found).stream().findFirst();
  }

  /** Posts of a topic that an account sees, by number. */
  public List<PostRow> ofTopic(long topic, String account, boolean moderates) {
    return withPapers(
        database
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
                        .list()));
  }

  /**
   * First posts of the topics that an account sees, the newest first, in parts.
   *
   * @param chapter only those about it; "" for all
   */
  public List<PostRow> topics(
      String account, boolean moderates, String chapter, long offset, int limit) {
    return withPapers(
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "SELECT * FROM forum_post WHERE number = topic AND "
                                + SEEN
                                + OF_CHAPTER
                                + " ORDER BY number DESC OFFSET :offset ROWS FETCH NEXT :limit ROWS"
                                + " ONLY")
                        .bind("account", account)
                        .bind("moderates", moderates)
                        .bind("chapter", chapter)
                        .bind("offset", offset)
                        .bind("limit", limit)
                        .map((row, context) -> post(row))
                        .list()));
  }

  /** How many topics an account sees; of a chapter, "" for all. */
  public long topicCount(String account, boolean moderates, String chapter) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT COUNT(*) FROM forum_post WHERE number = topic AND "
                            + SEEN
                            + OF_CHAPTER)
                    .bind("account", account)
                    .bind("moderates", moderates)
                    .bind("chapter", chapter)
                    .mapTo(Long.class)
                    .one());
  }

  /** Posts that wait for somebody to look at them, the oldest first. */
  public List<PostRow> waiting() {
    return withPapers(
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "SELECT * FROM forum_post WHERE state = 'waiting' ORDER BY number")
                        .map((row, context) -> post(row))
                        .list()));
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
        row.getString("reason"),
        row.getString("chapter"),
        List.of());
  }
}
