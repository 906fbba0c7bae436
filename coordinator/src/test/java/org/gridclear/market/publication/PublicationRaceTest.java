package org.gridclear.market.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gridclear.account.Scope;
import org.gridclear.market.approval.DayApproval.Wanted;
import org.gridclear.market.approval.Transition;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.approval.VersionState;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.store.publication.MessageRow;
import org.gridclear.market.store.publication.PublicationRow;
import org.gridclear.market.store.publication.PublicationRow.Action;
import org.gridclear.market.store.publication.PublicationStore;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever approves, publishes and withdraws at once, on each kind of database. */
class PublicationRaceTest {
  private static final String KINDS = "org.gridclear.market.store.MarketDatabases#kinds";
  private static final int ROUNDS = 6;

  @TempDir Path folder;

  /** Refused is what happens to who is too early or too late. */
  private static Callable<Boolean> tried(CyclicBarrier start, Random chance, Runnable work) {
    int micros = chance.nextInt(3000);
    return () -> {
      start.await();
      long until = System.nanoTime() + micros * 1000L;
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
      try {
        work.run();
        return true;
      } catch (IllegalArgumentException refused) {
        return false;
      }
    };
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void nothingIsPublishedBeforeItIsApprovedOrAfterItIsWithdrawn(String kind) throws Exception {
    Random chance = new Random(7);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (Woods woods = Woods.on(kind, folder)) {
      for (int round = 0; round < ROUNDS; round++) {
        DayVersion version = woods.version();
        VersionId id = VersionId.of(version);
        woods.approval.check(new Wanted(id, "sue", "a test"));
        woods.approval.submit(new Wanted(id, "sue", ""));
        CyclicBarrier start = new CyclicBarrier(4);
        List<Callable<Boolean>> tasks = new ArrayList<>();
        tasks.add(
            tried(start, chance, () -> woods.approval.approve(new Wanted(id, "bob", "a test"))));
        tasks.add(tried(start, chance, () -> publish(woods, version)));
        tasks.add(tried(start, chance, () -> publish(woods, version)));
        tasks.add(
            tried(start, chance, () -> woods.approval.withdraw(new Wanted(id, "bob", "a test"))));
        for (var done : threads.invokeAll(tasks)) {
          done.get();
        }
        check(woods, version);
      }
      checkMessages(woods);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void publish(Woods woods, DayVersion version) {
    woods.publishing.version(version, List.of(), "op");
  }

  /** The order of states, and that there is a publication only where PUBLISHED is among them. */
  private static void check(Woods woods, DayVersion version) {
    List<VersionState> states =
        woods.approval.standing(VersionId.of(version)).transitions().stream()
            .map(Transition::to)
            .toList();
    assertEquals(
        1, Math.max(1, Collections.frequency(states, VersionState.APPROVED)), "approved once");
    assertTrue(Collections.frequency(states, VersionState.PUBLISHED) <= 1, "published once");
    List<PublicationRow> rows =
        new PublicationStore(woods.market.database())
            .between(Woods.DATE, Woods.DATE).stream()
                .filter(row -> row.subject().version() == version.version())
                .toList();
    assertEquals(states.contains(VersionState.PUBLISHED), !rows.isEmpty(), states.toString());
    if (!rows.isEmpty()) {
      assertTrue(
          states.indexOf(VersionState.APPROVED) < states.indexOf(VersionState.PUBLISHED),
          states.toString());
    }
    assertEquals(
        rows.size(), rows.stream().map(PublicationRow::kind).distinct().count(), rows.toString());
  }

  /** One message for each publication of prices, and none without one. */
  private static void checkMessages(Woods woods) {
    List<MessageRow> told =
        woods.mailbox.after(Woods.CEDAR, Scope.ALL, 0, 1000).messages().stream()
            .filter(each -> each.publication().kind().equals("prices"))
            .toList();
    List<Long> published =
        new PublicationStore(woods.market.database())
            .between(Woods.DATE, Woods.DATE).stream()
                .filter(row -> row.kind().equals("prices"))
                .map(PublicationRow::number)
                .toList();
    assertEquals(published, told.stream().map(each -> each.publication().number()).toList());
    Optional<PublicationRow> before = Optional.empty();
    for (MessageRow message : told) {
      PublicationRow row = message.publication();
      if (row.action() == Action.CORRECTED) {
        assertEquals(before.orElseThrow().number(), row.replaces().orElseThrow());
      }
      before = Optional.of(row);
    }
  }
}
