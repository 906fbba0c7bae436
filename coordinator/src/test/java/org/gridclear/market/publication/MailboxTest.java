package org.gridclear.market.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gridclear.account.Scope;
import org.gridclear.market.store.publication.MessageRow;
import org.gridclear.market.store.publication.MessageRow.Acknowledged;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages are read by a cursor and acknowledged once, on each kind of database. */
class MailboxTest {
  private static final String KINDS = "org.gridclear.market.store.MarketDatabases#kinds";

  @TempDir Path folder;

  private static List<MessageRow> all(Woods woods) {
    return woods.mailbox.after(Woods.ALDER, Scope.ALL, 0, 1000).messages();
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void aCursorComesByEachMessageOnce(String kind) {
    try (Woods woods = Woods.on(kind, folder)) {
      woods.publishing.version(woods.approved(), List.of(), "op");
      List<Long> seen = new ArrayList<>();
      Mailbox.Page page;
      long after = 0;
      do {
        page = woods.mailbox.after(Woods.ALDER, Scope.ALL, after, 2);
        page.messages().forEach(each -> seen.add(each.number()));
        after = page.next();
      } while (page.more());
      assertEquals(all(woods).stream().map(MessageRow::number).toList(), seen);
      assertTrue(seen.size() > 4);
      woods.publishing.version(woods.approved(), List.of("prices"), "op");
      List<MessageRow> more = woods.mailbox.after(Woods.ALDER, Scope.ALL, after, 9).messages();
      assertEquals(List.of("prices"), more.stream().map(m -> m.publication().kind()).toList());
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void whatIsAcknowledgedAgainStaysAsItWas(String kind) {
    try (Woods woods = Woods.on(kind, folder)) {
      woods.publishing.version(woods.approved(), List.of("prices"), "op");
      long number = all(woods).get(0).number();
      List<MessageRow> first =
          woods.mailbox.acknowledge(Woods.ALDER, Scope.ALL, List.of(number), "anna");
      woods.later(Duration.ofHours(1));
      List<MessageRow> again =
          woods.mailbox.acknowledge(Woods.ALDER, Scope.ALL, List.of(number), "ben");
      assertEquals(first, again);
      assertEquals(
          Optional.of(new Acknowledged(Woods.NOW, "anna")), all(woods).get(0).acknowledged());
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void ofManyWhoAcknowledgeAtOnceOneIsRecorded(String kind) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (Woods woods = Woods.on(kind, folder)) {
      woods.publishing.version(woods.approved(), List.of("prices"), "op");
      long number = all(woods).get(0).number();
      List<Callable<List<MessageRow>>> tasks = new ArrayList<>();
      for (int k = 0; k < 8; k++) {
        String by = "a" + k;
        tasks.add(() -> woods.mailbox.acknowledge(Woods.ALDER, Scope.ALL, List.of(number), by));
      }
      Set<List<MessageRow>> answers = new HashSet<>();
      for (var done : threads.invokeAll(tasks)) {
        answers.add(done.get());
      }
      assertEquals(Set.of(all(woods)), answers);
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void whatIsOfAnotherOrOutsideOfTheScopeIsNotThere(String kind) {
    try (Woods woods = Woods.on(kind, folder)) {
      woods.publishing.version(woods.approved(), List.of("prices"), "op");
      long number = all(woods).get(0).number();
      assertEquals(Optional.empty(), woods.mailbox.find(Woods.BIRCH, Scope.ALL, number));
      assertEquals(
          List.of(), woods.mailbox.acknowledge(Woods.BIRCH, Scope.ALL, List.of(number), "b"));
      assertEquals(Optional.empty(), all(woods).get(0).acknowledged());
      Scope otherMarket = new Scope(Scope.Part.ALL, Scope.Part.ALL, Scope.Part.of(List.of("rt")));
      Mailbox.Page page = woods.mailbox.after(Woods.ALDER, otherMarket, 0, 9);
      assertEquals(List.of(), page.messages());
      assertEquals(number, page.next());
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void onlyWhatWasAcknowledgedIsForgottenAfterThirteenMonths(String kind) {
    try (Woods woods = Woods.on(kind, folder)) {
      woods.publishing.version(woods.approved(), List.of("prices", "balance"), "op");
      List<MessageRow> all = all(woods);
      woods.mailbox.acknowledge(Woods.ALDER, Scope.ALL, List.of(all.get(0).number()), "anna");
      woods.later(Duration.ofDays(395));
      assertEquals(0, woods.mailbox.forget());
      woods.later(Duration.ofDays(2));
      assertEquals(1, woods.mailbox.forget());
      assertEquals(List.of(all.get(1)), all(woods));
      assertFalse(all(woods).get(0).acknowledged().isPresent());
    }
  }
}
