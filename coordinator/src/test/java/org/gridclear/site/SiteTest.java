package org.gridclear.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.NotCopiedException;
import org.gridclear.market.store.site.ChangeLog;
import org.gridclear.market.store.site.SiteMark.Role;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** A standby site has what was acknowledged, and never two sites are active. */
// Rows: P-13
class SiteTest extends TwoSites {
  @Test
  void whatIsAcknowledgedIsAtTheOtherSite() throws IOException {
    Path log = root.resolve("north/security/audit-2026-10.jsonl");
    Files.createDirectories(log.getParent());
    Files.writeString(log, "1\n");
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    reach();
    acknowledged(north, "before");
    String content = north.content().put("papers".getBytes(StandardCharsets.UTF_8));
    Files.writeString(log, "2\n", StandardOpenOption.APPEND);
    acknowledged(north, "after");
    assertEquals(Role.STANDBY, follower.mark().role());
    follower.close();
    assertEquals(List.of("before", "after"), journal(root.resolve("south/market")));
    try (MarketFolder south = MarketFolder.open(root.resolve("south/market"))) {
      assertArrayEquals("papers".getBytes(StandardCharsets.UTF_8), south.content().get(content));
    }
    assertEquals("1\n2\n", Files.readString(root.resolve("south/security/audit-2026-10.jsonl")));
  }

  @Test
  void withoutAStandbyNothingIsChangedUnlessToldSo() {
    feed = serve(north, "north", false);
    assertTrue(SiteGate.refusal().orElseThrow().contains("--alone"));
    assertTrue(
        assertThrows(RuntimeException.class, () -> add(north, "x"))
            .toString()
            .contains("No standby site follows"));
    feed.close();
    assertTrue(SiteGate.refusal().isEmpty());
    // A command beside the server changes nothing either.
    assertThrows(RuntimeException.class, () -> add(north, "x"));
    feed = serve(north, "north", true);
    add(north, "alone");
    feed.close();
    feed = null;
    north.close();
    assertEquals(List.of("alone"), journal(root.resolve("north/market")));
    north = null;
  }

  /** The copy of all tables is made while a transaction is open that has changed much before. */
  @Test
  void whatIsCommittedAfterTheCopyBeganIsSent() throws IOException {
    feed = serve(north, "north", true);
    follower = follow(feed, "south");
    try (Handle handle = north.database().jdbi().open()) {
      write(handle, 900, "late");
      for (int taken = 0; taken < 1_500; taken++) {
        handle.execute("CALL NEXT VALUE FOR site_sequence");
      }
      follower.ask();
      handle.commit();
    }
    reach();
    follower.close();
    assertEquals(List.of("late"), contents("south"));
  }

  @Test
  void aTransactionThatIsOpenForLongIsSentWhenItCommits() throws IOException {
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    reach();
    try (Handle handle = north.database().jdbi().open();
        Handle other = north.database().jdbi().open()) {
      write(handle, 900, "late");
      write(other, 901, "rolled back");
      acknowledged(north, "first");
      other.rollback();
      for (int passed = 0; passed < 3; passed++) {
        reach();
        clock.now = clock.now.plus(Duration.ofMinutes(20));
      }
      acknowledged(north, "second");
      handle.commit();
      reach();
      assertTrue(follower.mark().has().seen().isEmpty(), "the other one is given up");
    }
    follower.close();
    assertEquals(List.of("first", "second", "late"), contents("south"));
  }

  @Test
  void whatTheStandbyDoesNotConfirmIsNotAcknowledged() throws IOException {
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    reach();
    assertEquals(NotCopiedException.class, unheard(() -> add(north, "unheard")).getClass());
    assertTrue(SiteGate.refusal().orElseThrow().contains("may have taken over"));
    assertThrows(RuntimeException.class, () -> add(north, "later"));
    reach();
    assertTrue(SiteGate.refusal().isEmpty());
    acknowledged(north, "again");
  }

