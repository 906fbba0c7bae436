package org.gridclear.market.forum;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.forum.ForumStore;
import org.gridclear.market.store.forum.PostRow;

/**
 * Topics and answers. What somebody writes who operates the market is shown at once; what others
 * write waits until one of those shows or hides it, and is seen by its writer alone till then.
 */
public final class Forum {
  /** Shown to everybody. */
  public static final String SHOWN = "shown";

  /** Seen by its writer and by moderators. */
  public static final String HIDDEN = "hidden";

  private static final String WAITING = "waiting";
  private static final int TITLE_MAX = 200;
  private static final int TEXT_MAX = 4000;
  private static final int REASON_MAX = 500;

  private final ForumStore store;
  private final Clock clock;

  /** The forum of a market. */
  public Forum(MarketDatabase database, Clock clock) {
    this.store = new ForumStore(database);
    this.clock = clock;
  }

  /**
   * Who reads or writes.
   *
   * @param account the account
   * @param moderates whether it operates the market
   */
  public record Person(String account, boolean moderates) {}

  /**
   * What somebody writes.
   *
   * @param topic number of the topic that it answers; 0 for a new one
   * @param title of a new topic; "" for an answer
   * @param text what is said
   */
  public record Draft(long topic, String title, String text) {}

  /**
   * Keeps a post.
   *
   * @return it as it is kept
   * @throws IllegalArgumentException if a title or text is missing or too long, or there is no such
   *     topic for the person
   */
  public PostRow write(Person person, Draft draft) {
    boolean begins = draft.topic() == 0;
    if (begins) {
      require("title", draft.title(), TITLE_MAX);
    } else if (topic(person, draft.topic()).isEmpty()) {
      throw new IllegalArgumentException("There is no topic %d.".formatted(draft.topic()));
    }
    require("text", draft.text(), TEXT_MAX);
    OffsetDateTime at =
        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    String state = person.moderates() ? SHOWN : WAITING;
    long number =
        store.add(
            new PostRow(
                0,
                draft.topic(),
                begins ? draft.title().strip() : "",
                draft.text().strip(),
                person.account(),
                person.moderates(),
                at,
                state,
                "",
                ""));
    return store.find(number).orElseThrow();
  }

  private static void require(String field, String text, int max) {
    if (text.isBlank() || text.length() > max) {
      throw new IllegalArgumentException(
          "The %s (%d characters) must have 1 to %d.".formatted(field, text.strip().length(), max));
    }
  }

  /**
   * Shows or hides a post.
   *
   * @param reason why it is hidden; required then
   * @return the post; nothing if there is none of the number
   * @throws IllegalArgumentException if the decision is none or a reason is missing
   */
  public Optional<PostRow> moderate(String moderator, long number, String decision, String reason) {
    if (!decision.equals(SHOWN) && !decision.equals(HIDDEN)) {
      throw new IllegalArgumentException(
          "The decision (%s) must be shown or hidden.".formatted(decision));
    }
    if (decision.equals(HIDDEN)) {
      require("reason", reason, REASON_MAX);
    }
    String why = decision.equals(HIDDEN) ? reason.strip() : "";
    return store.moderate(number, decision, moderator, why) ? store.find(number) : Optional.empty();
  }

  /** Posts of a topic that a person sees, the first one first; none if its topic is not seen. */
  public List<PostRow> topic(Person person, long topic) {
    List<PostRow> posts = store.ofTopic(topic, person.account(), person.moderates());
    return posts.isEmpty() || posts.get(0).number() != topic ? List.of() : posts;
  }

  /** First posts of the topics that a person sees, the newest first, in parts. */
  public List<PostRow> topics(Person person, long offset, int limit) {
    return store.topics(person.account(), person.moderates(), offset, limit);
  }

  /** How many topics a person sees. */
  public long topicCount(Person person) {
    return store.topicCount(person.account(), person.moderates());
  }

  /** Posts that wait for a moderator, the oldest first. */
  public List<PostRow> waiting() {
    return store.waiting();
  }
}
