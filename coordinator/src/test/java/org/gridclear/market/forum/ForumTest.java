package org.gridclear.market.forum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.forum.PostRow;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who sees what of a forum before and after somebody looked at it. */
class ForumTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-10-01T02:00:00Z"), ZoneOffset.UTC);
  private static final Forum.Person MAX = new Forum.Person("max", false);
  private static final Forum.Person MIA = new Forum.Person("mia", false);
  private static final Forum.Person OLGA = new Forum.Person("olga", true);

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void whatAMemberWritesIsSeenByOthersWhenItWasShown(String kind) {
    try (MarketDatabase database = MarketDatabases.open(kind, folder)) {
      Forum forum = new Forum(database, CLOCK);
      long topic = forum.write(MAX, new Forum.Draft(0, "Gate", "When does it close?")).number();
      assertEquals(1, forum.topicCount(MAX));
      assertEquals(0, forum.topicCount(MIA));
      assertEquals(List.of(), forum.topic(MIA, topic));
      assertThrows(
          IllegalArgumentException.class,
          () -> forum.write(MIA, new Forum.Draft(topic, "", "I see nothing of it")));
      assertEquals(List.of(topic), forum.waiting().stream().map(PostRow::number).toList());
      assertTrue(forum.moderate("olga", topic, Forum.SHOWN, "").isPresent());
      assertEquals("Gate", forum.topics(MIA, 0, 10).get(0).title());
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
      Forum forum = new Forum(database, CLOCK);
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
