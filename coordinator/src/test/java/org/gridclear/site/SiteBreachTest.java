package org.gridclear.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.NotCopiedException;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;
import org.gridclear.market.store.RegistryStore;
import org.gridclear.market.store.approval.ApprovalRuleRow;
import org.gridclear.market.store.approval.ApprovalRuleRows;
import org.gridclear.market.store.rule.RuleProposal;
import org.gridclear.market.store.rule.RuleStore;
import org.gridclear.market.store.site.ChangeLog;
import org.gridclear.market.store.workflow.StoredEvent;
import org.gridclear.market.store.workflow.WorkflowStore;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Ways to lose what was acknowledged, or to be two active sites, none of which is one. */
// Rows: P-13
class SiteBreachTest extends TwoSites {
  @Test
  void noApprovalIsAcknowledgedBeforeItIsAtTheOtherSite() throws IOException {
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    MarketDatabase database = north.database();
    Instant now = Instant.EPOCH;
    LocalDate day = LocalDate.of(2026, 10, 5);
    RuleStore rules = new RuleStore(database);
    PieceVersion.Facts facts = new PieceVersion.Facts("x", "", now, Optional.empty(), now);
    RuleProposal proposal =
        new RuleProposal(
            0,
            "rule",
            "a",
            0,
            "0".repeat(64),
            Optional.empty(),
            new RuleProposal.Made("olga", now, "why"),
            Optional.empty());
    List<Runnable> changes =
        List.of(
            () -> new RegistryStore(database).write(registry -> 1),
            () -> rules.add(proposal),
            () ->
                rules.review(
                    1,
                    found ->
                        new RuleProposal.Review(false, "paul", now, "no", OptionalInt.empty())),
            () ->
                new ApprovalRuleRows(database)
                    .add(
                        new ApprovalRuleRow(
                            0, "spot", day, false, "olga", now.atOffset(ZoneOffset.UTC), "why")),
            () ->
                new PieceStore(north)
                    .record(
                        new PieceVersion.Key("load", "a"),
                        () -> new PieceStore.Wanted(facts, new byte[] {1}),
                        "olga",
                        now),
            () -> new WorkflowStore(database).raise(new StoredEvent("e", day, 1), "olga", now));
    for (Runnable change : changes) {
      reach();
      assertEquals(NotCopiedException.class, unheard(change).getClass());
    }
  }

  @Test
  void nothingElseChangesTheCopy() throws IOException {
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    reach();
    follower.close();
    try (MarketFolder south = MarketFolder.open(root.resolve("south/market"))) {
      String why =
          assertThrows(RuntimeException.class, () -> add(south, "by a server beside it"))
              .toString();
      assertTrue(why.contains("or is of one"), why);
      assertThrows(IllegalArgumentException.class, () -> serve(south, "south", true));
    }
    follower = follow(feed, "south");
    reach();
    acknowledged(north, "one");
    follower.close();
    assertEquals(List.of("one"), contents("south"));
  }

  /** Each site brings its tables up to date for itself, before it is served. */
  @Test
  void aNewBuildMayChangeRowsOfASite() throws IOException {
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    reach();
    follower.close();
    feed.close();
    try (Handle handle = north.database().jdbi().open()) {
      assertThrows(RuntimeException.class, () -> write(handle, 900, "by a command"));
      handle.rollback();
      handle.execute("SET " + MarketDatabase.MIGRATES + " = TRUE");
      write(handle, 900, "by a new build");
      handle.commit();
      assertEquals(0, new ChangeLog(north.database()).drawn());
      handle.execute("SET " + MarketDatabase.MIGRATES + " = NULL");
    }
    assertThrows(RuntimeException.class, () -> add(north, "by a command"));
    feed = serve(north, "north", false);
  }

