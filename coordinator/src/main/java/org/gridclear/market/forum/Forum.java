package org.gridclear.market.forum;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.gridclear.market.store.ContentStore;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.forum.ForumStore;
import org.gridclear.market.store.forum.PaperRow;
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

  private static final int PAPERS_MAX = 4;
  private static final int BYTES_MAX = 10 << 20;
  private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,99}";

  private final ForumStore store;
  private final ContentStore content;
  private final Clock clock;

  /** The forum of a market, whose content keeps what is attached. */
  public Forum(MarketDatabase database, ContentStore content, Clock clock) {
    this.store = new ForumStore(database);
    this.content = content;
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
   * @param chapter chapter of the guide that a new topic is about; "" for none
   * @param papers pictures, voice, video, documents by name
   */
  public record Draft(
      long topic, String title, String text, Chapter chapter, Map<String, byte[]> papers) {
    public Draft {
      papers = new TreeMap<>(papers);
    }

    /** Words alone, about no chapter. */
    public Draft(long topic, String title, String text) {
      this(topic, title, text, Chapter.NONE, Map.of());
    }
  }

  /** Chapters of the guide. */
  public enum Chapter {
    /** No chapter. */
    NONE,
    /** What the market is. */
    INTRODUCTION,
    /** Its rules. */
    RULES,
    /** How to take part. */
    PARTICIPATION,
    /** How the program is used. */
    TRAINING;

    /** Its name in calls; "" for none. */
    public String word() {
      return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }

    /**
     * The chapter of a name.
     *
     * @throws IllegalArgumentException if there is none of it
     */
    public static Chapter of(String word) {
      return Arrays.stream(values())
          .filter(each -> each.word().equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "The chapter (%s) must be introduction, rules, participation or training."
                          .formatted(word)));
    }
  }

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
    if (!begins && draft.chapter() != Chapter.NONE) {
      throw new IllegalArgumentException("An answer is about the chapter of its topic: give none.");
    }
    List<PaperRow> papers = papers(draft.papers());
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
                "",
                draft.chapter().word(),
                papers));
    return store.find(number).orElseThrow();
  }

  /** Keeps what is attached; everything is looked at before anything is kept. */
  private List<PaperRow> papers(Map<String, byte[]> attached) {
    long bytes = attached.values().stream().mapToLong(each -> each.length).sum();
    if (attached.size() > PAPERS_MAX || bytes > BYTES_MAX) {
      throw new IllegalArgumentException(
          "A post has at most %d files of %d bytes together; these are %d of %d."
              .formatted(PAPERS_MAX, BYTES_MAX, attached.size(), bytes));
    }
    Map<String, Media> media = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    attached.forEach(
        (name, each) -> {
          Optional<Media> of = Media.of(each);
          if (!name.matches(NAME)) {
            wrong.add(
                "the name '%s' must be letters, digits, blanks, dots and dashes".formatted(name));
          } else if (of.isEmpty()) {
            wrong.add("'%s' is no picture, voice, video, PDF or slides".formatted(name));
          } else {
            media.put(name, of.get());
          }
        });
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException("Nothing was kept: " + String.join("; ", wrong) + ".");
    }
    List<PaperRow> rows = new ArrayList<>();
    media.forEach(
        (name, of) -> {
          byte[] each = Objects.requireNonNull(attached.get(name));
          rows.add(new PaperRow(0, name, of.type(), content.put(each), each.length));
        });
    return rows;
  }

  /**
   * A file.
   *
   * @param row what it is
   * @param content its bytes
   */
  public record Paper(PaperRow row, byte[] content) {}

  /** Something attached to a post that a person sees; empty if there is none of the name. */
  public Optional<Paper> paper(Person person, long number, String name) {
    return store.find(number).stream()
        .flatMap(post -> topic(person, post.topic()).stream())
        .filter(post -> post.number() == number)
        .flatMap(post -> post.papers().stream())
        .filter(paper -> paper.name().equals(name))
        .findFirst()
        .map(row -> new Paper(row, content.get(row.hash())));
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

  /** First posts of the topics that a person sees, of a chapter or of all, the newest first. */
  public List<PostRow> topics(Person person, Chapter of, long offset, int limit) {
    return store.topics(person.account(), person.moderates(), of.word(), offset, limit);
  }

  /** How many topics a person sees, of a chapter or of all. */
  public long topicCount(Person person, Chapter of) {
    return store.topicCount(person.account(), person.moderates(), of.word());
  }

  /** Posts that wait for a moderator, the oldest first. */
  public List<PostRow> waiting() {
    return store.waiting();
  }
}
