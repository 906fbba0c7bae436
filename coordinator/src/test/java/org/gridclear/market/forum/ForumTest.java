package org.gridclear.market.forum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.gridclear.market.forum.Forum.Chapter;
import org.gridclear.market.store.ContentStore;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.forum.PaperRow;
import org.gridclear.market.store.forum.PostRow;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who sees what of a forum before and after somebody looked at it. */
// Rows: N-05
class ForumTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-10-01T02:00:00Z"), ZoneOffset.UTC);
  private static final Forum.Person MAX = new Forum.Person("max", false);
  private static final Forum.Person MIA = new Forum.Person("mia", false);
  private static final Forum.Person OLGA = new Forum.Person("olga", true);

  @TempDir Path folder;

  private Forum forum(MarketDatabase database) {
    return new Forum(database, new ContentStore(folder.resolve("content")), CLOCK);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static final Map<String, byte[]> PAPERS =
      Map.of(
          "curve.png", bytes("\u0089PNG\r\n\u001a\n picture"),
          "question.mp3", bytes("ID3 voice"),
          "screen.webm", bytes("\u001aE\u00df\u00a3 video"),
          "slides.pptx", bytes("PK\u0003\u0004 slides"));

  /**
   * Text, picture, voice and video; what is attached is seen by who sees the post, and no other.
   */
  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void whatIsAttachedIsSeenByWhoSeesThePost(String kind) {
    try (MarketDatabase database = MarketDatabases.open(kind, folder)) {
      Forum forum = forum(database);
      PostRow post =
          forum.write(MAX, new Forum.Draft(0, "Curve", "Is it mine?", Chapter.TRAINING, PAPERS));
      assertEquals(
          List.of("image/png", "audio/mpeg", "video/webm", "application/octet-stream"),
          post.papers().stream().map(PaperRow::media).toList());
      assertEquals(
          "ID3 voice",
          new String(
              forum.paper(MAX, post.number(), "question.mp3").orElseThrow().content(),
              StandardCharsets.ISO_8859_1));
      assertTrue(forum.paper(MIA, post.number(), "question.mp3").isEmpty(), "it waits");
      forum.moderate("olga", post.number(), Forum.SHOWN, "");
      assertTrue(forum.paper(MIA, post.number(), "question.mp3").isPresent());
      assertTrue(forum.paper(MIA, post.number(), "other").isEmpty());
      assertTrue(forum.paper(MIA, post.number() + 1, "question.mp3").isEmpty());
      assertEquals(4, forum.topics(MIA, Chapter.TRAINING, 0, 9).get(0).papers().size());
      assertEquals(0, forum.topicCount(MIA, Chapter.RULES));
      forum.moderate("olga", post.number(), Forum.HIDDEN, "not yours");
      assertTrue(forum.paper(MIA, post.number(), "question.mp3").isEmpty(), "hidden with its post");
    }
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void whatIsNoPictureVoiceOrVideoIsRefusedAndNothingIsKept(String kind) {
    try (MarketDatabase database = MarketDatabases.open(kind, folder)) {
      Forum forum = forum(database);
      String said =
          assertThrows(
                  IllegalArgumentException.class,
                  () ->
                      forum.write(
                          OLGA,
                          new Forum.Draft(
                              0,
                              "t",
                              "x",
                              Chapter.NONE,
                              Map.of(
                                  "a.png", bytes("<script>"),
                                  "../b.png", bytes("GIF89a"),
                                  "c.gif", bytes("GIF89a")))))
              .getMessage();
      assertTrue(said.contains("'a.png' is no picture") && said.contains("'../b.png'"), said);
      assertThrows(
          IllegalArgumentException.class,
          () ->
              forum.write(
                  OLGA,
                  new Forum.Draft(
                      0, "t", "x", Chapter.NONE, Map.of("v.mp4", new byte[(10 << 20) + 1]))));
      assertEquals(0, forum.topicCount(OLGA, Chapter.NONE));
      long topic = forum.write(OLGA, new Forum.Draft(0, "t", "x")).number();
      assertThrows(
          IllegalArgumentException.class,
          () -> forum.write(OLGA, new Forum.Draft(topic, "", "x", Chapter.RULES, Map.of())));
      assertThrows(IllegalArgumentException.class, () -> Chapter.of("chapters"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void whatAMemberWritesIsSeenByOthersWhenItWasShown(String kind) {
    try (MarketDatabase database = MarketDatabases.open(kind, folder)) {
      Forum forum = forum(database);
      long topic = forum.write(MAX, new Forum.Draft(0, "Gate", "When does it close?")).number();
      assertEquals(1, forum.topicCount(MAX, Chapter.NONE));
      assertEquals(0, forum.topicCount(MIA, Chapter.NONE));
      assertEquals(List.of(), forum.topic(MIA, topic));
      assertThrows(
          IllegalArgumentException.class,
          () -> forum.write(MIA, new Forum.Draft(topic, "", "I see nothing of it")));
      assertEquals(List.of(topic), forum.waiting().stream().map(PostRow::number).toList());
      assertTrue(forum.moderate("olga", topic, Forum.SHOWN, "").isPresent());
      assertEquals("Gate", forum.topics(MIA, Chapter.NONE, 0, 10).get(0).title());
      long answer = forum.write(OLGA, new Forum.Draft(topic, "", "At ten.")).number();
      assertEquals(2, forum.topic(MIA, topic).size());
      assertTrue(forum.topic(MIA, topic).get(1).byOperator());
      long rude = forum.write(MIA, new Forum.Draft(topic, "", "Too late!")).number();
      assertTrue(forum.moderate("olga", rude, Forum.HIDDEN, "rude").isPresent());
      assertEquals(2, forum.topic(MAX, topic).size());
      assertEquals("rude", forum.topic(MIA, topic).get(2).reason());
      assertEquals(List.of(), forum.waiting());
      assertTrue(forum.moderate("olga", topic, Forum.HIDDEN, "over").isPresent());
      assertEquals(List.of(), forum.topic(MIA, topic), "with its topic all answers are gone");
      assertEquals(3, forum.topic(OLGA, topic).size());
      assertTrue(answer > topic);
    }
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void whatIsEmptyTooLongOrNotThereIsRefused(String kind) {
    try (MarketDatabase database = MarketDatabases.open(kind, folder)) {
      Forum forum = forum(database);
      for (Forum.Draft draft :
          List.of(
              new Forum.Draft(0, " ", "text"),
              new Forum.Draft(0, "t".repeat(201), "text"),
              new Forum.Draft(0, "title", ""),
              new Forum.Draft(7, "", "text"))) {
        assertThrows(IllegalArgumentException.class, () -> forum.write(OLGA, draft));
      }
      long post = forum.write(OLGA, new Forum.Draft(0, "title", "text")).number();
      assertThrows(
          IllegalArgumentException.class, () -> forum.moderate("olga", post, "gone", "why"));
      assertThrows(
          IllegalArgumentException.class, () -> forum.moderate("olga", post, Forum.HIDDEN, " "));
      assertTrue(forum.moderate("olga", post + 1, Forum.SHOWN, "").isEmpty());
    }
  }
}