  /** Restored from a backup, or come up again without what its disk had not written. */
  @Test
  void aDatabaseThatKnowsLessThanItsCopyIsNotFollowed() throws IOException {
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    reach();
    acknowledged(north, "one");
    reach();
    feed.close();
    north
        .database()
        .jdbi()
        .useHandle(h -> h.execute("ALTER SEQUENCE site_sequence RESTART WITH 1"));
    feed = serve(north, "north", false);
    follower.close();
    follower = follow(feed, "south");
    String less = assertThrows(IllegalArgumentException.class, () -> follower.ask()).getMessage();
    assertTrue(less.contains("take over here"), less);
    feed.close();
    north.database().jdbi().useHandle(h -> h.execute("UPDATE site_mark SET log_id = 'another'"));
    feed = serve(north, "north", false);
    follower.close();
    follower = follow(feed, "south");
    assertThrows(IllegalArgumentException.class, () -> follower.ask());
    assertTrue(SiteGate.refusal().isPresent(), "and changes nothing by itself");
    follower.close();
    assertEquals(List.of("one"), contents("south"));
  }

  @Test
  void aFollowerThatWasStartedAgainKnowsThatTheOtherGoesOn() throws IOException {
    feed = serve(north, "north", true);
    follower = follow(feed, "south");
    reach();
    follower.close();
    follower = follow(feed, "south");
    assertEquals(LEASE.plusSeconds(1), follower.left());
    nanos.addAndGet(Duration.ofHours(1).toNanos());
    String goesOn =
        assertThrows(IllegalArgumentException.class, () -> follower.takeOver(false)).getMessage();
    assertTrue(goesOn.contains("--alone"), goesOn);
  }

  @Test
  void aSiteThatHandedOverGoesOnAgainByForceAlone() throws IOException {
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    reach();
    follower.takeBack();
    follower.close();
    feed.close();
    north.close();
    north = null;
    follower = follow(feed, "north");
    assertThrows(IllegalArgumentException.class, () -> follower.takeOver(false));
    assertEquals(2, follower.takeOver(true).epoch());
    follower.close();
    feed = null;
    follower = null;
  }

  @Test
  void aLogThatWentAnotherWayIsSentWhole() throws IOException {
    Path log = Files.createDirectories(root.resolve("north/security")).resolve("audit.jsonl");
    Path other = Files.createDirectories(root.resolve("south/security")).resolve("audit.jsonl");
    Files.writeString(log, "1\n2 of north\n3\n");
    Files.writeString(other, "1\n2 alone\n");
    feed = serve(north, "north", false);
    follower = follow(feed, "south");
    reach();
    assertEquals(Files.readString(log), Files.readString(other));
    Files.writeString(log, "all\nanew, and longer than it was\n");
    reach();
    assertEquals(Files.readString(log), Files.readString(other));
  }

  @Test
  void whatRowsReferToIsSentFirstAndCountsAlone() throws IOException {
    Path bills = Files.createDirectories(root.resolve("bills"));
    Path content = Files.createDirectories(root.resolve("content"));
    for (int k = 0; k < 3; k++) {
      Files.write(bills.resolve("a" + k), new byte[100]);
      Files.write(content.resolve("b" + k), new byte[100]);
    }
    SiteFiles own = new SiteFiles(Map.of("copy-bills", bills, "market-content", content));
    Map<SiteFiles.Place, SiteFiles.Sent> sent = new TreeMap<>();
    SiteFiles.Changed first = own.changed(sent, 150);
    assertEquals(
        List.of("market-content", "market-content"),
        first.parts().stream().map(part -> part.place().root()).toList());
    assertFalse(first.whole());
    SiteFiles.Changed second = own.changed(sent, 150);
    assertEquals("market-content", second.parts().get(0).place().root());
    assertTrue(second.whole(), "bills are left");
    Lease lease = new Lease(LEASE, false, nanos::get);
    lease.confirm(lease.begin(Duration.ZERO), false);
    assertTrue(lease.refusal().isPresent(), "not all is there");
    lease.confirm(lease.begin(Duration.ZERO), true);
    assertTrue(lease.refusal().isEmpty());
  }
}