  @Test
  void oneTakesOverWhenTheOtherMustHaveStoppedAndIsFollowed() throws IOException {
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    reach();
    acknowledged(north, "kept");
    assertEquals(NotCopiedException.class, unheard(() -> add(north, "unheard")).getClass());
    String early =
        assertThrows(IllegalArgumentException.class, () -> follower.takeOver(false)).getMessage();
    assertTrue(early.contains("may go on until"), early);
    nanos.addAndGet(follower.left().toNanos());
    assertEquals(2, follower.takeOver(false).epoch());
    follower.close();
    feed.close();
    // The old one may be started again: it changes nothing.
    feed = serve(north, "north", false);
    assertThrows(RuntimeException.class, () -> add(north, "ghost"));
    feed.close();
    feed = null;
    north.close();
    north = null;
    List<ChangeLog.Change> lost = new ArrayList<>();
    try (MarketFolder south = MarketFolder.open(root.resolve("south/market"));
        SiteFeed other = serve(south, "south", true)) {
      add(south, "south");
      follower = follow(other, "north");
      lost.addAll(follower.ask());
      lost.addAll(follower.ask());
      follower.close();
    }
    assertTrue(
        lost.stream().anyMatch(change -> change.content().contains("unheard")), lost::toString);
    assertFalse(lost.stream().anyMatch(change -> change.content().contains("kept")));
    assertTrue(Files.readString(follower.notCopied()).contains("unheard"), "on disk");
    assertEquals(List.of("kept", "south"), journal(root.resolve("north/market")));
  }

  @Test
  void noClockThatIsSetMakesTwoActiveSites() throws IOException {
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    reach();
    clock.now = clock.now.plus(Duration.ofDays(1));
    assertTrue(SiteGate.refusal().isEmpty());
    assertThrows(IllegalArgumentException.class, () -> follower.takeOver(false));
    // One that was started again has not heard what was confirmed before.
    follower.close();
    follower = follow(feed, "south");
    nanos.addAndGet(LEASE.toNanos());
    assertThrows(IllegalArgumentException.class, () -> follower.takeOver(false));
    clock.now = clock.now.minus(Duration.ofDays(2));
    nanos.addAndGet(follower.left().toNanos());
    assertTrue(SiteGate.refusal().isPresent());
    assertEquals(2, follower.takeOver(false).epoch());
  }

  @Test
  void theOneThatFollowsIsGivenBackWithNothingLost() throws IOException {
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    reach();
    acknowledged(north, "one");
    assertEquals(2, follower.takeBack().epoch());
    assertTrue(SiteGate.refusal().orElseThrow().contains("handed over"));
    assertThrows(RuntimeException.class, () -> add(north, "two"));
    follower.close();
    feed.close();
    assertThrows(IllegalArgumentException.class, () -> serve(north, "north", true));
    feed = null;
    assertEquals(List.of("one"), journal(root.resolve("south/market")));
    try (MarketFolder south = MarketFolder.open(root.resolve("south/market"));
        SiteFeed other = serve(south, "south", false)) {
      north.close();
      north = null;
      follower = follow(other, "north");
      reach();
      acknowledged(south, "two");
      assertEquals(3, follower.takeBack().epoch());
      follower.close();
    }
    assertEquals(List.of("one", "two"), journal(root.resolve("north/market")));
  }

  /** It was open when the site without a standby handed over, and is committed thereafter. */
  @Test
  void whatIsCommittedAfterTheHandOverIsNotAcknowledged() throws IOException {
    feed = serve(north, "north", true);
    follower = follow(feed, "south");
    reach();
    try (Handle handle = north.database().jdbi().open()) {
      write(handle, 900, "late");
      nanos.addAndGet(follower.left().toNanos());
      String goesOn =
          assertThrows(IllegalArgumentException.class, () -> follower.takeOver(false)).getMessage();
      assertTrue(goesOn.contains("--alone"), goesOn);
      follower.takeBack();
      handle.commit();
    }
    assertEquals(NotCopiedException.class, unheard(() -> north.database().force()).getClass());
  }

  @Test
  void aSiteOfAnEarlierEpochIsNotFollowed() throws IOException {
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    reach();
    follower.takeOver(true);
    assertThrows(IllegalArgumentException.class, () -> follower.ask());
    assertThrows(IllegalStateException.class, () -> follower.takeOver(true));
    // It has heard of a later one, and is not the active one when it is started again.
    assertEquals(Role.FENCED, new ChangeLog(north.database()).mark().orElseThrow().role());
  }
}
